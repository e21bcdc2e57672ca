"""Owns the weights of sentence boundaries: an averaged perceptron over the places that the rules leave open.

    cargo run --release -p ascribe-language --example sentence_features -- TRAIN.conllu… | python sentences.py OUT.tsv
Learns twice: over all features, then over those that came out heavy. Weights are whole numbers, so every
machine cuts alike. About a minute; the same input gives the same file.
"""
import pathlib
import random
import sys

HEADER = """\
# Weights of the signs that a sentence begins at a word; their sum is above 0 where it does.
# Source: training sets of Universal Dependencies English EWT, and of English GUM in its openly licensed genres.
# Licence: CC BY-SA 4.0 (EWT: Silveira et al. 2014 and UD contributors; GUM: Zeldes 2017 and contributors).
# Made by training/sentences.py; do not edit by hand. Features: crates/language/src/text/boundaries.rs.
# Fields: feature	weight
"""
ROUNDS = (3, 4)
LEAST_MARGIN = 2
LEAST_WEIGHT = 1.5
SCALE = 10


def read(lines):
    """(begins, feature numbers) of each place, and the names of the features."""
    numbers, examples = {}, []
    for line in lines:
        label, *features = line.rstrip("\n").split("\t")
        examples.append((label == "1", [numbers.setdefault(f, len(numbers)) for f in features]))
    return examples, list(numbers)


def learn(examples, size, rounds):
    """Averaged weights; an example changes them while its score is on the wrong side of the margin."""
    weights, total, step = [0] * size, [0] * size, 1
    order = list(range(len(examples)))
    shuffle = random.Random(1).shuffle
    for _ in range(rounds):
        shuffle(order)
        for number in order:
            begins, features = examples[number]
            score = sum(weights[f] for f in features)
            if (score if begins else -score) <= LEAST_MARGIN:
                change = 1 if begins else -1
                for f in features:
                    weights[f] += change
                    total[f] += change * step
            step += 1
    return [w - t / step for w, t in zip(weights, total)]


def main():
    examples, names = read(sys.stdin)
    weights = learn(examples, len(names), ROUNDS[0])
    kept = {f for f, weight in enumerate(weights) if abs(weight) >= LEAST_WEIGHT}
    examples = [(begins, [f for f in features if f in kept]) for begins, features in examples]
    weights = learn(examples, len(names), ROUNDS[1])
    rows = sorted((names[f], round(SCALE * weights[f])) for f in kept)
    with open(pathlib.Path(sys.argv[1]), "w", encoding="utf8") as file:
        file.write(HEADER)
        file.writelines(f"{name}\t{weight}\n" for name, weight in rows if weight)


if __name__ == "__main__":
    main()
