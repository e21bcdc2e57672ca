"""Owns marks on sentences of corpora whose texts stand elsewhere: `claims/corpora.tsv` has the marks alone.

    python standoff.py CORPORA > real.txt              the marked texts, for `proposer.py --also`
    python standoff.py CORPORA --pack FILE… > OUT      marks of marked sentences

A line of the table is a sentence: where it stands (`ud:SENTENCE` of the treebanks EWT and GUM, `re3d:DOCUMENT:START:END` in
characters of a document of re3d), then its marks, tabs between, each `START END LABEL` in characters of the sentence.
`= ID` begins a text, as in the marked texts (claims/README.md). All are open corpora; where their texts are gone the
marks say nothing.
"""
import argparse
import json
import pathlib

import marked

BRACKETS = str.maketrans("[]|\n", "()/ ")


def sentences_of(corpora):
    """Looks up the words of a sentence by where it stands."""
    treebanks = {}
    for path in sorted((corpora / "ud").glob("en_*.conllu")):
        for line in path.read_text(encoding="utf8").splitlines():
            if line.startswith("# sent_id = "):
                at = line[12:]
            elif line.startswith("# text = "):
                treebanks[at] = line[9:]
    re3d = {}
    for path in sorted((corpora / "names/re3d").glob("*/documents.json")):
        for line in path.read_text(encoding="utf8").splitlines():
            document = json.loads(line)
            re3d[document["_id"]] = document["text"]

    def words(key):
        corpus, at = key.split(":", 1)
        if corpus == "ud":
            return treebanks[at].translate(BRACKETS)
        document, start, end = at.split(":")
        return re3d[document][int(start):int(end)].translate(BRACKETS)

    return words


def with_marks(words, marks):
    """The sentence with its marks written in; marks on the same words share a bracket."""
    out, at = "", 0
    for (start, end), labels in sorted(marks.items()):
        out += words[at:start] + f"[{words[start:end]}|{';'.join(labels)}]"
        at = end
    return out + words[at:]


def unpack(table, words):
    for line in table.read_text(encoding="utf8").splitlines():
        if line.startswith("#") or not line:
            continue
        if line.startswith("= "):
            yield line
            continue
        key, *cells = line.split("\t")
        marks = {}
        for cell in cells:
            start, end, label = cell.split(" ", 2)
            marks.setdefault((int(start), int(end)), []).append(label)
        yield with_marks(words(key), marks)


def pack(paths):
    """Rows of the table. The lines of the files begin with the key and a tab."""
    for path in paths:
        for header, lines in marked.texts(path):
            yield f"= {header}"
            for _, line in lines:
                key, _, sentence = line.partition("\t")
                _, marks = marked.plain(sentence)
                yield "\t".join([key, *(f"{start} {end} {label}" for start, end, label in marks)])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("corpora", type=pathlib.Path)
    p.add_argument("--pack", type=pathlib.Path, nargs="+", metavar="FILE", help="each line: where it stands, a tab, the marked sentence")
    o = p.parse_args()
    print(*(pack(o.pack) if o.pack else unpack(marked.FOLDER / "corpora.tsv", sentences_of(o.corpora))), sep="\n")


if __name__ == "__main__":
    main()
