"""Owns the weights of the signs by which candidates are kept or dropped: fits them on annotated reports.

    cargo run --release -p ascribe-pipeline --example candidates -- REPORTS > candidates.jsonl
    python weigh.py candidates.jsonl GOLD SCORER [--weights FILE] [--write]

GOLD is a folder of annotated reports, SCORER the codebook's scorer (a Python file). A candidate is right where
the scorer pairs it with an annotated claim. The rows of the weights file choose the signs; logistic regression
with an L2 penalty sets the weights of those marked `fitted`, beside those set by `hand`, which stay as they are;
the weight of `always` is then moved to where F1 is best. Reports whose name's CRC-32 divides by three are left
out. Prints F1 as it is, and cross-validated over ten folds of reports with the new weights; `--write` saves them.
Standard library only.
"""
import argparse
import importlib.util
import json
import math
import pathlib
import zlib

WEIGHTS = pathlib.Path(__file__).parent.parent / "data/rules/en/weighing/weights.tsv"
PENALTY, STEPS, RATE, FOLDS = 2.0, 600, 0.5, 10


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def development(name):
    return zlib.crc32(name.encode()) % 3 != 0


class Report:
    """The candidates of one report with what the scorer says of them."""

    def __init__(self, scorer, gold, candidates):
        self.scorer, self.gold = scorer, gold
        self.signs = [set(c["signs"]) for c in candidates]
        self.matrix = [[scorer.similarity(g, c["claim"]) for c in candidates] for g in gold]
        self.right = self.pairs(range(len(candidates)))

    def pairs(self, kept):
        kept = list(kept)
        part = [[row[j] for j in kept] for row in self.matrix]
        return {kept[j] for i, j in self.scorer.assign(part) if part[i][j] >= self.scorer.THRESHOLD}


def fit(reports, names, by_hand):
    """Weights by gradient descent, beside those set by hand; the penalty spares `always`."""
    signs = [*names, *by_hand]
    rows = [([n for n in signs if n in s], float(j in r.right)) for r in reports for j, s in enumerate(r.signs)]
    weights = dict.fromkeys(names, 0.0) | by_hand
    for _ in range(STEPS):
        slope = {n: (0.0 if n == "always" else PENALTY * weights[n]) for n in names}
        for signs, right in rows:
            error = 1 / (1 + math.exp(-sum(weights[n] for n in signs))) - right
            for n in slope.keys() & set(signs):
                slope[n] += error
        for n in names:
            weights[n] -= RATE * slope[n] / len(rows) * 4
    return weights


def totals(reports, weights, shift):
    hits = gold = kept = 0
    for r in reports:
        chosen = [j for j, s in enumerate(r.signs) if sum(w for n, w in weights.items() if n in s) + shift > 0]
        hits, gold, kept = hits + len(r.pairs(chosen)), gold + len(r.gold), kept + len(chosen)
    return hits, gold, kept


def f1(counts):
    hits, gold, kept = counts
    return 2 * hits / (gold + kept) if gold + kept else 1.0


SHIFTS = [n / 10 for n in range(-5, 16)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("candidates")
    parser.add_argument("gold")
    parser.add_argument("scorer")
    parser.add_argument("--weights", default=WEIGHTS, type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    gold = scorer.load(options.gold)
    found = {d["id"]: d["candidates"] for d in map(json.loads, open(options.candidates, encoding="utf8"))}
    reports = [Report(scorer, gold[n]["claims"], found.get(n, [])) for n in sorted(gold) if development(n)]
    lines = options.weights.read_text(encoding="utf8").splitlines()
    at = next(n for n, line in enumerate(lines) if not line.startswith("#")) + 1
    table = [line.split("\t") for line in lines[at:]]
    before = {name: float(weight) for name, weight, _ in table}
    by_hand = {name: before[name] for name, _, made in table if made == "hand"}
    fitted = [name for name in before if name not in by_hand]
    print(f"as it is {f1(totals(reports, before, 0.0)):.3f}")
    sums = {shift: [0, 0, 0] for shift in SHIFTS}
    for fold in range(FOLDS):
        weights = fit([r for n, r in enumerate(reports) if n % FOLDS != fold], fitted, by_hand)
        for shift in SHIFTS:
            part = totals(reports[fold::FOLDS], weights, shift)
            sums[shift] = [a + b for a, b in zip(sums[shift], part)]
    best = max(SHIFTS, key=lambda s: (f1(sums[s]), -s))
    print("cross-validated", " ".join(f"{s:+.1f}:{f1(sums[s]):.3f}" for s in SHIFTS), "best", best)
    weights = fit(reports, fitted, by_hand)
    weights["always"] += best
    print(f"fitted {f1(totals(reports, weights, 0.0)):.3f}")
    rows = [f"{name}\t{weights[name]:.2f}\t{made}" for name, _, made in table]
    print("\n".join(rows))
    if options.write:
        options.weights.write_text("\n".join(lines[:at] + rows) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
