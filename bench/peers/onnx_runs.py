"""Several ONNX files in ONNX Runtime, in turn within one process: median times, and ratios to the first.

    python bench/peers/onnx_runs.py FIRST.onnx OTHER.onnx... [--batch N] [--threads N] [--rounds N]

Threads do not spin. A round runs each model once; the order is drawn anew for each round.
"""

import argparse
import os
import random
import statistics
import time

import numpy
import onnxruntime


def session(file, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=30)
    arguments = parser.parse_args()
    sessions = [session(file, arguments.threads) for file in arguments.files]
    image = numpy.random.default_rng(0).standard_normal((arguments.batch, 3, 224, 224), numpy.float32)
    times = [[] for _ in sessions]
    order = list(range(len(sessions)))
    for i in range(arguments.rounds + 2):
        random.shuffle(order)
        for s in order:
            begin = time.perf_counter()
            sessions[s].run(None, {sessions[s].get_inputs()[0].name: image})
            if i >= 2:
                times[s].append(time.perf_counter() - begin)
    first = statistics.median(times[0])
    size = os.path.getsize(arguments.files[0])
    for file, seconds in zip(arguments.files, times):
        low, median, high = statistics.quantiles(seconds, n=4)
        print(f"{1000 * median:8.1f} ms ({1000 * low:.1f} to {1000 * high:.1f})  time x {median / first:.3f}"
              f"  size x {os.path.getsize(file) / size:.4f}  {file}")


if __name__ == "__main__":
    main()
