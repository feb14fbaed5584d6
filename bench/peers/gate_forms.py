"""What a gate costs in ONNX Runtime on a CPU, in several exact forms, and why it costs anything.

    ./sec compile ResNet50 --to onnx --target generic -o DIR
    ./sec compile SEResNet50 --to onnx --target generic -o DIR
    python bench/peers/gate_forms.py DIR --batch 1 --threads 1

Rewrites the blocks `gate.SE` of DIR/SEResNet50.onnx in each of the forms below, holds their outputs to the plain one, and runs all of
them by turns beside DIR/ResNet50.onnx. With one thread it takes the processor time, which other loads of the machine disturb less. It
prints the median of the ratios to ResNet50, and how often maps change their order (ReorderInput, ReorderOutput).
Needs numpy, onnx, onnxruntime.
"""

import argparse
import collections
import os
import tempfile
import time

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

FORMS = {
    "plain": {},
    "convolutions": {"excite": "conv"},
    "early squeeze": {"early": True},
    "nearest resize": {"excite": "conv", "spread": "resize"},
    "average pool": {"excite": "conv", "spread": "pool"},
    "depthwise convolution": {"excite": "conv", "spread": "conv"},
    "resize of Gemm's gate": {"spread": "resize"},
    "resize, early squeeze": {"excite": "conv", "spread": "resize", "early": True},
    "resize, early, sum in a convolution": {"excite": "conv", "spread": "resize", "early": True, "sum": "conv"},
    "resize, early, g*relu(x/g + y)": {"excite": "conv", "spread": "resize", "early": True, "sum": "divided"},
}


class Graph:
    """A model whose nodes can be taken out and added in any order."""

    def __init__(self, path):
        self.model = onnx.load(path)
        self.nodes = {node.name: node for node in self.model.graph.node}
        self.weights = {t.name: numpy_helper.to_array(t) for t in self.model.graph.initializer}
        self.reshaped = set()
        self.shapes = {
            v.name: [d.dim_value for d in v.type.tensor_type.shape.dim][1:] for v in self.model.graph.value_info
        }

    def maker(self, value):
        return next(node for node in self.nodes.values() if value in node.output)

    def add(self, operator, inputs, name, shape=None, **attributes):
        self.nodes[name] = helper.make_node(operator, inputs, [name], name, **attributes)
        if shape:
            self.model.graph.value_info.append(
                helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", *shape])
            )
        return name

    def weight(self, name, values):
        self.weights[name] = np.ascontiguousarray(values, dtype=np.float32)
        return name

    def read_instead(self, before, now, but=()):
        for node in self.nodes.values():
            if node.name not in but:
                for i, value in enumerate(node.input):
                    if value == before:
                        node.input[i] = now

    def write(self, path):
        graph = self.model.graph
        done = {v.name for v in graph.input} | set(self.weights) | {""}
        ordered, left = [], list(self.nodes.values())
        while left:
            ready = [node for node in left if done.issuperset(node.input)]
            done.update(value for node in ready for value in node.output)
            ordered += ready
            left = [node for node in left if node not in ready]
        del graph.node[:], graph.initializer[:]
        graph.node.extend(ordered)
        read = {value for node in ordered for value in node.input}
        graph.initializer.extend(numpy_helper.from_array(w, n) for n, w in self.weights.items() if n in read)
        known = {value for node in ordered for value in node.output}
        typed = [v for v in graph.value_info if v.name in known and v.name not in self.reshaped]
        del graph.value_info[:]
        graph.value_info.extend(typed)
        onnx.save(self.model, path)


def rewrite(graph, block, excite="gemm", spread=None, early=False, sum=None):
    """One block `...gate.SE`, whose nodes have the names that the compiler gives them."""
    nodes = graph.nodes
    pool, flat, first, relu, second, gate, axes, scale = (
        nodes[block + name]
        for name in (".gap/pool", ".gap", ".fc[0]", ".relu", ".fc[1]", ".sigmoid", ".scale/unsqueeze1", ".scale")
    )
    map_ = pool.input[0]
    shape = graph.shapes[scale.output[0]]
    channels, height, width = shape
    w0, b0, w1, b1 = (graph.weights[n] for n in (*first.input[1:], *second.input[1:]))
    if early:
        conv = graph.maker(map_)
        w, b = (graph.weights[n].astype(np.float64) for n in conv.input[1:])
        w0, b0 = w0 @ w[:, :, 0, 0], w0 @ b + b0
        pool.input[0] = conv.input[0]
        graph.reshaped.update([pool.output[0], flat.output[0]])
        first.input[1:] = [graph.weight(block + ".w0", w0), graph.weight(block + ".b0", b0)]
    value = axes.output[0]
    if excite == "conv":
        for node in (flat, first, relu, second, gate, axes):
            del nodes[node.name]
        value = pool.output[0]
        for i, (w, b, activation) in enumerate([(w0, b0, "Relu"), (w1, b1, "Sigmoid")]):
            wn, bn = graph.weight(f"{block}.k{i}", w[:, :, None, None]), graph.weight(f"{block}.c{i}", b)
            value = graph.add("Conv", [value, wn, bn], f"{block}.conv{i}", kernel_shape=[1, 1])
            value = graph.add(activation, [value], f"{block}.act{i}")
    elif spread:
        ones = graph.weight(block + ".ones", np.ones((channels, 1, 1, 1)))
        value = graph.add("Conv", [value, ones], block + ".blocks", group=channels, kernel_shape=[1, 1])
    gate_value = value
    value = spread_gate(graph, block, value, spread, shape)
    scale.input[1] = value
    if sum:
        ones = graph.weight(f"ones.{channels}", np.ones((channels, 1, 1, 1)))
        add = next(n for n in nodes.values() if scale.output[0] in n.input)
        if sum == "conv":
            inputs = [scale.output[0], ones]
            handed = graph.add("Conv", inputs, block + ".hand", shape, group=channels, kernel_shape=[1, 1])
            graph.read_instead(scale.output[0], handed, but=[block + ".hand"])
        else:
            divided_sum(graph, block, scale, add, gate_value, value, shape)


def spread_gate(graph, block, value, spread, shape):
    channels, height, width = shape
    around = [height - 1, width - 1] * 2
    if spread == "resize":
        factors = graph.weight(f"factors.{height}.{width}", [1, 1, height, width])
        modes = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"}
        return graph.add("Resize", [value, "", factors], block + ".spread", shape, **modes)
    if spread == "pool":
        return graph.add(
            "AveragePool", [value], block + ".spread", shape, kernel_shape=[height, width], pads=around, count_include_pad=0
        )
    if spread == "conv":
        ones = graph.weight(f"ones.{channels}.{height}", np.ones((channels, 1, height, width)))
        return graph.add(
            "Conv", [value, ones], block + ".spread", shape, group=channels, kernel_shape=[height, width], pads=around
        )
    return value


def divided_sum(graph, block, scale, add, gate, spread, shape):
    """relu(x + g*y) as g*relu(x/g + y), as g is above 0: the sum and ReLU can be the convolution's."""
    other = next(v for v in add.input if v != scale.output[0])
    relu = next(n for n in graph.nodes.values() if add.output[0] in n.input)
    one = graph.weight("one", [1])
    inverse = graph.add("Div", [one, gate], block + ".inverse")
    inverse = spread_gate(graph, block + ".inverse", inverse, "resize", shape)
    divided = graph.add("Mul", [other, inverse], block + ".divided", shape)
    del graph.nodes[scale.name]
    add.input[:] = [scale.input[0], divided]
    product = graph.add("Mul", [relu.output[0], spread], block + ".product", shape)
    graph.read_instead(relu.output[0], product, but=[block + ".product"])


def session(path, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.optimized_model_filepath = path + ".optimized"
    run = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    optimized = onnx.load(options.optimized_model_filepath)
    kinds = collections.Counter(node.op_type for node in optimized.graph.node)
    return run, kinds["ReorderInput"] + kinds["ReorderOutput"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=int, default=20)
    arguments = parser.parse_args()
    clock = time.process_time if arguments.threads == 1 else time.perf_counter
    runs = {"ResNet50": session(os.path.join(arguments.folder, "ResNet50.onnx"), arguments.threads)}
    with tempfile.TemporaryDirectory() as folder:
        for name, form in FORMS.items():
            graph = Graph(os.path.join(arguments.folder, "SEResNet50.onnx"))
            for pool in [n for n in graph.nodes if n.endswith(".gate.SE.gap/pool")]:
                rewrite(graph, pool[: -len(".gap/pool")], **form)
            path = os.path.join(folder, name.replace("/", "by") + ".onnx")
            graph.write(path)
            runs[name] = session(path, arguments.threads)
    images = np.random.default_rng(0).standard_normal((arguments.batch, 3, 224, 224), dtype=np.float32)
    results = {name: run.run(None, {"input": images})[0] for name, (run, _) in runs.items()}
    times = {name: [] for name in runs}
    for _ in range(arguments.runs):
        for name, (run, _) in runs.items():
            begin = clock()
            run.run(None, {"input": images})
            times[name].append(clock() - begin)
    print(f"batch {arguments.batch}, {arguments.threads} thread(s), ONNX Runtime {onnxruntime.__version__}")
    print(f"{'form':38} {'ratio':>6} {'median ms':>10} {'reorders':>9} {'error':>9}")
    for name, (_, reorders) in runs.items():
        ratio = np.median(np.array(times[name]) / np.array(times["ResNet50"]))
        plain = results["plain"]
        error = np.abs(results[name] - plain).max() / np.abs(plain).max()
        shown = "" if name == "ResNet50" else f"{error:9.1e}"
        print(f"{name:38} {ratio:6.3f} {1e3 * np.median(times[name]):10.1f} {reorders:9} {shown:>9}")


if __name__ == "__main__":
    main()
