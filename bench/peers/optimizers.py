"""Records what PyTorch's optimizers and schedules do, for the tests of sec.runtime.optimizers.

    python bench/peers/optimizers.py runtime/src/test/resources/sec/runtime/optimizers

writes three files. In double precision:

pytorch.csv: five weights w start at 0.1, 0.2, ..., 0.5. The loss of step t (from 0) is sum(c * w + w^2 / 2) with
c[i] = cos(0.37 t + i) / 2, and the learning rate is first * 0.7^(t // 10). Case "groups" has them twice, as a matrix
with weight decay and as a vector without; "clip" clips the gradient's norm at 0.6; "average" is the exponential moving
average of the weights of "sgd-momentum", and of a buffer that is w times t.

schedules.csv: the learning rate of 50 steps, in 10 epochs of 5.

cross_entropy.csv: loss and gradient of the logits [[1, 2, 3], [-1, 0.5, 4]] with labels 2 and 0, by label smoothing.
"""

import math
import pathlib
import sys

import torch
from torch.optim import lr_scheduler
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

STEPS = 50
PER_EPOCH = 5
MOMENTUM = {"momentum": 0.9, "weight_decay": 0.0005}

CASES = {
    "sgd": (0.1, torch.optim.SGD, {}),
    "sgd-decay": (0.1, torch.optim.SGD, {"weight_decay": 0.01}),
    "sgd-momentum": (0.1, torch.optim.SGD, MOMENTUM),
    "sgd-nesterov": (0.1, torch.optim.SGD, {**MOMENTUM, "nesterov": True}),
    "adadelta": (1.0, torch.optim.Adadelta, {}),
    "adadelta-decay": (0.5, torch.optim.Adadelta, {"rho": 0.95, "eps": 1e-5, "weight_decay": 0.01}),
    "adam": (0.05, torch.optim.Adam, {}),
    "adam-decay": (0.05, torch.optim.Adam, {"betas": (0.8, 0.99), "eps": 1e-6, "weight_decay": 0.01}),
    "adamw": (0.05, torch.optim.AdamW, {"weight_decay": 0.01}),
    "rmsprop": (0.01, torch.optim.RMSprop, {}),
    "rmsprop-all": (
        0.01,
        torch.optim.RMSprop,
        {"alpha": 0.9, "eps": 1e-6, "momentum": 0.8, "weight_decay": 0.01, "centered": True},
    ),
    "clip": (0.1, torch.optim.SGD, MOMENTUM),
    "average": (0.1, torch.optim.SGD, MOMENTUM),
    "groups": (0.05, torch.optim.AdamW, {"weight_decay": 0.1}),
}

SCHEDULES = {
    "exponential": (0.4, lambda o: lr_scheduler.ExponentialLR(o, 0.7), True),
    "steps": (0.4, lambda o: lr_scheduler.MultiStepLR(o, [3, 4, 8], 0.2), True),
    "cosine": (0.4, lambda o: lr_scheduler.CosineAnnealingLR(o, STEPS, 0.01), False),
    "polynomial": (0.4, lambda o: lr_scheduler.PolynomialLR(o, STEPS, 2.0), False),
    "one-cycle": (0.4, lambda o: lr_scheduler.OneCycleLR(o, 0.4, STEPS, cycle_momentum=False), False),
    "one-cycle-early": (
        0.4,
        lambda o: lr_scheduler.OneCycleLR(
            o, 0.4, STEPS, pct_start=0.2, div_factor=10, final_div_factor=100, cycle_momentum=False
        ),
        False,
    ),
    "warm-exponential": (0.4, lambda o: warm(o, 10, lr_scheduler.StepLR(o, PER_EPOCH, 0.7)), False),
    "warm-steps": (0.4, lambda o: warm(o, 10, lr_scheduler.MultiStepLR(o, [15, 20], 0.2)), False),
    "warm-cosine": (0.4, lambda o: warm(o, 10, lr_scheduler.CosineAnnealingLR(o, STEPS - 10)), False),
    "warm-polynomial": (0.4, lambda o: warm(o, 7, lr_scheduler.PolynomialLR(o, STEPS - 7, 1.0)), False),
}


def warm(optimizer, steps, then):
    first = lr_scheduler.LinearLR(optimizer, 0.1, total_iters=steps)
    return lr_scheduler.SequentialLR(optimizer, [first, then], milestones=[steps])


def write(file, name, *values):
    print(name, *(repr(value) if isinstance(value, float) else value for value in values), sep=",", file=file)


def start():
    return torch.nn.Parameter(torch.arange(1, 6, dtype=torch.float64) / 10)


def optimizer_case(file, name, first, kind, settings):
    weights = [start()]
    groups = weights
    if name == "groups":
        weights.append(start())
        groups = [{"params": weights[:1]}, {"params": weights[1:], "weight_decay": 0.0}]
    optimizer = kind(groups, lr=first, **settings)
    model = torch.nn.Module()
    model.weight = weights[0]
    model.register_buffer("buffer", torch.zeros(5, dtype=torch.float64))
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9), use_buffers=True)
    for step in range(STEPS):
        factor = torch.tensor([math.cos(0.37 * step + i) / 2 for i in range(5)], dtype=torch.float64)
        for group in optimizer.param_groups:
            group["lr"] = first * 0.7 ** (step // 10)
        optimizer.zero_grad()
        sum((factor * weight + weight * weight / 2).sum() for weight in weights).backward()
        if name == "clip":
            torch.nn.utils.clip_grad_norm_(weights, 0.6)
        optimizer.step()
        model.buffer.copy_(step * model.weight.detach())
        average.update_parameters(model)
        shown = [average.module.weight, average.module.buffer] if name == "average" else weights
        write(file, name, step, *(value for weight in shown for value in weight.tolist()))


def schedule_case(file, name, first, kind, by_epoch):
    optimizer = torch.optim.SGD([start()], lr=first)
    schedule = kind(optimizer)
    for step in range(STEPS):
        write(file, name, step, optimizer.param_groups[0]["lr"])
        optimizer.step()
        if not by_epoch or step % PER_EPOCH == PER_EPOCH - 1:
            schedule.step()


def cross_entropy_case(file, smoothing):
    logits = torch.tensor([[1, 2, 3], [-1, 0.5, 4]], dtype=torch.float64, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor([2, 0]), label_smoothing=smoothing)
    loss.backward()
    write(file, smoothing, loss.item(), *logits.grad.flatten().tolist())


def main(folder):
    head = f"# PyTorch {torch.__version__.split('+')[0]}: "
    with open(folder / "pytorch.csv", "w") as file:
        print(head + "case, step, the numbers after it", file=file)
        for name, case in CASES.items():
            optimizer_case(file, name, *case)
    with open(folder / "schedules.csv", "w") as file:
        print(head + "case, step, learning rate", file=file)
        for name, case in SCHEDULES.items():
            schedule_case(file, name, *case)
    with open(folder / "cross_entropy.csv", "w") as file:
        print(head + "smoothing, loss, gradient", file=file)
        for smoothing in (0.0, 0.1, 0.5):
            cross_entropy_case(file, smoothing)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
