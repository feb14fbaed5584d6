"""The time, processor time and memory of an export as a whole process: ours, then PyTorch's, in turn.

    python bench/peers/export_time.py [--rounds N]

SE-ResNet-50 with weights from a file, to ONNX. PyTorch draws its weights instead, which is no slower; "torch" is its
exporter through TorchScript, "dynamo" the one that it takes by default.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file

HERE = os.path.dirname(os.path.abspath(__file__))
SEC = os.path.join(HERE, "..", "..", "sec")


def run(words):
    """Seconds, processor seconds, MiB."""
    begin = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"failed: {' '.join(words)}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def torch_export(folder):
    return [sys.executable, os.path.join(HERE, "onnx_export.py"), "se_resnet50", os.path.join(folder, "torch.onnx")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        export = [SEC, "compile", "SEResNet50", "--to", "onnx", "-o", folder]
        subprocess.run(export + ["--form", "trainable"], check=True, stdout=subprocess.DEVNULL)
        tensors = onnx.load(os.path.join(folder, "SEResNet50.onnx")).graph.initializer
        weights = os.path.join(folder, "weights.safetensors")
        save_file({t.name: numpy_helper.to_array(t).copy() for t in tensors if "/" not in t.name}, weights)
        commands = {
            "sec": export + ["--weights", weights],
            "torch": torch_export(folder),
            "dynamo": torch_export(folder) + ["--dynamo"],
        }
        runs = {name: [] for name in commands}
        for _ in range(rounds):
            for name, words in commands.items():
                runs[name].append(run(words))
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in runs.items()}
    for name, (wall, cpu, memory) in medians.items():
        print(f"{name:6} {wall:6.2f} s {cpu:6.2f} s of processor {memory:6.0f} MiB")
    for name in ("torch", "dynamo"):
        ratios = [b / a for a, b in zip(medians["sec"], medians[name])]
        print("%s / sec: time %.2f, processor %.2f, memory %.2f" % (name, *ratios))


if __name__ == "__main__":
    main()
