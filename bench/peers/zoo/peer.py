"""What a peer is, and what is asked of it: how many parameters and multiply-adds it has, and what it gives on known weights."""

import math
from dataclasses import dataclass, field
from typing import Callable

import numpy
import torch
from torch import nn

SAMPLES = 2
WEIGHTS_SEED = 20180819
INPUT_SEED = 1


@dataclass
class Peer:
    """A network as PyTorch has it.

    model: makes it, at its full size, in evaluation.
    input: the shape of one sample.
    settings: those that the library's net needs to be the same one.
    small: the keyword arguments of `model`, the input and the settings of the case whose outputs are recorded; none: it
        is only counted. The net has 10 classes there.
    order: puts the names of the state dict into the order of our files, where that is another one.
    """

    model: Callable[..., nn.Module]
    input: tuple = (3, 224, 224)
    settings: str = ""
    small: tuple | None = None
    order: Callable[[list], list] = field(default=lambda names: names)


def doubles(seed, count):
    """The first numbers of nextDouble of java.util.SplittableRandom(seed): SplitMix64 (Steele, Lea, Flood 2014)."""
    z = numpy.uint64(seed) + numpy.arange(1, count + 1, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> numpy.uint64(31))) >> numpy.uint64(11)) * 2.0**-53


def fill(model, order):
    """Gives `model` the weights of NetworkFixtures.weights in the compiler's tests."""
    state = model.state_dict()
    names = order([name for name in state if not name.endswith("num_batches_tracked")])
    stream = doubles(WEIGHTS_SEED, sum(state[name].numel() for name in names))
    for name in names:
        shape = state[name].shape
        unit, stream = stream[: shape.numel()], stream[shape.numel():]
        if name.endswith(".running_var"):
            values = 0.3 + 2 * unit
        elif len(shape) == 1 and name.endswith(".weight"):
            values = 0.5 + unit
        else:
            scale = 0.5 if len(shape) == 1 else math.sqrt(3.0 / (shape.numel() / shape[0]))
            values = scale * (2 * unit - 1)
        state[name].copy_(torch.from_numpy(values.astype(numpy.float32)).reshape(shape))


def outputs(model, shape, order=lambda names: names):
    """What `model` gives for two samples of `shape`, in double precision."""
    model = model.eval().double()
    fill(model, order)
    values = (4 * doubles(INPUT_SEED, SAMPLES * math.prod(shape)) - 2).astype(numpy.float32)
    with torch.no_grad():
        return model(torch.from_numpy(values).double().reshape(SAMPLES, *shape))


def logits(name, peer):
    """What the small form of `peer` gives."""
    arguments, shape, _ = peer.small
    results = outputs(peer.model(num_classes=10, **arguments), shape, peer.order)
    # A thousand times what the test tolerates.
    if (results[0] - results[1]).abs().max() < 1e-6 * results.abs().max():
        raise ValueError(f"{name}: the results hardly depend on the input, so they show little")
    return results.flatten().tolist()


def counts(peer):
    """Trainable parameters, and multiply-adds of convolutions and fully connected layers on one sample."""
    model = peer.model(num_classes=1000 if peer.input[1] > 32 else 10).eval()
    macs = 0

    def count(layer, inputs, output):
        nonlocal macs
        macs += output.numel() * math.prod(layer.weight.shape[1:])

    for layer in model.modules():
        if isinstance(layer, (nn.Conv1d, nn.Conv2d, nn.Linear)):
            layer.register_forward_hook(count)
    with torch.no_grad():
        model(torch.zeros(1, *peer.input))
    return sum(p.numel() for p in model.parameters()), macs
