"""Owns which corpus goes where: reads the open corpora and writes one JSON-lines file per split.

    python prepare.py CORPORA OUT
Splits: train.jsonl, and the test sets ewt_test, gum_test, uner_test, re3d_test, own_test, plus dev.
"""
import argparse
import collections
import hashlib
import json
import pathlib

import annotations
import readers

WNUT_TO_UNER = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
UNER = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}


def held_out(document):
    """About one re3d document in five, by a hash of its id, is never trained on."""
    return int(hashlib.sha1(document.encode()).hexdigest(), 16) % 5 == 0


def ewt(corpora, split):
    names = {}
    if split != "train":
        names = readers.iob_by_id(corpora / f"names/uner-ewt/en_ewt-ud-{split}.iob2")
    records = []
    for sentence in readers.conllu(corpora / f"ud/en_ewt-{split}.conllu"):
        record = readers.treebank_record(sentence)
        words, tags = names.get(record["id"], ((), ()))
        if list(words) == record["words"]:
            record["ner_uner"] = readers.relabel(tags, UNER)
        records.append(record)
    return records


def gum(corpora, split):
    sentences = readers.conllu(corpora / f"ud/en_gum_open-{split}.conllu")
    records = []
    for sentence, mentions in zip(sentences, readers.gum_mentions(sentences)):
        record = readers.treebank_record(sentence)
        record["ner_gum"] = readers.gum_names(record, mentions)
        record["sem"] = ["O"] * len(record["words"])
        for _, last, kind, head in mentions:
            if head <= last and record["upos"][head] in ("NOUN", "PROPN", "NUM", "ADJ", "X", "SYM"):
                record["sem"][head] = kind
        records.append(record)
    return records


def names_only(record):
    return {k: record[k] for k in ("words", "id", "doc", "ner_uner") if k in record}


def splits(corpora):
    out = collections.OrderedDict()
    dev = ewt(corpora, "dev")
    train = ewt(corpora, "train") + gum(corpora, "train")
    train += [names_only(r) for r in dev if "ner_uner" in r]
    for words, tags in readers.columns(corpora / "names/wikigold/CONLL-format/data/wikigold.conll.txt"):
        train.append({"words": words, "ner_uner": readers.relabel(tags, UNER)})
    wnut = corpora / "names/wnut17/CONLL-format/data"
    for path in (wnut / "train/wnut17train.conll", wnut / "dev/emerging.dev.conll"):
        for words, tags in readers.columns(path):
            tags = readers.relabel(tags, WNUT_TO_UNER)
            if any(t != "O" for t in tags):  # posts without a name teach little about news
                train.append({"words": words, "ner_uner": tags})
    conflict = [r for part in ("CENTCOM", "UK_Government", "US_State_Department")
                for r in readers.re3d(corpora / "names/re3d" / part)]
    train += [r for r in conflict if not held_out(r["doc"])]
    own_train, own_test = annotations.load()
    out["train"] = [r for r in train + own_train if r["words"]]
    out["dev"] = dev + gum(corpora, "dev")
    out["ewt_test"] = [{k: v for k, v in r.items() if k != "ner_uner"} for r in ewt(corpora, "test")]
    out["gum_test"] = gum(corpora, "test")
    out["uner_test"] = [names_only(r) for r in ewt(corpora, "test") if "ner_uner" in r]
    out["re3d_test"] = [r for r in conflict if held_out(r["doc"])]
    out["own_test"] = own_test
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name, records in splits(options.corpora).items():
        with open(options.out / f"{name}.jsonl", "w", encoding="utf8") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        layers = collections.Counter(k for r in records for k in r if k not in ("doc", "id"))
        print(name, len(records), "sentences", sum(len(r["words"]) for r in records), "words", dict(layers))


if __name__ == "__main__":
    main()
