"""Owns reading the corpora's own file formats (CoNLL-U, IOB columns, re3d) into plain records.

A record is a dict: `words` always; `upos`, `heads`, `rels`, `feats`, `lemmas`, `sem`, `ner_actor`,
`ner_uner`, `ner_gum` only where the source carries that layer; `doc` and `id` where known.
"""
import json
import re

import actor_scheme
import text

KEPT_FEATURES = ("Mood", "NumType", "Number", "Tense", "VerbForm", "Voice")
_ENTITY_PART = re.compile(r"\([^()]+\)?|[^()]+\)")
_SPELLING = {"obl:npmod": "obl:unmarked", "obl:tmod": "obl:unmarked", "nmod:npmod": "nmod:unmarked"}
_HEAD_FIELD = re.compile(r"\d+(,\d+)*$")
_GUM_TYPES = {"abstract": "misc", "substance": "misc", "animal": "misc", "plant": "misc"}
_NAME_GLUE = {"of", "for", "and", "the", "-", "'s", "’s", "&", "de", "/", "du", "la"}


def conllu(path):
    """Raw sentences: dict(doc, id, rows) with CoNLL-U rows of syntactic words only."""
    found, rows, doc, sent_id = [], [], None, None
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            doc = line.split("=", 1)[1].strip()
        elif line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif not line:
            if rows:
                found.append({"doc": doc, "id": sent_id, "rows": rows})
            rows = []
        elif not line.startswith("#"):
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
    if rows:
        found.append({"doc": doc, "id": sent_id, "rows": rows})
    return found


def joint_features(column):
    """The part of FEATS that events need, as one label."""
    kept = [f for f in column.split("|") if f.split("=")[0] in KEPT_FEATURES]
    return "|".join(kept) or "_"


def treebank_record(sentence):
    rows = sentence["rows"]
    return {
        "doc": sentence["doc"], "id": sentence["id"],
        "words": [r[1] for r in rows], "lemmas": [r[2] for r in rows], "upos": [r[3] for r in rows],
        "feats": [joint_features(r[5]) for r in rows],
        "heads": [int(r[6]) for r in rows], "rels": [_SPELLING.get(r[7], r[7]) for r in rows],
    }


def gum_mentions(sentences):
    """For each sentence the mentions inside it: (first, last, type, head), 0-based words."""
    mentions, opened = [[] for _ in sentences], {}
    for s, sentence in enumerate(sentences):
        for w, row in enumerate(sentence["rows"]):
            value = next((v[7:] for v in row[9].split("|") if v.startswith("Entity=")), "")
            for part in _ENTITY_PART.findall(value):
                if not part.startswith("("):
                    stack = opened.get(part.rstrip(")"))
                    if stack:
                        begun = stack.pop()
                        if begun[0] == s:
                            mentions[s].append((begun[1], w, begun[2], begun[3]))
                    continue
                fields = part.strip("()").split("-")
                spot = next((f for f in fields[3:] if _HEAD_FIELD.match(f)), "1")
                head = w + int(spot.split(",")[0]) - 1
                if part.endswith(")"):
                    mentions[s].append((w, w, fields[1], w))
                else:
                    opened.setdefault(fields[0], []).append((s, w, fields[1], head))
    return mentions


def gum_names(record, mentions):
    """BIO tags of proper-name spans (dates too), outermost first, cut to the words that are the name."""
    words, upos = record["words"], record["upos"]

    def in_name(i):
        return upos[i] == "PROPN" or (upos[i] in ("ADJ", "NOUN", "NUM", "X", "VERB") and words[i][:1].isupper()) \
            or (upos[i] == "NUM" and i > 0 and upos[i - 1] == "PROPN")

    spans = set()
    for first, last, kind, head in mentions:
        head = head if head <= last else first
        if kind == "time":
            dated = upos[head] == "PROPN" or any(c.isdigit() for w in words[first:last + 1] for c in w)
            while first < last and upos[first] in ("DET", "ADP", "PUNCT"):
                first += 1
            if dated and last - first <= 7:
                spans.add((first, last, kind))
            continue
        if upos[head] != "PROPN":
            continue
        a = b = head
        while a > first and in_name(a - 1):
            a -= 1
        while b < last:
            if in_name(b + 1):
                b += 1
                continue
            gap = 1
            while gap <= 2 and b + gap < last and words[b + gap].lower() in _NAME_GLUE:
                gap += 1
            if gap > 1 and b + gap <= last and in_name(b + gap) and words[b + gap][:1].isupper():
                b += gap
            else:
                break
        spans.add((a, b, _GUM_TYPES.get(kind, kind)))
    return bio(len(words), spans)


def bio(n, spans):
    """BIO tags; where spans overlap the longer one wins."""
    tags = ["O"] * n
    for first, last, kind in sorted(spans, key=lambda s: (s[0] - s[1], *s)):
        if all(t == "O" for t in tags[first:last + 1]):
            tags[first] = "B-" + kind
            tags[first + 1:last + 1] = ["I-" + kind] * (last - first)
    return tags


def columns(path, word=0, tag=1):
    """Sentences of (words, tags) from one-word-a-line files; comments and DOCSTART left out."""
    found, words, tags = [], [], []
    for line in list(open(path, encoding="utf8")) + ["\n"]:
        fields = line.split()
        if not fields:
            if words:
                found.append((words, tags))
            words, tags = [], []
        elif not line.startswith("# ") and not line.startswith("-DOCSTART"):
            words.append(fields[word])
            tags.append(fields[tag])
    return found


def iob_by_id(path):
    """UNER files: sentence id → (words, tags)."""
    found, current = {}, None
    for line in open(path, encoding="utf8"):
        if line.startswith("# sent_id"):
            current = found.setdefault(line.split("=", 1)[1].strip(), ([], []))
        elif line.strip() and not line.startswith("#"):
            fields = line.rstrip("\n").split("\t")
            current[0].append(fields[1])
            current[1].append(fields[2])
    return found


def relabel(tags, mapping):
    """Maps span types (those left out become O) and repairs IOB1 to IOB2."""
    out, before = [], "O"
    for tag in tags:
        kind = mapping.get(tag[2:]) if tag != "O" else None
        if kind is None:
            out.append("O")
        else:
            inside = tag[0] == "I" and before[2:] == kind
            out.append(("I-" if inside else "B-") + kind)
        before = out[-1]
    return out


def align(sentence_words, spans):
    """Character spans (start, end, type) to word spans; a span that cuts a word takes the whole word."""
    out = set()
    for start, end, kind in spans:
        inside = [i for i, (a, b) in enumerate(sentence_words) if a < end and b > start]
        if inside:
            out.add((inside[0], inside[-1], kind))
    return out


def re3d(folder, least_confidence=0.5):
    """Records with ner_actor, sentence by sentence; outermost spans."""
    documents = [json.loads(l) for l in open(folder / "documents.json", encoding="utf-8-sig") if l.strip()]
    entities = [json.loads(l) for l in open(folder / "entities.json", encoding="utf-8-sig") if l.strip()]
    records = []
    for document in documents:
        body = document["text"]
        spans = [(e["begin"], e["end"], actor_scheme.RE3D_LABELS[e["type"]]) for e in entities
                 if e["documentId"] == document["_id"] and e["type"] in actor_scheme.RE3D_LABELS
                 and e["confidence"] >= least_confidence]
        for start, end in text.sentences(body):
            cut = text.words(body[start:end], start)
            words = [body[a:b] for a, b in cut]
            found = actor_scheme.normalise(words, align(cut, [s for s in spans if start <= s[0] < end]))
            records.append({"doc": document["_id"], "words": words, "ner_actor": bio(len(words), found)})
    return records
