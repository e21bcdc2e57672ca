"""Times spaCy's small English pipeline on the text that the Rust benchmark read.

    cargo bench -p ascribe-language -- --text FILE
    OMP_NUM_THREADS=1 python benches/language_spacy.py FILE [PACKAGE]
Needs: spacy and a package of the pipeline en_core_web_sm (tagger, parser, names, lemmas). One thread, best of five.
"""
import importlib
import sys
import time

import spacy


def main():
    package = importlib.import_module(sys.argv[2] if len(sys.argv) > 2 else "en_core_web_sm")
    pipeline = package.load()
    text = open(sys.argv[1], encoding="utf8").read()
    passages = [part for part in text.split("\n\n") if part.strip()] * 12
    best = float("inf")
    for _ in range(5):
        begun = time.perf_counter()
        words = sum(len(document) for document in pipeline.pipe(passages))
        best = min(best, time.perf_counter() - begun)
    print(f"spaCy {spacy.__version__}: {words} words, {words / best:.0f} words a second")


if __name__ == "__main__":
    main()
