"""Owns the training loop: multi-task, bf16, one or two single-thread processes, EMA of the weights.

    python train.py --data DATA --out CHECKPOINT --minutes 60 [--init CHECKPOINT] [--world 2 --rank R]
"""
import argparse
import collections
import json
import os
import pathlib
import random
import time

import torch
import torch.distributed as dist
import torch.nn.functional as F

import batches
import text
from model import NAME_HEADS, TAG_HEADS, Parser, backbone_folder

WEIGHTS = {"upos": 0.7, "feats": 0.4, "sem": 0.3, "arc": 1.0, "rel": 1.0,
           "ner_actor": 1.0, "ner_uner": 0.7, "ner_gum": 0.5}


def options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=pathlib.Path, required=True)
    p.add_argument("--out", type=pathlib.Path, required=True)
    p.add_argument("--init", type=pathlib.Path)
    p.add_argument("--minutes", type=float, default=60, help="the learning rate reaches zero then, or after --epochs")
    p.add_argument("--epochs", type=int, default=10)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--head-lr", type=float, default=1.5e-3)
    p.add_argument("--warmup", type=float, default=0.05)
    p.add_argument("--tokens", type=int, default=2400, help="padded subwords a step, all processes together")
    p.add_argument("--ema", type=float, default=0.998)
    p.add_argument("--oversample", type=int, default=3, help="times a sentence with ner_actor is seen an epoch")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--world", type=int, default=1)
    p.add_argument("--rank", type=int, default=0)
    p.add_argument("--port", default="29571")
    p.add_argument("--steps", type=int, default=0, help="stop after so many steps (for timing)")
    return p.parse_args()


def cross_entropy(logits, gold, smoothing=0.0):
    return F.cross_entropy(logits.float().reshape(-1, logits.shape[-1]), gold.reshape(-1),
                           ignore_index=batches.IGNORED, label_smoothing=smoothing)


def losses(net, examples, rng):
    ids, shape, mask, widx, real = batches.inputs(examples, batches.draw_styles(examples, rng, 0.10, 0.05, 0.03))
    ids = batches.mask_words(ids, examples, rng, 0.06)
    gold = batches.golds(examples)
    out = {}
    with torch.autocast("cpu", dtype=torch.bfloat16):
        syntax, names = net.words(ids, shape, mask, widx)
        for head in TAG_HEADS:
            rows = (gold[head] != batches.IGNORED).any(1)
            if rows.any():
                vectors = (names if head in NAME_HEADS else syntax)[rows]
                share = rows.float().mean().item()  # a head that few sentences train weighs less
                scale = 1.0 if head in ("upos", "feats") else 0.2 + 1.5 * share
                out[head] = scale * cross_entropy(net.tags[head](vectors), gold[head][rows])
        rows = (gold["heads"] != batches.IGNORED).any(1)
        if rows.any():
            vectors, heads = syntax[rows], gold["heads"][rows]
            arcs = net.arc_scores(vectors).float().masked_fill(real[rows][:, None, :] == 0, -1e9)
            out["arc"] = cross_entropy(arcs, heads)
            dep, head = net.rel_vectors(vectors)
            rels = gold["rels"][rows]
            b, d = ((rels != batches.IGNORED) & (heads >= 0)).nonzero(as_tuple=True)
            out["rel"] = cross_entropy(net.rel_scores(dep[b, d], head[b, heads[b, d]]), rels[b, d], 0.03)
    return out


def average_gradients(parameters, world, fraction):
    """Means the gradients over processes; the last number carries rank 0's progress to all."""
    grads = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
    flat = torch.cat([g.reshape(-1) for g in grads] + [torch.tensor([fraction])])
    dist.all_reduce(flat)
    fraction = flat[-1].item()
    flat /= world
    at = 0
    for p in parameters:
        p.grad = flat[at:at + p.numel()].view_as(p)
        at += p.numel()
    return fraction


def main():
    o = options()
    if o.world > 1:
        os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=o.port, GLOO_SOCKET_IFNAME="lo")
        dist.init_process_group("gloo", rank=o.rank, world_size=o.world)
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    order, noise = random.Random(o.seed), random.Random(o.seed * 1000 + o.rank)
    records = [json.loads(line) for line in open(o.data / "train.jsonl", encoding="utf8")]
    start = torch.load(o.init, weights_only=False) if o.init else None
    labels = start["labels"] if start else batches.label_lists(records)
    pieces = text.WordPieces(backbone_folder() / "tokenizer.json")
    examples = batches.encode(records, pieces, labels, most_subwords=180)
    examples += [e for e in examples if "ner_actor" in e.record] * (o.oversample - 1)
    net = Parser(labels)
    net.encoder.load_pretrained()
    if start:
        net.load_state_dict(start["weights"])
    torch.manual_seed(o.seed * 1000 + o.rank)  # dropout differs between processes
    new = [p for n, p in net.named_parameters() if not n.startswith("encoder.") or n == "encoder.shape.weight"]
    old = [p for n, p in net.named_parameters()
           if n.startswith("encoder.") and n != "encoder.shape.weight" and p.requires_grad]
    parameters = old + new
    optimizer = torch.optim.AdamW([{"params": old, "lr": o.lr, "weight_decay": 0.01},
                                   {"params": new, "lr": o.head_lr, "weight_decay": 0.0}],
                                  betas=(0.9, 0.98), fused=True)
    peaks = [g["lr"] for g in optimizer.param_groups]
    ema = [p.detach().clone() for p in parameters]
    total = o.epochs * len(batches.buckets(examples, o.tokens, share=o.world))
    if o.rank == 0:
        print(len(examples), "examples", sum(len(e.ids) for e in examples), "subwords", total, "steps",
              {k: len(v) for k, v in labels.items()}, flush=True)

    step, began, fraction = 0, time.time(), 0.0
    sums = collections.Counter()
    while fraction < 1:
        net.train()
        for batch in batches.buckets(examples, o.tokens, order, o.world):
            parts = losses(net, [examples[i] for i in batch[o.rank::o.world]], noise)
            loss = sum(WEIGHTS[k] * v for k, v in parts.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            step += 1
            fraction = max(step / total, (time.time() - began) / 60 / o.minutes) if o.rank == 0 else 0.0
            if o.world > 1:
                fraction = average_gradients(parameters, o.world, fraction)
            torch.nn.utils.clip_grad_norm_(parameters, 1.0, foreach=True)
            rate = min(fraction / o.warmup, max(0.0, (1 - fraction) / (1 - o.warmup)))
            for group, peak in zip(optimizer.param_groups, peaks):
                group["lr"] = peak * rate
            optimizer.step()
            if o.rank == 0:
                torch._foreach_lerp_(ema, parameters, 1 - min(o.ema, (1 + step) / (20 + step)))
                for k, v in parts.items():
                    sums[k] += v.item()
                    sums["#" + k] += 1
                if step % 50 == 0:
                    print(f"step {step}/{total} {100 * fraction:.1f}% {time.time() - began:.0f}s " +
                          " ".join(f"{k}={sums[k] / sums['#' + k]:.3f}" for k in parts), flush=True)
                    sums.clear()
                if step % 200 == 0 or fraction >= 1:
                    save(o.out, net, parameters, ema, labels)
            if fraction >= 1 or (o.steps and step >= o.steps):
                fraction = 1.0
                break
    if o.world > 1:
        dist.barrier()


def save(path, net, parameters, ema, labels):
    """Writes the averaged weights (`weights`) beside the last ones (`last`)."""
    averaged = dict(zip(map(id, parameters), ema))
    weights = {n: averaged.get(id(p), p).detach().clone() for n, p in net.named_parameters()}
    last = {n: p.detach().clone() for n, p in net.named_parameters() if p.requires_grad}
    torch.save({"weights": weights, "last": last, "labels": labels}, path)


if __name__ == "__main__":
    main()
