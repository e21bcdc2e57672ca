#!/usr/bin/env python3
"""Scores page bodies against the true ones, side by side with trafilatura for Python.

    compare.py PAGES_FOLDER GROUND_TRUTH.json OURS.jsonl [--misses N]

OURS comes from `cargo run --release -p ascribe-reading --example html_bench -- PAGES_FOLDER`. Prints token
precision, recall and F1 (means over pages, tokens counted with multiplicity, as the article-extraction
benchmark does with its shingles) and pages a second of both in one run. Without the package `trafilatura`
(pip install trafilatura) only our line is printed.
"""
import collections, gzip, json, pathlib, re, sys, time


def tokens(text):
    return re.findall(r"\w+", text or "", re.UNICODE)


def shingles(text, n):
    t = tokens(text)
    return collections.Counter(tuple(t[i:i + n]) for i in range(max(len(t) - n + 1, 1 if t else 0)))


def score(true, found, n):
    a, b = shingles(true, n), shingles(found, n)
    hits = sum((a & b).values())
    p = hits / sum(b.values()) if b else float(not a)
    r = hits / sum(a.values()) if a else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def line(name, rows, seconds):
    print(f"{name:22}", end="")
    for n in (1, 4):
        p, r, f = (sum(x[n][i] for x in rows) / len(rows) for i in range(3))
        print(f"  {n}-gram P {p:.3f} R {r:.3f} F1 {f:.3f}", end="")
    print(f"  {len(rows) / seconds:.1f} pages/s")


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    folder, truth = pathlib.Path(args[0]), json.load(open(args[1]))
    ours = {json.loads(l)["name"]: json.loads(l) for l in open(args[2])}
    rows = {k: {n: score(v["articleBody"], ours.get(k, {}).get("body", ""), n) for n in (1, 4)} for k, v in truth.items()}
    print(f"{len(truth)} pages")
    line("ascribe reading", list(rows.values()), sum(o["seconds"] for o in ours.values()))
    if "--misses" in sys.argv:
        for k in sorted(rows, key=lambda k: rows[k][1][2])[: int(args[3]) if len(args) > 3 else 10]:
            print(k, [round(x, 3) for x in rows[k][1]])
    try:
        import trafilatura
    except ImportError:
        print("trafilatura for Python is not installed: pip install trafilatura")
        return
    theirs, spent = [], 0.0
    for k, v in truth.items():
        page = gzip.open(folder / f"{k}.html.gz", "rb").read()
        start = time.perf_counter()
        text = trafilatura.extract(page, include_comments=False) or ""
        spent += time.perf_counter() - start
        theirs.append({n: score(v["articleBody"], text, n) for n in (1, 4)})
    line(f"trafilatura {trafilatura.__version__} (PyPI)", theirs, spent)


if __name__ == "__main__":
    main()
