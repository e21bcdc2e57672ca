"""Owns the lemma tables: learns them from the open treebanks' training sets and scores them on their test sets.

    python lemmas.py DATA OUT     DATA as prepare.py wrote it; writes lemmas.tsv and lemma-suffixes.tsv
Look-up: the exact (form, UPOS); else the form under a related UPOS; else the longest suffix rule of the
UPOS; else the form in lower case. A PROPN keeps its form.
"""
import argparse
import collections
import json
import pathlib

SOURCE = """\
# {what}
# Source: training sets of Universal Dependencies English EWT, and of English GUM in its openly licensed genres;
# forms that they lack: own work (training/lemma-additions.txt).
# Licence: CC BY-SA 4.0 (EWT: Silveira et al. 2014 and UD contributors; GUM: Zeldes 2017 and contributors).
# Made by training/lemmas.py; do not edit by hand.
# Fields: {fields}
"""
ADDITIONS = pathlib.Path(__file__).parent / "lemma-additions.txt"
KEPT_AS_WRITTEN = {"PROPN", "PUNCT", "SYM", "X", "NUM"}
RELATED = {"AUX": ("VERB",), "VERB": ("AUX", "ADJ", "NOUN"), "NOUN": ("VERB", "ADJ", "PROPN"), "ADJ": ("VERB", "ADV"),
           "ADV": ("ADJ",), "PRON": ("DET",), "DET": ("PRON",), "ADP": ("SCONJ", "ADV"), "SCONJ": ("ADP", "ADV")}
SUFFIX_TAGS = ("NOUN", "VERB", "ADJ", "ADV", "AUX")
LONGEST_SUFFIX = 6
LEAST_FORMS = 3


def records(path):
    return [r for r in map(json.loads, open(path, encoding="utf8")) if "lemmas" in r]


def clean(form, lemma):
    """Typing errors, shortened forms and clitics teach no rule."""
    return lemma != "_" and " " not in lemma and "\t" not in form and lemma


def exact_table(train):
    counts = collections.defaultdict(collections.Counter)
    for record in train:
        for form, tag, lemma in zip(record["words"], record["upos"], record["lemmas"]):
            if tag not in KEPT_AS_WRITTEN and clean(form, lemma):
                counts[form.lower(), tag][lemma] += 1
    return {key: min(c, key=lambda lemma: (-c[lemma], lemma)) for key, c in counts.items()}


def add_own(table):
    """Fills in forms of our own list that the treebanks do not know; a line that begins with `!` corrects them."""
    for line in open(ADDITIONS, encoding="utf8"):
        if line.strip() and not line.startswith("#"):
            lemma, tag, *forms = line.split()
            corrects, lemma = lemma.startswith("!"), lemma.lstrip("!")
            for form in [lemma] + forms:
                if corrects or (form, tag) not in table:
                    table[form, tag] = lemma


def suffix_rules(table):
    """{(UPOS, suffix): (replacement, forms)}: each rule says something that the next shorter one does not."""
    rules = {}
    for tag in SUFFIX_TAGS:
        edits = collections.defaultdict(collections.Counter)
        for (form, its_tag), lemma in table.items():
            lemma = lemma.lower()
            if its_tag != tag or not form.isalpha() or len(form) < 4:
                continue
            common = 0
            while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
                common += 1
            if common < 2:
                continue
            for length in range(max(1, len(form) - common), min(LONGEST_SUFFIX, len(form) - 1) + 1):
                stem = len(form) - length
                edits[form[stem:]][lemma[stem:]] += 1
        for suffix in sorted(edits, key=len):
            replacement, n = min(edits[suffix].items(), key=lambda x: (-x[1], x[0]))
            shorter = next((suffix[i:] for i in range(1, len(suffix)) if (tag, suffix[i:]) in rules), None)
            said = suffix[:-len(shorter)] + rules[tag, shorter][0] if shorter else suffix
            if said != replacement and n >= LEAST_FORMS and n > 0.6 * sum(edits[suffix].values()):
                rules[tag, suffix] = (replacement, n)
    return rules


def lemma_of(form, tag, table, rules):
    if tag in KEPT_AS_WRITTEN:
        return form
    lower = form.lower()
    for candidate in (tag,) + RELATED.get(tag, ()):
        found = table.get((lower, candidate))
        if found and (candidate == tag or found != lower):
            return found
    for length in range(min(LONGEST_SUFFIX, len(lower) - 1), 0, -1):
        rule = rules.get((tag, lower[-length:]))
        if rule:
            return lower[:-length] + rule[0]
    return lower


def score(path, table, rules):
    right = seen = unknown = unknown_right = 0
    for record in records(path):
        for form, tag, lemma in zip(record["words"], record["upos"], record["lemmas"]):
            if lemma == "_":
                continue
            good = lemma_of(form, tag, table, rules) == lemma
            seen += 1
            right += good
            if tag in SUFFIX_TAGS and (form.lower(), tag) not in table:
                unknown += 1
                unknown_right += good
    return f"{100 * right / seen:.2f} % of {seen} words, {100 * unknown_right / max(1, unknown):.1f} % of {unknown} unknown forms"


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("data", type=pathlib.Path)
    p.add_argument("out", type=pathlib.Path)
    o = p.parse_args()
    table = exact_table(records(o.data / "train.jsonl"))
    rules = suffix_rules(table)
    add_own(table)
    o.out.mkdir(parents=True, exist_ok=True)
    with open(o.out / "lemmas.tsv", "w", encoding="utf8") as file:
        file.write(SOURCE.format(what="English lemmas by form and part of speech.", fields="form (lower case)\tUPOS\tlemma"))
        file.writelines(f"{form}\t{tag}\t{lemma}\n" for (form, tag), lemma in sorted(table.items()))
    with open(o.out / "lemma-suffixes.tsv", "w", encoding="utf8") as file:
        file.write(SOURCE.format(what="English suffix rules for the lemmas of unknown forms; the longest suffix wins.",
                                 fields="UPOS\tsuffix\treplacement\tforms that it explains"))
        file.writelines(f"{tag}\t{suffix}\t{new}\t{n}\n" for (tag, suffix), (new, n) in sorted(rules.items()))
    print(len(table), "forms,", len(rules), "suffix rules")
    for name in ("ewt_test", "gum_test"):
        print(name, score(o.data / f"{name}.jsonl", table, rules))


if __name__ == "__main__":
    main()
