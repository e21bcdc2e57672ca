"""Owns the score tables of the model card: writes them between the marks in model/README.md.

    python card.py SCORES-INT8.json SCORES-EXACT.json model/README.md
"""
import json
import pathlib
import sys

BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"
SYNTAX = (("ewt_test", "EWT test"), ("gum_test", "GUM test, open genres"))
NAMES = (("uner_test", "ner_uner", "UNER on EWT test"), ("re3d_test", "ner_actor", "re3d, held-out documents"),
         ("own_test", "ner_actor", "own conflict sentences, test"), ("gum_test", "ner_gum", "GUM test, names and dates"),
         ("gum_test", "sem", "GUM test, type of each mention's head"))


def table(head, rows):
    lines = [head, ["---"] + ["--:"] * (len(head) - 1)] + rows
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def tables(small, exact):
    rows = []
    for name, title in SYNTAX:
        kinds = [("syntax", "")] + [(k, k.removeprefix("syntax")) for k in small[name] if k.startswith("syntax,")]
        for key, suffix in kinds:
            s, e = small[name][key], exact[name][key]
            rows.append([title + suffix, s["upos"], s.get("feats", ""), s["uas"], s["las"], e["las"]])
    out = ["Syntax, gold words, punctuation counted:", table(
        ["test set", "UPOS", "features", "UAS", "LAS", "LAS before int8"], rows)]
    rows = [[title, layer, s["f1"], s["p"], s["r"], s["gold"], exact[name][layer]["all"]["f1"]]
            for name, layer, title in NAMES for s in [small[name][layer]["all"]]]
    out += ["Names, strict spans and types:", table(
        ["test set", "head", "F1", "precision", "recall", "spans", "F1 before int8"], rows)]
    for name, layer, title in NAMES:
        rows = [[label, s["f1"], s["p"], s["r"], s["gold"]] for label, s in small[name][layer].items() if label != "all"]
        out += [f"{title} (`{layer}`):", table(["label", "F1", "precision", "recall", "spans"], rows)]
    for name, title in SYNTAX:
        rows = [[f"`{rel}`", s["f1"], s["gold"]] for rel, s in small[name]["syntax"]["relations"].items()
                if s["gold"] >= 50]
        half = (len(rows) + 1) // 2
        paired = [a + (rows[half + i] if half + i < len(rows) else ["", "", ""]) for i, a in enumerate(rows[:half])]
        out += [f"{title}, F1 by relation (head and label right):",
                table(["relation", "F1", "words", "relation", "F1", "words"], paired)]
    return "\n\n".join(out)


def main():
    small, exact = (json.load(open(path, encoding="utf8")) for path in sys.argv[1:3])
    card = pathlib.Path(sys.argv[3])
    before, rest = card.read_text(encoding="utf8").split(BEGIN)
    after = rest.split(END)[1]
    card.write_text(f"{before}{BEGIN}\n{tables(small, exact)}\n{END}{after}", encoding="utf8")


if __name__ == "__main__":
    main()
