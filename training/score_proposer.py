"""Owns the proposer's scores: the shipped file on the marked texts that were kept aside.

    python score_proposer.py [MODEL] [FILE…]      MODEL is the folder of the shipped file, FILE `claims/test-*.txt`

A claim is found where a word of its trigger is proposed as a type of its family (those of the codebook's scorer); words
that tell a claim again are neither right nor wrong. Neighbouring words of one type are one proposal.
"""
import pathlib
import sys

import numpy

import evaluate
import marked
import text
from model import backbone_folder
from proposer import encode

HERE = pathlib.Path(__file__).parent
FAMILIES = [set(family.split()) for family in (
    "clash attack airstrike shelling explosion suicide_bombing chemical_attack assassination execution operation capture "
    "destruction abuse",
    "operation capture withdrawal deployment base presence defection",
    "abduction arrest seizure destruction capture execution abuse",
    "agreement talks accusation threat sanction defection",
    "protest riot displacement aid")]


def akin(a, b):
    return a == b or any(a in family and b in family for family in FAMILIES)


def proposals(probabilities, least):
    """Runs of neighbouring words of one type, as (words, type)."""
    found = []
    for word, row in enumerate(probabilities):
        kind = marked.TYPES[row[1:].argmax()]
        if 1 - row[0] >= least:
            if found and found[-1][0][-1] == word - 1 and found[-1][1] == kind:
                found[-1][0].append(word)
            else:
                found.append(([word], kind))
    return found


def counts(sentence, found):
    """(found, of the right type, claims, proposals)"""
    claims = {}
    for word, held in enumerate(sentence.claims):
        for claim in held:
            claims.setdefault(claim, []).append(word)
    found = [(words, kind) for words, kind in found if any(sentence.trigger[w] >= 0 for w in words)]
    left, hits, right = list(found), 0, 0
    for words in claims.values():
        truth = marked.TYPES[sentence.trigger[words[0]] - 1]
        match = next((p for p in left if set(p[0]) & set(words) and akin(p[1], truth)), None)
        if match:
            left.remove(match)
            hits, right = hits + 1, right + (match[1] == truth)
    return numpy.array([hits, right, len(claims), len(found)])


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "model"
    files = [pathlib.Path(f) for f in sys.argv[2:]] or sorted(marked.FOLDER.glob("test-*.txt"))
    session = evaluate.session(folder / "ascribe-en.onnx")
    pieces = text.WordPieces(backbone_folder() / "tokenizer.json")
    scored = []
    for sentence, (ids, shape, first) in encode(marked.sentences(files), pieces):
        given = {"ids": [ids], "shape": [shape], "mask": [[1] * len(ids)], "widx": [first]}
        logits = session.run(["trigger"], {k: numpy.array(v, numpy.int64) for k, v in given.items()})[0][0, 1:]
        odds = numpy.exp(logits - logits.max(-1, keepdims=True))
        scored.append((sentence, odds / odds.sum(-1, keepdims=True)))
    print("| least probability | precision | recall | F1 | type right |\n| --- | --: | --: | --: | --: |")
    for least in (0.3, 0.5, 0.7, 0.85):
        hits, right, claims, found = sum(counts(s, proposals(p, least)) for s, p in scored)
        p, r = hits / max(found, 1), hits / max(claims, 1)
        print(f"| {least} | {p:.3f} | {r:.3f} | {2 * p * r / max(p + r, 1e-9):.3f} | {right / max(hits, 1):.3f} |")


if __name__ == "__main__":
    main()
