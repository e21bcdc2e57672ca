"""Times the language model's file in ONNX Runtime on the batches that the Rust benchmark wrote.

    cargo bench -p ascribe-language -- --dump /tmp/batches.json
    python benches/language_onnxruntime.py model/ascribe-en.onnx /tmp/batches.json
Needs: onnxruntime, numpy. One thread, best of five.
"""
import json
import sys
import time

import numpy
import onnxruntime


def padded(rows):
    width = max(map(len, rows))
    return numpy.array([row + [0] * (width - len(row)) for row in rows], dtype=numpy.int64)


def main():
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(sys.argv[1], options, providers=["CPUExecutionProvider"])
    batches, words = [], 0
    for batch in json.load(open(sys.argv[2])):
        ids, shape, widx = ([sentence[n] for sentence in batch] for n in range(3))
        batches.append({"ids": padded(ids), "shape": padded(shape), "widx": padded(widx),
                        "mask": padded([[1] * len(row) for row in ids])})
        words += sum(len(row) - 1 for row in widx)
    best = float("inf")
    for _ in range(5):
        begun = time.perf_counter()
        for batch in batches:
            session.run(None, batch)
        best = min(best, time.perf_counter() - begun)
    print(f"ONNX Runtime {onnxruntime.__version__}: {words} words, {words / best:.0f} words a second (network only)")


if __name__ == "__main__":
    main()
