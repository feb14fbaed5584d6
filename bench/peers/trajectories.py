"""Records how PyTorch trains SE-ResNet-20 in double precision, for sec.runtime.training.TrajectoryTest.

    cd bench/peers && python trajectories.py ../../runtime/src/test/resources/sec/runtime/training/trajectory.csv

The network and its weights are those of the zoo (`zoo/peer.py`). 32 images of 3x16x16 with four classes: channel c of
image i at row y and column x has the level (37 i + 11 c + 5 y + 3 x + 13 i x + 7 c y) mod 256, its class is i mod 4.
They become (level / 255 - 0.5) / 0.25 in single precision. Batches of 8 in the order of sec.runtime.data.EpochOrder
with seed 7; SGD, momentum 0.9, Nesterov, weight decay 5e-4, learning rate 0.1 times 0.7 after each epoch of 4 steps,
20 steps.

Each line is a name and its digest: the sum, the sum of the squares, and 24 elements evenly spaced. "loss" is a number.
Lines "gradient" and "loss" are of the first step; "parameters" and "buffers" of each step, in order, after it.
Needs torch and torchvision (recorded with Debian's python3-torchvision: torch 1.13).
"""

import sys

import numpy
import torch

from zoo.peer import fill
from zoo.residual import PEERS

IMAGES, CLASSES, SIDE, BATCH, EPOCHS, SEED, RATE = 32, 4, 16, 8, 5, 7, 0.1
PROBES = 24
MASK = 2**64 - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def permutation(seed, epoch, size):
    """EpochOrder.permutation: Fisher-Yates by SplitMix64, keyed with the seed and the epoch."""
    state = mix((mix((seed + GAMMA) & MASK) + epoch + GAMMA) & MASK)
    order = list(range(size))
    for i in range(size - 1, 0, -1):
        state = (state + GAMMA) & MASK
        j = ((mix(state) >> 32) * (i + 1)) >> 32
        order[i], order[j] = order[j], order[i]
    return order


def images():
    i, c, y, x = numpy.ogrid[:IMAGES, :3, :SIDE, :SIDE]
    levels = (37 * i + 11 * c + 5 * y + 3 * x + 13 * i * x + 7 * c * y) % 256
    one = numpy.float32
    values = (levels.astype(one) / one(255) - one(0.5)) / one(0.25)
    return torch.from_numpy(values).double()


def digest(name, tensors, file):
    values = torch.cat([tensor.detach().flatten() for tensor in tensors])
    probes = [values[k * (len(values) - 1) // (PROBES - 1)] for k in range(PROBES)]
    numbers = [values.sum(), (values * values).sum(), *probes]
    print(name, *(repr(number.item()) for number in numbers), sep=",", file=file)


def main(file):
    peer = PEERS["SECifarResNet20"]
    model = peer.model(num_classes=CLASSES).double()
    with torch.no_grad():
        fill(model, peer.order)
    model.train()
    parameters = list(model.parameters())
    names = [name for name, _ in model.named_buffers() if not name.endswith("num_batches_tracked")]
    optimizer = torch.optim.SGD(parameters, lr=RATE, momentum=0.9, nesterov=True, weight_decay=5e-4)
    x, y = images(), torch.arange(IMAGES) % CLASSES
    for epoch in range(EPOCHS):
        order = permutation(SEED, epoch, IMAGES)
        for group in optimizer.param_groups:
            group["lr"] = RATE * 0.7**epoch
        for start in range(0, IMAGES, BATCH):
            picked = order[start : start + BATCH]
            loss = torch.nn.functional.cross_entropy(model(x[picked]), y[picked])
            optimizer.zero_grad()
            loss.backward()
            if epoch == 0 and start == 0:
                print("loss", repr(loss.item()), sep=",", file=file)
                digest("gradient", [parameter.grad for parameter in parameters], file)
            optimizer.step()
            buffers = dict(model.named_buffers())
            digest("parameters", parameters, file)
            digest("buffers", [buffers[name] for name in names], file)


if __name__ == "__main__":
    with open(sys.argv[1], "w") as written:
        print(f"# PyTorch {torch.__version__.split('+')[0]}: name, digest", file=written)
        main(written)
