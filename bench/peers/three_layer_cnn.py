"""ThreeLayerCNN in plain PyTorch, trained as `sec train` trains it by default: a peer for speed and accuracy.

    python bench/peers/three_layer_cnn.py DIR [--middle conv|se] [--epochs N] [--seed N] [--threads N]

DIR holds CIFAR-10's official binary batches. Adadelta, learning rate 1, times 0.7 after each epoch, batch 64, no
augmentation, normalised by the training split's mean and deviation.
"""

import argparse
import os
import time

import numpy
import torch
from torch import nn


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, reduction):
        super().__init__()
        self.squeeze = nn.Linear(channels, channels // reduction)
        self.excite = nn.Linear(channels // reduction, channels)

    def forward(self, x):
        gate = torch.sigmoid(self.excite(torch.relu(self.squeeze(x.mean((2, 3))))))
        return x * gate[:, :, None, None]


def network(middle):
    se = middle == "se"
    return nn.Sequential(
        nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        SqueezeExcitation(32, 16) if se else nn.Sequential(nn.Conv2d(32, 64, 3, padding=1), nn.ReLU()),
        nn.MaxPool2d(2),
        nn.Conv2d(32 if se else 64, 64, 3, padding=1), nn.ReLU(),
        nn.Flatten(), nn.Linear(64 * 8 * 8, 10),
    )


def read(folder, names):
    rows = [numpy.fromfile(os.path.join(folder, name), dtype=numpy.uint8).reshape(-1, 3073) for name in names]
    rows = numpy.concatenate(rows)
    images = torch.from_numpy(rows[:, 1:].reshape(-1, 3, 32, 32).astype(numpy.float32) / 255)
    return images, torch.from_numpy(rows[:, 0].astype(numpy.int64))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--middle", choices=["conv", "se"], default="se")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    x, y = read(args.folder, [f"data_batch_{i}.bin" for i in range(1, 6)])
    x_test, y_test = read(args.folder, ["test_batch.bin"])
    mean, std = x.mean((0, 2, 3))[None, :, None, None], x.std((0, 2, 3))[None, :, None, None]
    x, x_test = (x - mean) / std, (x_test - mean) / std
    net = network(args.middle)
    print("parameters", sum(p.numel() for p in net.parameters()))
    optimizer = torch.optim.Adadelta(net.parameters(), lr=1.0)
    for epoch in range(args.epochs):
        for group in optimizer.param_groups:
            group["lr"] = 0.7**epoch
        order = torch.randperm(len(x))
        begin = time.perf_counter()
        for start in range(0, len(x), 64):
            picked = order[start : start + 64]
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x[picked]), y[picked]).backward()
            optimizer.step()
        rate = len(x) / (time.perf_counter() - begin)
        with torch.no_grad():
            right = sum((net(a).argmax(1) == b).sum().item() for a, b in zip(x_test.split(500), y_test.split(500)))
        print(f"epoch {epoch + 1}  top-1 {100 * right / len(y_test):.2f} %  {rate:.0f} images/s", flush=True)


if __name__ == "__main__":
    main()
