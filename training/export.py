"""Owns the shipped files: checkpoint → ONNX (exact and int8), labels and vocabulary.

    python export.py CHECKPOINT OUT [--version V]
"""
import argparse
import json
import pathlib
import shutil
import warnings

import torch
from torch import nn

import text
from model import TAG_HEADS, Parser, backbone_folder

OUTPUTS = ("upos", "arc", "rel", "feats", "sem", "ner_actor", "ner_uner", "ner_gum")
INPUTS = ("ids", "shape", "mask", "widx")


class Exported(nn.Module):
    """The parser with the inputs and outputs that the reader in Rust knows."""

    def __init__(self, parser):
        super().__init__()
        self.parser = parser.eval()
        self.register_buffer("rel_flat", parser.rel_flat().detach().contiguous())  # one constant, so it is quantised

    def forward(self, ids, shape, mask, widx):
        net = self.parser
        syntax, names = net.words(ids, shape, mask, widx)
        out = net.tag_logits(syntax, names)
        out["arc"] = net.arc_scores(syntax)
        out["rel"] = net.rel_best(*net.rel_vectors(syntax), self.rel_flat)
        return tuple(out[name] for name in OUTPUTS)


def to_onnx(parser, path):
    ids = torch.randint(1000, 20000, (3, 17))
    shape, mask = torch.randint(0, 9, (3, 17)), torch.ones(3, 17, dtype=torch.long)
    widx = torch.arange(11)[None].repeat(3, 1)
    axes = {name: {0: "b", 1: "w" if name == "widx" else "t"} for name in INPUTS}
    axes |= {name: {0: "b", 1: "w"} for name in OUTPUTS}
    axes["arc"][2] = axes["rel"][2] = "w"
    net = Exported(parser).eval()
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(net, (ids, shape, mask, widx), str(path), input_names=list(INPUTS),
                          output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
                          do_constant_folding=True)


def quantise(source, target):
    """Signed 7-bit weights a channel: the same sums on machines with and without VNNI."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process
    prepared = target.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=["MatMul", "Gemm", "Gather"])
    prepared.unlink()
    drop_unused_domains(target)


def drop_unused_domains(path):
    """The quantiser names operator sets that the graph does not use; other runtimes may stumble over them."""
    import onnx
    graph = onnx.load(str(path))
    used = {node.domain for node in graph.graph.node}
    kept = [o for o in graph.opset_import if o.domain in used]
    del graph.opset_import[:]
    graph.opset_import.extend(kept)
    onnx.save(graph, str(path))


def check(parser, path):
    """The f32 file must answer as the network does, for other sizes than the one it was traced with."""
    import evaluate
    generator = torch.Generator().manual_seed(3)
    ids = torch.randint(1000, 20000, (5, 29), generator=generator)
    shape, mask = torch.randint(0, 9, (5, 29), generator=generator), torch.ones(5, 29, dtype=torch.long)
    mask[2, 20:] = 0
    widx = torch.arange(21)[None].repeat(5, 1)
    given = evaluate.session(path).run(list(OUTPUTS), {
        "ids": ids.numpy(), "shape": shape.numpy(), "mask": mask.numpy(), "widx": widx.numpy()})
    with torch.no_grad():
        own = Exported(parser).eval()(ids, shape, mask, widx)
    for name, a, b in zip(OUTPUTS, given, own):
        apart = (torch.tensor(a) - b).abs().max().item() if name != "rel" else (torch.tensor(a) != b).sum().item()
        assert apart < 2e-3 if name != "rel" else apart <= 2, (name, apart)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint", type=pathlib.Path)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--version", default="1")
    p.add_argument("--weights", default="weights", choices=("weights", "last"), help="the averaged ones or the last")
    o = p.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    given = torch.load(o.checkpoint, weights_only=False)
    parser = Parser(given["labels"])
    parser.load_state_dict(given["weights"])
    if o.weights == "last":
        parser.load_state_dict(given["last"], strict=False)
    parser.eval()
    exact, small = o.out / "ascribe-en.f32.onnx", o.out / "ascribe-en.onnx"
    to_onnx(parser, exact)
    check(parser, exact)
    quantise(exact, small)
    labels = {"version": o.version, "language": "en", "max_subwords": text.MAX_SUBWORDS,
              "inputs": list(INPUTS), "outputs": list(OUTPUTS), "rels": given["labels"]["rels"]}
    labels |= {head: given["labels"][head] for head in TAG_HEADS}
    (o.out / "ascribe-en.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf8")
    shutil.copyfile(backbone_folder() / "vocab.txt", o.out / "vocab.txt")
    for path in (exact, small):
        print(path.name, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
