"""Copies found by Ascribe beside MinHash (datasketch), against exhaustive comparison, in one run.

    pip install datasketch
    cargo build --release -p ascribe-events --example copies
    python3 benches/copies.py REPORTS.jsonl target/release/examples/copies      # a line: {"text": ...}

Truth: of all pairs, those with 20 or more common words in stretches of 8 or more, every text compared with every
other. A second truth, which neither of the two looks for as such: a third or more of the shorter text's word
3-grams stand in the other. Times are of finding alone, reading the file and start of the programs left out.
"""
import itertools
import json
import re
import subprocess
import sys
import time

from datasketch import MinHash, MinHashLSH, MinHashLSHEnsemble

RUN, STRETCH, ENOUGH = 5, 8, 20


def grams(words, n):
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


def common(a, b, runs_b):
    """Words of a in stretches of 8 or more that stand in b."""
    held = [False] * len(a)
    for i in range(len(a) - RUN + 1):
        if tuple(a[i : i + RUN]) in runs_b:
            held[i : i + RUN] = [True] * RUN
    return sum(n for value, group in itertools.groupby(held) if value and (n := len(list(group))) >= STRETCH)


def exhaustive(words):
    runs, threes = [grams(w, RUN) for w in words], [grams(w, 3) for w in words]
    stretches, third = set(), set()
    for b in range(len(words)):
        for a in range(b):
            shorter = min(len(threes[a]), len(threes[b]))
            if shorter and len(threes[a] & threes[b]) >= shorter / 3:
                third.add((a, b))
            if runs[a].isdisjoint(runs[b]):
                continue
            if min(common(words[a], words[b], runs[b]), common(words[b], words[a], runs[a])) >= ENOUGH:
                stretches.add((a, b))
    return stretches, third


def sketches(words):
    made = []
    for w in words:
        m = MinHash(num_perm=128)
        m.update_batch([" ".join(g).encode() for g in grams(w, RUN)])
        made.append(m)
    return made


def lsh(made, threshold):
    index, found = MinHashLSH(threshold=threshold, num_perm=128), set()
    for n, m in enumerate(made):
        found.update((other, n) for other in index.query(m))
        index.insert(n, m)
    return found


def ensemble(words, made, threshold):
    sizes = [max(1, len(grams(w, RUN))) for w in words]
    index, found = MinHashLSHEnsemble(threshold=threshold, num_perm=128, num_part=16), set()
    index.index((n, m, sizes[n]) for n, m in enumerate(made))
    for n, m in enumerate(made):
        found.update(tuple(sorted((n, other))) for other in index.query(m, sizes[n]) if other != n)
    return found


def told(name, found, truths, seconds):
    figures = []
    for truth in truths:
        hits = len(found & truth)
        figures.append(f"P {hits / max(1, len(found)):.3f} R {hits / max(1, len(truth)):.3f}")
    print(f"{name:44} {len(found):6} pairs   {figures[0]}   {figures[1]}   {seconds:7.2f} s")


def main():
    reports = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    words = [re.findall(r"[^\W_]+", r["text"].lower()) for r in reports]
    started = time.time()
    truths = exhaustive(words)
    print(f"{len(words)} reports; exhaustive comparison {time.time() - started:.1f} s: "
          f"{len(truths[0])} pairs share stretches, {len(truths[1])} a third of their 3-grams")
    print(f"{'':44} {'':12}   {'stretches':15}   {'a third':15}")
    out = json.loads(subprocess.run([sys.argv[2], sys.argv[1]], capture_output=True, check=True).stdout)
    told("ascribe", {tuple(sorted(p)) for p in out["pairs"]}, truths, out["seconds"])
    started = time.time()
    made = sketches(words)
    making = time.time() - started
    for threshold in (0.1, 0.2, 0.5):
        started = time.time()
        found = lsh(made, threshold)
        told(f"datasketch MinHashLSH, Jaccard {threshold}", found, truths, making + time.time() - started)
    for threshold in (0.1, 0.3):
        started = time.time()
        found = ensemble(words, made, threshold)
        told(f"datasketch LSHEnsemble, containment {threshold}", found, truths, making + time.time() - started)


main()
