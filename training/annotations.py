"""Owns our own annotated conflict sentences: reads annotations/*.txt.

One sentence a line; `[Label words]` marks a span, spans may not nest; blank lines and lines that
begin with # are left out. Files named `test-*.txt` are the test set, the others train.
"""
import pathlib
import re

import actor_scheme
import readers
import text

FOLDER = pathlib.Path(__file__).parent / "annotations"
_MARK = re.compile(r"\[(\w+) ([^\[\]]+)\]")


def parse(line):
    """One marked-up line to a record with ner_actor; raises ValueError on a bad mark."""
    plain, spans, at = "", [], 0
    for mark in _MARK.finditer(line):
        plain += line[at:mark.start()]
        if mark.group(1) not in actor_scheme.LABELS:
            raise ValueError(f"unknown label {mark.group(1)!r}")
        spans.append((len(plain), len(plain) + len(mark.group(2)), mark.group(1)))
        plain += mark.group(2)
        at = mark.end()
    plain += line[at:]
    if "[" in plain or "]" in plain:
        raise ValueError("brackets do not match")
    cut = text.words(plain)
    words = [plain[a:b] for a, b in cut]
    found = actor_scheme.normalise(words, readers.align(cut, spans))
    return {"words": words, "ner_actor": readers.bio(len(words), found)}


def load():
    """(train records, test records)."""
    train, test = [], []
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(open(path, encoding="utf8"), 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            try:
                record = parse(line)
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
            record["doc"] = f"{path.stem}:{number}"
            (test if path.name.startswith("test-") else train).append(record)
    return train, test
