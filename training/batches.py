"""Owns turning records into padded tensors, and the changes of letter case made while training."""
import collections

import torch

import text
from model import NAME_HEADS, TAG_HEADS

IGNORED = -100
LAYERS = TAG_HEADS + ("rels",)
_TITLE_SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "as", "with", "from"}


def label_lists(records, least=3):
    """Labels of each layer by frequency; `root` first among relations, `O` first among names."""
    labels = {}
    for layer in LAYERS:
        counts = collections.Counter(t for r in records if layer in r for t in r[layer])
        keep = [t for t, n in counts.most_common() if n >= least or layer in NAME_HEADS]
        first = {"rels": "root", "feats": "_", "upos": "NOUN"}.get(layer, "O")
        labels[layer] = [first] + [t for t in keep if t != first]
        if layer in NAME_HEADS:  # both B- and I- of every type, so that decoding never misses one
            kinds = sorted({t[2:] for t in labels[layer] if t != "O"})
            labels[layer] = ["O"] + [p + k for k in kinds for p in ("B-", "I-")]
    return labels


def recased(words, style):
    if style == "upper":
        return [w.upper() for w in words]
    if style == "lower":
        return [w.lower() for w in words]
    return [w if i and w.lower() in _TITLE_SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)]


def shapes(words):
    return [text.shape_of(w, i == 0) for i, w in enumerate(words)]


class Example:
    """One sentence as ids: subwords, the word each belongs to, and the gold labels with a slot for the root."""

    def __init__(self, record, pieces, labels):
        self.record = record
        self.words = record["words"]
        self.ids, self.owner, self.first = [text.CLS], [-1], [0]
        for i, word in enumerate(self.words):
            self.first.append(len(self.ids))
            cut = pieces(word)
            self.ids += cut
            self.owner += [i] * len(cut)
        self.ids.append(text.SEP)
        self.owner.append(-1)
        self.shapes = {"plain": shapes(self.words)}
        n = len(self.words)
        self.gold = {"heads": [IGNORED] + (record["heads"] if "heads" in record else [IGNORED] * n)}
        for layer in LAYERS:
            index = labels[layer]
            given = record.get(layer)
            self.gold[layer] = [IGNORED] + ([index.get(t, IGNORED) for t in given] if given else [IGNORED] * n)

    def shape_ids(self, style="plain"):
        if style not in self.shapes:
            self.shapes[style] = shapes(recased(self.words, style))
        by_word = self.shapes[style]
        return [by_word[i] if i >= 0 else 0 for i in self.owner]


def encode(records, pieces, labels, most_subwords=500):
    index = {layer: {t: i for i, t in enumerate(labels[layer])} for layer in LAYERS}
    found = (Example(r, pieces, index) for r in records)
    return [e for e in found if len(e.ids) <= most_subwords]


def buckets(examples, most_tokens, rng=None, share=1):
    """Batches of examples of about one length, padded size at most most_tokens, a multiple of share long."""
    order = list(range(len(examples)))
    if rng:
        rng.shuffle(order)
    noise = (lambda: rng.uniform(0, 2)) if rng else (lambda: 0)
    order.sort(key=lambda i: len(examples[i].ids) + noise())
    batches, current, widest = [], [], 0
    for i in order:
        width = max(widest, len(examples[i].ids))
        if current and width * (len(current) + 1) > most_tokens and len(current) % share == 0:
            batches.append(current)
            current, width = [], len(examples[i].ids)
        current.append(i)
        widest = width
    while current and len(current) % share:
        current.append(current[0])
    if current:
        batches.append(current)
    if rng:
        rng.shuffle(batches)
    return batches


def pad(rows, fill):
    width = max(map(len, rows))
    return torch.tensor([list(r) + [fill] * (width - len(r)) for r in rows])


def inputs(examples, styles=None):
    """The four inputs of the model, plus the mask of words."""
    styles = styles or ["plain"] * len(examples)
    ids = pad([e.ids for e in examples], 0)
    shape = pad([e.shape_ids(s) for e, s in zip(examples, styles)], 0)
    mask = pad([[1] * len(e.ids) for e in examples], 0)
    widx = pad([e.first for e in examples], 0)
    real = pad([[1] * len(e.first) for e in examples], 0)
    return ids, shape, mask, widx, real


def golds(examples):
    return {layer: pad([e.gold[layer] for e in examples], IGNORED) for layer in LAYERS + ("heads",)}


def draw_styles(examples, rng, upper, title, lower):
    out = []
    for _ in examples:
        x = rng.random()
        out.append("upper" if x < upper else "title" if x < upper + title
                   else "lower" if x < upper + title + lower else "plain")
    return out


def mask_words(ids, examples, rng, share):
    """Replaces all subwords of a small share of words by [MASK]."""
    ids = ids.clone()
    for row, e in enumerate(examples):
        hidden = {i for i in range(len(e.words)) if rng.random() < share}
        if hidden:
            for t, owner in enumerate(e.owner):
                if owner in hidden:
                    ids[row, t] = text.MASK
    return ids
