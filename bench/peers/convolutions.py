"""What of a training step are convolutions: each one of a network by itself, forward and both gradients, in both layouts, beside
whole eager steps. What is left over bounds what anything but faster convolutions can win.

    python bench/peers/convolutions.py SEResNet18Cifar --threads 2
"""

import argparse
import statistics
import time

import torch
from torch import nn

from training_speed import NETS

LAYOUTS = {"channels first": torch.contiguous_format, "channels last": torch.channels_last}


def seconds(work, runs):
    work()
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def convolutions(model, images):
    """Each convolution with the shape that it reads."""
    seen = []
    hooks = [
        module.register_forward_hook(lambda layer, entry, _: seen.append((layer, entry[0].shape)))
        for module in model.modules()
        if isinstance(module, nn.Conv2d)
    ]
    with torch.no_grad():
        model(images)
    for hook in hooks:
        hook.remove()
    return seen


def alone(layer, shape, layout, first, runs):
    """Seconds of a convolution, and of its gradients by what it reads (the first has none) and by its weights."""
    entry = torch.randn(shape).contiguous(memory_format=layout)
    weight = layer.weight.detach().contiguous(memory_format=layout)
    setting = (list(layer.stride), list(layer.padding), list(layer.dilation))
    result = torch.conv2d(entry, weight, None, *setting)
    gradient = torch.randn_like(result)

    def backward(by_entry, by_weight):
        torch.ops.aten.convolution_backward(
            gradient, entry, weight, None, *setting, False, [0, 0], layer.groups, [by_entry, by_weight, False]
        )

    parts = [lambda: torch.conv2d(entry, weight, None, *setting), lambda: backward(False, True)]
    if not first:
        parts.append(lambda: backward(True, False))
    multiply_adds = len(parts) * result.numel() * weight[0].numel()
    return sum(seconds(part, runs) for part in parts), multiply_adds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("net", choices=NETS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    make, batch = NETS[options.net]
    model = make()
    images, labels = torch.randn(batch, 3, 32, 32), torch.arange(batch) % 10
    optimizer = torch.optim.SGD(model.parameters(), 0.01, momentum=0.9, weight_decay=5e-4)

    def step():
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(images), labels).backward()
        optimizer.step()

    whole = seconds(step, options.runs)
    print(f"{options.net}, batch {batch}: an eager step takes {1e3 * whole:.0f} ms")
    layers = convolutions(model, images)
    for name, layout in LAYOUTS.items():
        times = [alone(layer, shape, layout, i == 0, options.runs) for i, (layer, shape) in enumerate(layers)]
        total = sum(time for time, _ in times)
        rate = 2 * sum(count for _, count in times) / total / 1e9
        print(f"convolutions, {name}: {1e3 * total:.0f} ms, {rate:.0f} GFLOP/s; the eager step is {whole / total:.2f} times that")


if __name__ == "__main__":
    main()
