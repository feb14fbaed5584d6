"""Records what the peers count and give, for the compiler's tests to be held to.

    cd bench/peers
    python -m zoo counts [NAME ...]     parameters and multiply-adds, to compare with compiler/src/test/resources/zoo/counts
    python -m zoo attention             writes compiler/src/test/resources/zoo/attention/blocks.txt anew
    python -m zoo outputs [MODULE ...]  writes compiler/src/test/resources/zoo/outputs anew, a file for each module of peers

Each line of outputs is a target and its settings, a bar, and the logits of two samples for 10 classes. Weights and input
are drawn as `peer.py` says. Each line of attention is a block, its parameters, and a digest of what it gives for two samples
of [8, 7, 6]: the sum, the sum of the squares, and twelve elements evenly spaced. Recorded with torch 1.13 and torchvision 0.14 (Debian's python3-torchvision).
"""

import importlib
import pathlib
import sys

from .attention import BLOCKS
from .peer import counts, logits, outputs

MODULES = ["residual", "plain", "inception", "mobile"]
RESOURCES = pathlib.Path(__file__).parents[3] / "compiler/src/test/resources/zoo"
OUTPUTS = RESOURCES / "outputs"
PROBES = 12


def peers(module):
    return importlib.import_module("." + module, __package__).PEERS


def show_counts(names):
    for module in MODULES:
        for name, peer in peers(module).items():
            if not names or name in names:
                print(" ".join([name, *peer.settings.split()]), "| %d | %d" % counts(peer), flush=True)


def record_outputs(modules):
    OUTPUTS.mkdir(parents=True, exist_ok=True)
    for module in modules or MODULES:
        recorded = {name: peer for name, peer in peers(module).items() if peer.small}
        lines = []
        for name, peer in recorded.items():
            words = [name, "classes=10", *peer.small[2].split(), *peer.settings.split(), "|", *map(repr, logits(name, peer))]
            lines.append(" ".join(words) + "\n")
        (OUTPUTS / f"{module}.txt").write_text("".join(lines))


def record_attention(_):
    lines = []
    for name, block in BLOCKS.items():
        values = outputs(block, (8, 7, 6)).flatten()
        probes = [values[i * (len(values) - 1) // (PROBES - 1)] for i in range(PROBES)]
        digest = [values.sum(), (values * values).sum(), *probes]
        parameters = sum(p.numel() for p in block.parameters())
        lines.append(f"{name} | {parameters} | {' '.join(repr(number.item()) for number in digest)}\n")
    (RESOURCES / "attention").mkdir(exist_ok=True)
    (RESOURCES / "attention/blocks.txt").write_text("".join(lines))


if __name__ == "__main__":
    {"counts": show_counts, "outputs": record_outputs, "attention": record_attention}[sys.argv[1]](sys.argv[2:])
