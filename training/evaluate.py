"""Owns scoring: runs an exported model over the test sets and prints one JSON object of scores.

    python evaluate.py MODEL.onnx LABELS.json DATA [--json FILE]
Gold words throughout. Name scores are strict: both ends and the type must agree.
"""
import argparse
import collections
import json
import pathlib

import numpy as np

import batches
import decode
import text
from model import NAME_HEADS, backbone_folder

TEST_SETS = ("ewt_test", "gum_test", "uner_test", "re3d_test", "own_test")


def session(path, threads=1):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def predict(run, labels, records, pieces, style="plain"):
    """One dict of predicted layers per record."""
    index = {layer: {t: i for i, t in enumerate(labels[layer])} for layer in batches.LAYERS}
    examples = [batches.Example(r, pieces, index) for r in records]
    names = [o.name for o in run.get_outputs()]
    out = [None] * len(examples)
    for batch in batches.buckets(examples, 4000):
        ids, shape, mask, widx, _ = batches.inputs([examples[i] for i in batch], [style] * len(batch))
        given = run.run(None, {"ids": ids.numpy(), "shape": shape.numpy(), "mask": mask.numpy(), "widx": widx.numpy()})
        given = dict(zip(names, given))
        for row, i in enumerate(batch):
            n = len(examples[i].first)
            heads = decode.tree(given["arc"][row, :n, :n])
            rels = given["rel"][row, np.arange(n), heads]
            pred = {"heads": [int(h) for h in heads[1:]], "rels": [labels["rels"][r] for r in rels[1:]]}
            for layer in ("upos", "feats", "sem"):
                pred[layer] = [labels[layer][t] for t in given[layer][row, 1:n].argmax(-1)]
            for layer in NAME_HEADS:
                pred[layer] = decode.names(given[layer][row, 1:n], labels[layer])
            out[i] = pred
    return out


def f1(right, gold, predicted):
    return {"f1": round(200 * right / max(1, gold + predicted), 1), "p": round(100 * right / max(1, predicted), 1),
            "r": round(100 * right / max(1, gold), 1), "gold": gold}


def syntax_scores(gold, predicted):
    counts, per_rel = collections.Counter(), collections.defaultdict(collections.Counter)
    for g, p in zip(gold, predicted):
        for i in range(len(g["words"])):
            head, rel = g["heads"][i] == p["heads"][i], g["rels"][i] == p["rels"][i]
            counts["n"] += 1
            counts["upos"] += g["upos"][i] == p["upos"][i]
            counts["feats"] += g["feats"][i] == p["feats"][i]
            counts["uas"] += head
            counts["las"] += head and rel
            per_rel[g["rels"][i]]["gold"] += 1
            per_rel[p["rels"][i]]["predicted"] += 1
            per_rel[g["rels"][i]]["right"] += head and rel
    out = {k: round(100 * counts[k] / counts["n"], 2) for k in ("upos", "feats", "uas", "las")}
    out["relations"] = {r: f1(c["right"], c["gold"], c["predicted"])
                        for r, c in sorted(per_rel.items(), key=lambda x: -x[1]["gold"]) if c["gold"] >= 20}
    return out


def span_scores(gold, predicted, layer):
    counts = collections.defaultdict(collections.Counter)
    for g, p in zip(gold, predicted):
        if layer == "sem":
            a = {(i, t) for i, t in enumerate(g[layer]) if t != "O"}
            b = {(i, t) for i, t in enumerate(p[layer]) if t != "O"}
        else:
            a, b = decode.spans(g[layer]), decode.spans(p[layer])
        for kind, spans in (("gold", a), ("predicted", b), ("right", a & b)):
            for span in spans:
                counts["all"][kind] += 1
                counts[span[-1]][kind] += 1
    return {t: f1(c["right"], c["gold"], c["predicted"])
            for t, c in sorted(counts.items(), key=lambda x: -x[1]["gold"]) if c["gold"]}


def scores(run, labels, data, sets=TEST_SETS):
    pieces = text.WordPieces(backbone_folder() / "tokenizer.json")
    out = {}
    for name in sets:
        records = [json.loads(line) for line in open(data / f"{name}.jsonl", encoding="utf8")]
        if not records:
            continue
        predicted = predict(run, labels, records, pieces)
        out[name] = {}
        if "heads" in records[0]:
            out[name]["syntax"] = syntax_scores(records, predicted)
        for layer in NAME_HEADS + ("sem",):
            if layer in records[0]:
                out[name][layer] = span_scores(records, predicted, layer)
        if name == "ewt_test":
            for style in ("upper", "lower"):
                shouted = syntax_scores(records, predict(run, labels, records, pieces, style))
                out[name][f"syntax, {style}-cased"] = {k: shouted[k] for k in ("upos", "uas", "las")}
        if name == "own_test":
            shouted = predict(run, labels, records, pieces, "upper")
            out[name]["ner_actor, upper-cased"] = span_scores(records, shouted, "ner_actor")["all"]
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("labels", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path, help="also write the scores here")
    o = parser.parse_args()
    found = scores(session(o.model), json.load(open(o.labels, encoding="utf8")), o.data)
    shown = "{\n" + ",\n".join(f'"{name}": {json.dumps(s)}' for name, s in found.items()) + "\n}"
    print(shown)
    if o.json:
        o.json.write_text(shown + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
