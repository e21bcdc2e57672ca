"""Owns the lemma tables: learns them from the open treebanks' training sets and scores them on their test sets.

    python lemmas.py DATA OUT     DATA as prepare.py wrote it; writes lemmas.tsv and lemma-suffixes.tsv
Look-up: the exact (form, UPOS); else the form under a related UPOS; else the longest suffix rule of the
UPOS; else the form in lower case. What depends on the place of a word is in `lemma_in_place`.
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
MARKS = {"–": "-", "“": '"', "”": '"', "``": '"', "‘": "'", "’": "'"}
RELATED = {"AUX": ("VERB",), "VERB": ("AUX", "ADJ", "NOUN"), "NOUN": ("VERB", "ADJ", "PROPN"), "ADJ": ("VERB", "ADV"),
           "ADV": ("ADJ",), "PRON": ("DET",), "DET": ("PRON",), "ADP": ("SCONJ", "ADV"), "SCONJ": ("ADP", "ADV")}
SUFFIX_TAGS = ("NOUN", "VERB", "ADJ", "ADV", "AUX")
LONGEST_SUFFIX = 6
LEAST_FORMS = 3
LEAST_NAMES = 2
VOCABULARY = pathlib.Path(__file__).parent.parent / "model" / "vocab.txt"


def records(path):
    return [r for r in map(json.loads, open(path, encoding="utf8")) if "lemmas" in r]


def clean(form, lemma):
    """Typing errors, shortened forms and clitics teach no rule."""
    return lemma != "_" and " " not in lemma and "\t" not in form and lemma


def is_in_name(record, i):
    """A capitalised word inside a name: "the New York police", "United Nations"."""
    form, head = record["words"][i], record["heads"][i]
    return i > 0 and form[0].isupper() and not form.isupper() and head > 0 and record["upos"][head - 1] == "PROPN"


def exact_table(train):
    """{(form, UPOS): lemma}; forms in lower case but for PROPN, of which only those stand here that differ."""
    counts = collections.defaultdict(collections.Counter)
    for record in train:
        for i, (form, tag, lemma) in enumerate(zip(record["words"], record["upos"], record["lemmas"])):
            by_place = tag in ("ADJ", "VERB") and is_in_name(record, i) \
                or form.lower() == "her" and record["rels"][i] != "nmod:poss"
            if clean(form, lemma) and not by_place and (tag == "PROPN" or tag not in KEPT_AS_WRITTEN):
                counts[form if tag == "PROPN" else form.lower(), tag][lemma] += 1
    table = {}
    for (form, tag), found in counts.items():
        lemma = min(found, key=lambda lemma: (-found[lemma], lemma))
        sure = found[lemma] >= LEAST_NAMES and found[lemma] > 0.6 * sum(found.values())
        if tag != "PROPN" or lemma != form and sure:
            table[form, tag] = lemma
    return table


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


def add_verbs(table, rules):
    """Forms in -ed and -ing of the vocabulary whose rule gives no word where another reading does: "voting"."""
    words = {w for w in VOCABULARY.read_text(encoding="utf8").split() if w.isalpha()}
    verbs = {lemma for (_, tag), lemma in table.items() if tag == "VERB"}
    for form in sorted(words):
        ending = next((e for e in ("ed", "ing") if form.endswith(e)), None)
        if not ending or (form, "VERB") in table or lemma_of(form, "VERB", table, rules) in words | verbs:
            continue
        stem = form[:-len(ending)]
        readings = [stem + "e", stem, stem[:-1] if stem[-1:] == stem[-2:-1] else stem]
        found = next((r for known in (verbs, words) for r in readings if len(r) > 2 and r in known), None)
        if found:
            table[form, "VERB"] = found


def singular(name):
    """A plural proper noun in the singular: "Americans", "Territories"."""
    for ending, singular_ending in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("s", "")):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name[:-len(ending)] + singular_ending
    return name


def lemma_in_place(form, tag, place, table, rules):
    """The lemma of a word; place: dict(first, in_name, plural, relation)."""
    if tag in ("PUNCT", "SYM"):
        return MARKS.get(form, form)
    if tag == "NUM":
        return form.lower().replace(",", "") if form[:1].isdigit() else form if form.isupper() else form.lower()
    if tag == "PROPN":
        return table.get((form, tag)) or (singular(form) if place["plural"] else form)
    if form.lower() == "her" and tag == "PRON" and place["relation"] != "nmod:poss":
        return "she"
    lemma = lemma_of(form, tag, table, rules)
    if not place["first"] and form[0].isupper() and not form.isupper():
        if tag == "ADJ" and (place["in_name"] or (form.lower(), tag) not in table and form.isalpha()):
            return form
        if tag == "VERB" and place["in_name"]:
            return lemma[:1].upper() + lemma[1:]
    return lemma


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
        for i, (form, tag, lemma) in enumerate(zip(record["words"], record["upos"], record["lemmas"])):
            if lemma == "_":
                continue
            place = {"first": i == 0, "in_name": is_in_name(record, i), "relation": record["rels"][i],
                     "plural": "Number=Plur" in record["feats"][i]}
            good = lemma_in_place(form, tag, place, table, rules) == lemma
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
    add_verbs(table, rules)
    o.out.mkdir(parents=True, exist_ok=True)
    with open(o.out / "lemmas.tsv", "w", encoding="utf8") as file:
        file.write(SOURCE.format(what="English lemmas by form and part of speech.", fields="form (lower case; PROPN as written)\tUPOS\tlemma"))
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
