"""What of a training step nothing but faster kernels can win: each convolution of a network by itself, forward and both gradients, in
both layouts, and each batch normalisation and rectifier, beside whole eager steps. They take turns, so that whatever else the
machine does falls on all of them alike.

    python bench/peers/convolutions.py SEResNet18Cifar --threads 2
"""

import argparse
import statistics
import time

import torch
from torch import nn

from training_speed import NETS

LAYOUTS = {"channels first": torch.contiguous_format, "channels last": torch.channels_last}


def seconds(parts):
    begin = time.perf_counter()
    for part in parts:
        part()
    return time.perf_counter() - begin


def layers(model, images):
    """Each layer with the shape that it reads."""
    seen = []
    hooks = [
        module.register_forward_hook(lambda layer, entry, _: seen.append((layer, entry[0].shape)))
        for module in model.modules()
        if isinstance(module, (nn.Conv2d, nn.BatchNorm2d, nn.ReLU))
    ]
    with torch.no_grad():
        model(images)
    for hook in hooks:
        hook.remove()
    return seen


def convolution(layer, shape, layout, first):
    """A convolution, and its gradients by its weights and by what it reads (the first has none); and their multiply-adds."""
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
    return parts, len(parts) * result.numel() * weight[0].numel()


def normalisation(layer, shape):
    """A batch normalisation and its gradients, channels last."""
    entry = torch.randn(shape).contiguous(memory_format=torch.channels_last)
    gradient = torch.randn_like(entry)
    weight, bias = layer.weight.detach(), layer.bias.detach()
    kept = [layer.running_mean, layer.running_var]
    _, mean, deviation = torch.native_batch_norm(entry, weight, bias, *kept, True, 0.1, 1e-5)
    return [
        lambda: torch.native_batch_norm(entry, weight, bias, *kept, True, 0.1, 1e-5),
        lambda: torch.ops.aten.native_batch_norm_backward(
            gradient, entry, weight, *kept, mean, deviation, True, 1e-5, [True, True, True]
        ),
    ]


def rectifier(shape):
    """A rectifier of a map, in place, and its gradient, channels last."""
    entry = torch.randn(shape).contiguous(memory_format=torch.channels_last)
    gradient = torch.randn_like(entry)
    return [lambda: torch.relu_(entry), lambda: torch.ops.aten.threshold_backward(gradient, entry, 0)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("net", choices=NETS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=9)
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

    seen = layers(model, images)
    work = {"eager step": [step]}
    for name, layout in LAYOUTS.items():
        found = [(layer, shape) for layer, shape in seen if isinstance(layer, nn.Conv2d)]
        made = [convolution(layer, shape, layout, i == 0) for i, (layer, shape) in enumerate(found)]
        work[f"convolutions, {name}"] = [part for parts, _ in made for part in parts]
        multiply_adds = sum(count for _, count in made)
    work["normalisations and rectifiers"] = [
        part
        for layer, shape in seen
        if len(shape) == 4 and not isinstance(layer, nn.Conv2d)
        for part in (rectifier(shape) if isinstance(layer, nn.ReLU) else normalisation(layer, shape))
    ]
    for parts in work.values():
        seconds(parts)
    times = {name: [] for name in work}
    for _ in range(options.rounds):
        for name, parts in work.items():
            times[name].append(seconds(parts))
    print(f"{options.net}, batch {batch}, {options.threads} threads, {2e-9 * multiply_adds:.0f} GFLOP of convolutions")
    for name, taken in times.items():
        print(f"{name:30} {1e3 * statistics.median(taken):6.0f} ms")
    steps, alone, beside = (times[name] for name in ("eager step", "convolutions, channels last", "normalisations and rectifiers"))
    print(f"the step takes {statistics.median(s / a for s, a in zip(steps, alone)):.2f} times these convolutions, channels last,")
    print(f"and {statistics.median(s / (a + b) for s, a, b in zip(steps, alone, beside)):.2f} times these with normalisations and rectifiers")


if __name__ == "__main__":
    main()
