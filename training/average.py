"""Owns the last step of training: the mean of the weights of runs that began from one checkpoint.

    python average.py OUT CHECKPOINT CHECKPOINT...
"""
import sys

import torch


def average(checkpoints):
    given = [torch.load(path, weights_only=False) for path in checkpoints]
    if any(g["labels"] != given[0]["labels"] for g in given):
        raise SystemExit("the checkpoints do not share their labels")
    weights = {name: sum(g["weights"][name] for g in given) / len(given) for name in given[0]["weights"]}
    return {"weights": weights, "labels": given[0]["labels"]}


if __name__ == "__main__":
    torch.save(average(sys.argv[2:]), sys.argv[1])
