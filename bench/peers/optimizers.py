"""Records what PyTorch's optimizers do, for the tests of sec.runtime.optimizers.

    python bench/peers/optimizers.py > runtime/src/test/resources/sec/runtime/optimizers/pytorch.csv

Five weights w start at 0.1, 0.2, ..., 0.5. The loss of step t (from 0) is sum(c * w + w^2 / 2) with
c[i] = cos(0.37 t + i) / 2, and the learning rate is first * 0.7^(t // 10). All in double precision.
"""

import math

import torch

CASES = {
    "sgd": (0.1, torch.optim.SGD, {}),
    "sgd-decay": (0.1, torch.optim.SGD, {"weight_decay": 0.01}),
    "sgd-momentum": (0.1, torch.optim.SGD, {"momentum": 0.9, "weight_decay": 0.0005}),
    "sgd-nesterov": (
        0.1,
        torch.optim.SGD,
        {"momentum": 0.9, "weight_decay": 0.0005, "nesterov": True},
    ),
    "adadelta": (1.0, torch.optim.Adadelta, {}),
    "adadelta-decay": (0.5, torch.optim.Adadelta, {"rho": 0.95, "eps": 1e-5, "weight_decay": 0.01}),
}


def record(name, first, kind, settings):
    weight = torch.nn.Parameter(torch.arange(1, 6, dtype=torch.float64) / 10)
    optimizer = kind([weight], lr=first, **settings)
    for step in range(50):
        factor = torch.tensor(
            [math.cos(0.37 * step + i) / 2 for i in range(5)], dtype=torch.float64
        )
        for group in optimizer.param_groups:
            group["lr"] = first * 0.7 ** (step // 10)
        optimizer.zero_grad()
        (factor * weight + weight * weight / 2).sum().backward()
        optimizer.step()
        print(name, step, *(repr(value) for value in weight.tolist()), sep=",")


if __name__ == "__main__":
    print(f"# PyTorch {torch.__version__.split('+')[0]}: case,step,w0,w1,w2,w3,w4 after the step")
    for name, (first, kind, settings) in CASES.items():
        record(name, first, kind, settings)
