"""Owns the marked texts in `claims/`: their format, its check, and their sentences as words with labels.

    python marked.py FILE…      reports what does not keep the format, then totals

The format is told in `claims/README.md`.
"""
import collections
import pathlib
import re
import sys
import tomllib

import text

FOLDER = pathlib.Path(__file__).parent / "claims"
TYPES = list(tomllib.loads((FOLDER.parent.parent / "data/types.toml").read_text(encoding="utf8")))
STATUSES = "happened ongoing planned expected denied".split()
ROLES = (
    "agent target ally other place time source means killed injured casualties captured missing displaced "
    "destroyed seized").split()
# Texts whose header ends so were marked by a program: the rules mark no places and sources, and what was drawn from
# annotated reports has triggers alone.
UNMARKED = {"by rules": tuple("place time source means".split()), "by names": tuple(ROLES)}
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_TRIGGER = re.compile(r"(\d+) (\w+) (\w+)")
_AGAIN = re.compile(r"=(\d+)")
_ROLE = re.compile(r"(\w+):(\d+(?:,\d+)*)")
# Words of a trigger that name no deed: "opened fire on" is told by its first two.
_SMALL = set(
    "of the a an to up out by in on off down over back away from into for with at as his her its their under it "
    "through against and or".split())


class Trouble(ValueError):
    """A line that does not keep the format."""


def plain(line):
    """The words of a line, and its marks as (start, end, label)."""
    out, marks, at = "", [], 0
    for mark in _MARK.finditer(line):
        out += line[at:mark.start()]
        start, at = len(out), mark.end()
        out += mark[1]
        marks += [(start, len(out), label.strip()) for label in mark[2].split(";")]
    return out + line[at:], marks


def texts(path):
    """Each text of a file as (header, [(line number, line)])."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if line.startswith("= "):
            found.append((line[2:], []))
        elif line and not line.startswith("#"):
            found[-1][1].append((number, line))
    return found


def label_of(label):
    """('trigger', claim, type, status), ('again', claim) or ('role', role, claims)."""
    if m := _TRIGGER.fullmatch(label):
        if m[2] not in TYPES or m[3] not in STATUSES:
            raise Trouble(f"unknown type or status in {label!r}")
        return "trigger", m[1], m[2], m[3]
    if m := _AGAIN.fullmatch(label):
        return "again", m[1]
    m = _ROLE.fullmatch(label)
    if not m or m[1] not in ROLES:
        raise Trouble(f"cannot read the label {label!r}")
    return "role", m[1], m[2].split(",")


class Sentence:
    """Words with labels: `trigger` (0 none, -1 told again, else 1 + number of the type), `status` (-1 none), and
    `roles[claim]`, the pairs (word, number of the role); `unknown` are the roles that nobody marked."""

    def __init__(self, words, unknown=()):
        self.words, self.unknown = words, unknown
        self.trigger, self.status = [0] * len(words), [-1] * len(words)
        self.claims = [set() for _ in words]
        self.roles = collections.defaultdict(set)

    def mark(self, inside, label):
        if not inside:
            return
        kind, *rest = label_of(label)
        if kind == "trigger":
            claim, deed, status = rest
            telling = [i for i in inside if self.words[i].isalpha() and self.words[i].lower() not in _SMALL]
            for i in telling or inside[:1]:
                self.trigger[i], self.status[i] = 1 + TYPES.index(deed), STATUSES.index(status)
                self.claims[i].add(claim)
        elif kind == "again":
            for i in inside:
                self.trigger[i] = self.trigger[i] or -1
        else:
            role, claims = rest
            for claim in claims:
                self.roles[claim] |= {(i, ROLES.index(role)) for i in inside}


def to_learn_from():
    """All files but those kept aside (`test-*`)."""
    return sorted(p for p in FOLDER.glob("*.txt") if not p.name.startswith("test-"))


def sentences(paths):
    """All sentences of the files."""
    for path in paths:
        for header, lines in texts(path):
            unknown = next((roles for name, roles in UNMARKED.items() if header.endswith(name)), ())
            for _, line in lines:
                whole, marks = plain(line)
                for start, end in text.sentences(whole):
                    spans = text.words(whole[start:end], start)
                    sentence = Sentence([whole[a:b] for a, b in spans], unknown)
                    # Triggers first, so that "told again" never hides one.
                    for a, b, label in sorted(marks, key=lambda m: not m[2][0].isdigit()):
                        sentence.mark([i for i, (c, d) in enumerate(spans) if c < b and d > a], label)
                    yield sentence


def check(path):
    """What does not keep the format, as lines to print, and how many there are of each label."""
    totals, wrong = collections.Counter(), []
    for header, lines in texts(path):
        opened, used = set(), []
        totals["texts"] += 1
        for number, line in lines:
            words, marks = plain(line)
            if set(words) & set("[]|"):
                wrong.append(f"{path}:{number}: a bracket that closes no mark")
            for *_, label in marks:
                try:
                    kind, *rest = label_of(label)
                except Trouble as trouble:
                    wrong.append(f"{path}:{number}: {trouble}")
                    continue
                if kind == "trigger":
                    if rest[0] in opened:
                        wrong.append(f"{path}:{number}: claim {rest[0]} is opened twice")
                    opened.add(rest[0])
                    totals["claims"] += 1
                    totals[rest[1]] += 1
                else:
                    used += [(number, claim) for claim in (rest if kind == "again" else rest[1])]
                    totals[kind] += 1
        wrong += [f"{path}:{number}: claim {claim} of {header!r} has no trigger"
                  for number, claim in used if claim not in opened]
    return wrong, totals


def main():
    totals = collections.Counter()
    failed = False
    for path in map(pathlib.Path, sys.argv[1:]) if sys.argv[1:] else sorted(FOLDER.glob("*.txt")):
        wrong, counts = check(path)
        totals += counts
        failed = failed or bool(wrong)
        print("\n".join(wrong), end="\n" if wrong else "")
    print(", ".join(f"{name} {count}" for name, count in totals.most_common()))
    sys.exit(failed)


if __name__ == "__main__":
    main()
