"""Owns putting the proposer beside the parser in the shipped file.

    python attach.py CHECKPOINT MODEL      MODEL is a folder with ascribe-en.onnx and ascribe-en.json; both are rewritten

The parser's part of the file stays as it is, byte for byte; the proposer is quantised as the parser was
(`export.quantise`) and reads the parser's word embeddings. Running it again replaces the proposer.
"""
import json
import pathlib
import sys
import tempfile
import warnings

import onnx
import torch
from onnx import numpy_helper

import export
import marked
from proposer import Proposer

OUTPUTS = ("trigger", "role")
PREFIX = "proposer/"
WORDS = "encoder.word.weight"


def word_embeddings(path):
    """The parser's word embeddings as numbers."""
    model = onnx.load(str(path))
    wanted = [f"parser.{WORDS}_{part}" for part in ("quantized", "scale", "zero_point")]
    found = {i.name: torch.tensor(numpy_helper.to_array(i)).float() for i in model.graph.initializer if i.name in wanted}
    quantised, scale, zero = (found[name] for name in wanted)
    return (quantised - zero) * scale


class Exported(torch.nn.Module):
    def __init__(self, proposer):
        super().__init__()
        self.proposer = proposer.eval()

    def forward(self, ids, shape, mask, widx):
        trigger, _, role = self.proposer(ids, shape, mask, widx)
        return trigger, role


def to_onnx(proposer, path):
    ids = torch.randint(1000, 20000, (3, 17))
    shape, mask = torch.randint(0, 9, (3, 17)), torch.ones(3, 17, dtype=torch.long)
    widx = torch.arange(11)[None].repeat(3, 1)
    axes = {name: {0: "b", 1: "w" if name == "widx" else "t"} for name in export.INPUTS}
    axes |= {"trigger": {0: "b", 1: "w"}, "role": {0: "b", 1: "w", 3: "w"}}
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(Exported(proposer).eval(), (ids, shape, mask, widx), str(path),
                          input_names=list(export.INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
                          opset_version=17, dynamo=False, do_constant_folding=True)


def without(model):
    """The file without a proposer."""
    graph = model.graph
    for field in (graph.node, graph.initializer, graph.value_info):
        kept = [x for x in field if not x.name.startswith(PREFIX)]
        del field[:]
        field.extend(kept)
    outputs = [o for o in graph.output if o.name not in OUTPUTS]
    del graph.output[:]
    graph.output.extend(outputs)


def named_apart(model):
    """Every name of the proposer's graph with the prefix, but for the inputs and outputs."""
    shared = {i.name for i in model.graph.input} | set(OUTPUTS)

    def apart(name):
        return name if not name or name in shared else PREFIX + name

    for node in model.graph.node:
        node.name = PREFIX + node.name
        node.input[:] = [apart(n) for n in node.input]
        node.output[:] = [apart(n) for n in node.output]
    for field in (model.graph.initializer, model.graph.value_info):
        for item in field:
            item.name = apart(item.name)


def attach(small, target):
    """Puts the quantised proposer into the target file."""
    host, guest = onnx.load(str(target)), onnx.load(str(small))
    without(host)
    named_apart(guest)
    own = {f"{PREFIX}proposer.{WORDS}_{part}": f"parser.{WORDS}_{part}" for part in ("quantized", "scale", "zero_point")}
    assert own.keys() <= {i.name for i in guest.graph.initializer}, "no word embeddings in the proposer"
    for node in guest.graph.node:
        node.input[:] = [own.get(n, n) for n in node.input]
    host.graph.node.extend(guest.graph.node)
    host.graph.initializer.extend(i for i in guest.graph.initializer if i.name not in own)
    host.graph.output.extend(guest.graph.output)
    known = {o.domain for o in host.opset_import}
    host.opset_import.extend(o for o in guest.opset_import if o.domain not in known)
    onnx.checker.check_model(host)
    onnx.save(host, str(target))


def main():
    checkpoint, folder = map(pathlib.Path, sys.argv[1:3])
    proposer = Proposer()
    proposer.load_state_dict(torch.load(checkpoint))
    target = folder / "ascribe-en.onnx"
    with tempfile.TemporaryDirectory() as work:
        exact, small = pathlib.Path(work) / "proposer.f32.onnx", pathlib.Path(work) / "proposer.onnx"
        to_onnx(proposer, exact)
        export.quantise(exact, small)
        attach(small, target)
    labels_file = folder / "ascribe-en.json"
    labels = json.loads(labels_file.read_text(encoding="utf8"))
    labels["outputs"] = [o for o in labels["outputs"] if o not in OUTPUTS] + list(OUTPUTS)
    labels |= {"trigger": ["none", *marked.TYPES], "role": marked.ROLES}
    labels_file.write_text(json.dumps(labels, indent=1) + "\n", encoding="utf8")
    print(target, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
