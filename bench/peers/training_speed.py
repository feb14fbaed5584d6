"""Training steps beside plain PyTorch, eager, in single precision: images a second and ratios. Each way to train is a process of
its own; they take turns, a few steps each, so that whatever else the machine does falls on all of them alike.

    mvn -q -pl bench -am package -DskipTests
    python bench/peers/training_speed.py --threads 2

Java is that of JAVA_HOME, else the one on the PATH; it has to be 21 or newer.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

CLASSES = 10


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, r=16):
        super().__init__()
        hidden = max(1, channels // r)
        self.excite = nn.Sequential(
            nn.Linear(channels, hidden), nn.ReLU(inplace=True), nn.Linear(hidden, channels), nn.Sigmoid()
        )

    def forward(self, x):
        return x * self.excite(x.mean((2, 3)))[:, :, None, None]


class Block(nn.Module):
    def __init__(self, entry, out, stride, projects):
        super().__init__()
        self.branch = nn.Sequential(
            nn.Conv2d(entry, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU(inplace=True),
            nn.Conv2d(out, out, 3, 1, 1, bias=False), nn.BatchNorm2d(out), SqueezeExcitation(out),
        )
        self.stride, self.added, self.skip = stride, out - entry, None
        if self.added and projects:
            self.skip = nn.Sequential(nn.Conv2d(entry, out, 1, stride, bias=False), nn.BatchNorm2d(out))

    def forward(self, x):
        if self.skip:
            beside = self.skip(x)
        elif self.added:
            half = self.added // 2
            beside = F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, half, half))
        else:
            beside = x
        return F.relu(self.branch(x) + beside, inplace=True)


def residual(widths, depth, projects):
    """A ResNet of basic blocks for images of 32x32, with SE."""
    layers = [nn.Conv2d(3, widths[0], 3, 1, 1, bias=False), nn.BatchNorm2d(widths[0]), nn.ReLU(inplace=True)]
    entry = widths[0]
    for out in widths:
        for i in range(depth):
            layers.append(Block(entry, out, 2 if i == 0 and out != widths[0] else 1, projects))
            entry = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(entry, CLASSES))


# What the launcher `sec` tells malloc and libtorch's threads (see keep_memory and wait_briefly there).
LAUNCHER = {
    "GOMP_SPINCOUNT": "10000",
    "OMP_WAIT_POLICY": "PASSIVE",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_MAX_": "0",
    "MALLOC_TRIM_THRESHOLD_": "1099511627776",
    "MALLOC_TOP_PAD_": "67108864",
}

NETS = {
    "SECifarResNet20": (lambda: residual([16, 32, 64], 3, False), 128),
    "SEResNet18Cifar": (lambda: residual([64, 128, 256, 512], 2, True), 64),
}


def peer(net, batch, threads):
    """PyTorch's side: for each line with a number, takes so many steps and says the seconds of each."""
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    model = NETS[net][0]()
    optimizer = torch.optim.SGD(model.parameters(), 0.01, momentum=0.9, weight_decay=5e-4)
    images, labels = torch.randn(batch, 3, 32, 32), torch.arange(batch) % CLASSES
    print(sum(p.numel() for p in model.parameters()), flush=True)
    for line in sys.stdin:
        seconds = []
        for _ in range(int(line)):
            begin = time.perf_counter()
            loss = F.cross_entropy(model(images), labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            loss.item()
            seconds.append(time.perf_counter() - begin)
        print(*seconds, flush=True)


def start(command, **environment):
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**environment, **os.environ}
    )


def steps(process, count):
    process.stdin.write(f"{count}\n")
    process.stdin.flush()
    return [float(word) for word in process.stdout.readline().split()]


def compare(net, batch, threads, rounds, count, engines, keep):
    settings = [net, str(batch), str(threads)]
    home = os.environ.get("JAVA_HOME")
    java = [os.path.join(home, "bin", "java") if home else "java", "--enable-native-access=ALL-UNNAMED", "-cp", "bench/target/bench.jar:bench/target/lib/*"]
    ways = {"PyTorch eager fp32": start([sys.executable, __file__, "--peer", *settings])}
    if keep:
        ways["PyTorch, keeping"] = start([sys.executable, __file__, "--peer", *settings], **LAUNCHER)
    for engine in engines:
        ways[f"sec {engine}"] = start([*java, "sec.bench.TrainingSpeed", *settings, engine], **LAUNCHER)
    parameters = {way: int(process.stdout.readline()) for way, process in ways.items()}
    if len(set(parameters.values())) > 1:
        raise SystemExit(f"these are not the same network: {parameters}")
    seconds = {way: [] for way in ways}
    for process in ways.values():
        steps(process, 3)
    for _ in range(rounds):
        for way, process in ways.items():
            seconds[way].append(statistics.median(steps(process, count)))
    for process in ways.values():
        process.stdin.close()
        process.wait()
    base = seconds["PyTorch eager fp32"]
    for way, times in seconds.items():
        # Of what was done one right after the other.
        ratio = statistics.median(b / t for b, t in zip(base, times))
        print(f"{net:16} {batch:5} {way:20} {batch / statistics.median(times):8.0f} {ratio:8.2f}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--steps", type=int, default=5, help="in each round")
    parser.add_argument("--engines", default="fp32,bf16", help="of fp32, bf16, java")
    parser.add_argument("--nets", default=",".join(NETS))
    parser.add_argument("--keep", action="store_true", help="also PyTorch with what the launcher tells malloc")
    options = parser.parse_args()
    if options.peer:
        net, batch, threads = options.peer
        peer(net, int(batch), int(threads))
        return
    print(f"{'net':16} {'batch':>5} {'way':20} {'images/s':>8} {'ratio':>8}   PyTorch {torch.__version__}, {options.threads} threads")
    for net in options.nets.split(","):
        compare(net, NETS[net][1], options.threads, options.rounds, options.steps, options.engines.split(","), options.keep)


if __name__ == "__main__":
    main()
