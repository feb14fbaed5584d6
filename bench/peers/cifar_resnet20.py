"""SE-ResNet-20 with projections in plain PyTorch on CIFAR-10: a peer for accuracy.

    python bench/peers/cifar_resnet20.py DIR/cifar-10-batches-bin [--epochs N] [--seeds 0,1,2] [--threads N] [--precision fp32|bf16]

What `sec train 'SECifarResNet20(shortcut="B")' --data cifar10 --data-dir DIR --epochs 8 --batch 128 --optimizer sgd --lr 0.2
--schedule one-cycle --weight-decay 5e-4 --augment 'pad-crop(4) flip'` does, written without any of its code: images are cropped
from a black margin of 4, flipped or not, and normalised by the training split's means and deviations.
"""

import argparse
import time

import numpy
import torch
from torch import nn

from three_layer_cnn import read
from training_speed import residual

BATCH = 128
MARGIN = 4


def augmented(images, generator):
    """Each image from its own place in a black margin, every second one mirrored on average."""
    count, _, height, width = images.shape
    padded = nn.functional.pad(images, (MARGIN,) * 4)
    down, right = torch.randint(0, 2 * MARGIN + 1, (2, count), generator=generator)
    mirrored = torch.rand(count, generator=generator) < 0.5
    columns = torch.arange(width).expand(count, -1)
    columns = torch.where(mirrored[:, None], width - 1 - columns, columns) + right[:, None]
    rows = torch.arange(height) + down[:, None]
    picked = padded[torch.arange(count)[:, None, None], :, rows[:, :, None], columns[:, None, :]]
    return picked.permute(0, 3, 1, 2)


def top1(model, images, labels):
    model.eval()
    with torch.no_grad():
        right = sum((model(a).argmax(1) == b).sum().item() for a, b in zip(images.split(500), labels.split(500)))
    model.train()
    return 100 * right / len(labels)


def train(seed, args, x, y, x_test, y_test):
    torch.manual_seed(seed)
    mean, std = x.mean((0, 2, 3))[None, :, None, None], x.std((0, 2, 3))[None, :, None, None]
    model = residual([16, 32, 64], 3, True).to(memory_format=torch.channels_last)
    optimizer = torch.optim.SGD(model.parameters(), 0.2, momentum=0.9, weight_decay=5e-4)
    steps = args.epochs * -(-len(x) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.2, total_steps=steps, cycle_momentum=False)
    if seed == args.seeds[0]:
        print("parameters", sum(p.numel() for p in model.parameters()), flush=True)
    generator = torch.Generator().manual_seed(seed)
    for epoch in range(args.epochs):
        order = torch.randperm(len(x), generator=generator)
        begin = time.perf_counter()
        for picked in order.split(BATCH):
            batch = ((augmented(x[picked], generator) - mean) / std).contiguous(memory_format=torch.channels_last)
            with torch.autocast("cpu", torch.bfloat16, enabled=args.precision == "bf16"):
                logits = model(batch)
            optimizer.zero_grad()
            nn.functional.cross_entropy(logits.float(), y[picked]).backward()
            optimizer.step()
            schedule.step()
        rate = len(x) / (time.perf_counter() - begin)
        score = top1(model, (x_test - mean) / std, y_test)
        print(f"seed {seed}  epoch {epoch + 1}  top-1 {score:.2f} %  {rate:.0f} images/s", flush=True)
    return score


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seeds", type=lambda text: [int(word) for word in text.split(",")], default=[0, 1, 2])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--precision", choices=["fp32", "bf16"], default="fp32")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    x, y = read(args.folder, [f"data_batch_{i}.bin" for i in range(1, 6)])
    x_test, y_test = read(args.folder, ["test_batch.bin"])
    scores = [train(seed, args, x, y, x_test, y_test) for seed in args.seeds]
    print(f"top-1 after {args.epochs} epochs: mean {numpy.mean(scores):.2f} %, of {', '.join(f'{s:.2f}' for s in scores)}")


if __name__ == "__main__":
    main()
