"""Owns the second network of the model file: it proposes words that tell a claim, and who fills its roles.

    python proposer.py OUT [--minutes M] [--seed S] [--also FILE…]     trains on `claims/` and FILE, writes a checkpoint

An encoder of its own, all-MiniLM-L6-v2 as published, since one trained on trees forgets what words mean: on the same
marked texts it finds the right type a quarter more often. The word embeddings are the parser's (both keep those of
the published weights), so the file holds them once. Heads read each word from its first subword:

- `trigger`: for each word, no deed or one of the types of the codebook;
- `role`: for each pair of words, whether the second fills one of the roles of the deed that the first tells.
"""
import argparse
import pathlib
import random
import time

import torch
import torch.nn.functional as F
from torch import nn

import marked
import text
from model import Dropout, Encoder, backbone_folder

PAIR = 96
WEIGHT_OF = {"trigger": 3.0, "status": 0.3, "role": 24.0}
MASKED, IGNORED = 0.06, -1


class Proposer(nn.Module):
    def __init__(self, size=384, dropout=0.3):
        super().__init__()
        self.encoder = Encoder(size=size)
        self.dropout = Dropout(dropout)
        n_roles = len(marked.ROLES)
        self.telling = nn.Linear(size, size)
        self.trigger, self.status = nn.Linear(size, 1 + len(marked.TYPES)), nn.Linear(size, len(marked.STATUSES))
        self.deed, self.filler = nn.Linear(size, PAIR), nn.Linear(size, PAIR)
        self.pair = nn.Parameter(torch.randn(PAIR, n_roles * PAIR) * 0.02)
        self.filler_only = nn.Linear(PAIR, n_roles)

    def forward(self, ids, shape, mask, widx):
        """Logits: trigger [b, w, 1 + types], status [b, w, statuses], role [b, deed, role, filler]."""
        state = self.encoder(ids, shape, mask)[-1]
        words = self.dropout(torch.gather(state, 1, widx[:, :, None].expand(-1, -1, state.shape[-1])))
        told = self.dropout(F.gelu(self.telling(words)))
        deed, filler = F.gelu(self.deed(words)), F.gelu(self.filler(words))
        b, w, size = deed.shape
        crossed = torch.matmul(deed, self.pair).reshape(b, w * len(marked.ROLES), size)
        role = torch.matmul(crossed, filler.transpose(1, 2)).reshape(b, w, len(marked.ROLES), w)
        return self.trigger(told), self.status(told), role + self.filler_only(filler).transpose(1, 2)[:, None]


def numbers(words, pieces):
    """(ids, shapes, first subword of each word with [CLS] first)."""
    ids, shape, first = [text.CLS], [0], [0]
    for n, word in enumerate(words):
        cut = pieces(word)
        first.append(len(ids))
        ids += cut
        shape += [text.shape_of(word, n == 0)] * len(cut)
    return ids + [text.SEP], shape + [0], first


def padded(rows, value=0):
    width = max(map(len, rows))
    return torch.tensor([list(r) + [value] * (width - len(r)) for r in rows])


def batches(sentences, most, rng):
    """Sentences of about one length, at most `most` subwords with the padding."""
    order = sorted(sentences, key=lambda s: len(s[1][0]) + rng.uniform(0, 6))
    out, batch = [], []
    for sentence in order:
        if batch and (len(batch) + 1) * len(sentence[1][0]) > most:
            out.append(batch)
            batch = []
        batch.append(sentence)
    out.append(batch)
    rng.shuffle(out)
    return out


def loss_of(net, batch, rng):
    ids, shape, first = (padded([s[1][k] for s in batch]) for k in range(3))
    mask = (ids != 0).long()
    if net.training:
        hidden = torch.tensor([[i not in (0, text.CLS, text.SEP) and rng.random() < MASKED for i in row]
                               for row in ids.tolist()])
        ids = torch.where(hidden, text.MASK, ids)
    trigger, status, role = net(ids, shape, mask, first)
    want = padded([[IGNORED] + s[0].trigger for s in batch], IGNORED)
    loss = WEIGHT_OF["trigger"] * F.cross_entropy(trigger.flatten(0, 1), want.flatten(), ignore_index=IGNORED)
    stands = padded([[IGNORED] + s[0].status for s in batch], IGNORED)
    if (stands >= 0).any():
        loss += WEIGHT_OF["status"] * F.cross_entropy(status.flatten(0, 1), stands.flatten(), ignore_index=IGNORED)
    told, truth, real = [], [], []
    for n, (sentence, _) in enumerate(batch):
        for i, claims in enumerate(sentence.claims):
            if claims:
                row = torch.zeros(len(marked.ROLES), role.shape[-1])
                for claim in claims:
                    for j, r in sentence.roles.get(claim, ()):
                        row[r, 1 + j] = 1
                told.append(role[n, 1 + i])
                truth.append(row)
                words = torch.arange(role.shape[-1])
                known = torch.tensor([r not in sentence.unknown for r in marked.ROLES])
                real.append(((words > 0) & (words <= len(sentence.words)))[None] & known[:, None])
    if told:
        each = F.binary_cross_entropy_with_logits(torch.stack(told), torch.stack(truth), reduction="none")
        real = torch.stack(real)
        if real.any():
            loss += WEIGHT_OF["role"] * each[real].mean()
    return loss


def train(net, sentences, minutes, seed, epochs=12, most=1500, rate=1.5e-4, head_rate=1.5e-3):
    """AdamW, linear warm-up and decay; stops where `minutes` are over with the rate brought to nothing."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    slow = [p for p in net.encoder.parameters() if p.requires_grad]
    fast = [p for name, p in net.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": slow, "lr": rate}, {"params": fast, "lr": head_rate}], weight_decay=0.01)
    rates = [rate, head_rate]
    begun, total, step = time.time(), epochs * len(batches(sentences, most, random.Random(0))), 0
    for epoch in range(epochs):
        net.train()
        summed = 0.0
        order = batches(sentences, most, rng)
        for batch in order:
            gone = max(step / total, (time.time() - begun) / (60 * minutes))
            if gone >= 1:
                break
            factor = min(1, (step + 1) / (0.06 * total)) * (1 - gone)
            for group, base in zip(optimiser.param_groups, rates):
                group["lr"] = base * factor
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(net, batch, rng)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            summed += loss.item()
            step += 1
        print(f"epoch {epoch} loss {summed / len(order):.3f} after {time.time() - begun:.0f} s", flush=True)
        if gone >= 1:
            break


def fresh(words_of_parser=None):
    """The network with the published weights, its word embeddings those of the parser where given, and frozen."""
    net = Proposer()
    net.encoder.load_pretrained()
    if words_of_parser is not None:
        net.encoder.word.weight.data.copy_(words_of_parser)
    return net


def encode(sentences, pieces, most=500):
    both = ((s, numbers(s.words, pieces)) for s in sentences if s.words)
    return [(s, n) for s, n in both if len(n[0]) <= most]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--minutes", type=float, default=30)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--also", type=pathlib.Path, nargs="*", default=[], help="marked texts beside those of claims/")
    p.add_argument("--model", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent / "model")
    o = p.parse_args()
    import attach
    pieces = text.WordPieces(backbone_folder() / "tokenizer.json")
    sentences = encode(marked.sentences(marked.to_learn_from() + o.also), pieces)
    print(len(sentences), "sentences,", sum(len(s.words) for s, _ in sentences), "words")
    net = fresh(attach.word_embeddings(o.model / "ascribe-en.onnx"))
    train(net, sentences, o.minutes, o.seed)
    torch.save(net.state_dict(), o.out)


if __name__ == "__main__":
    main()
