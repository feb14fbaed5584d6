"""ResNet and what came of it: torchvision's, with SE put into it by hand, and the rest from the papers."""

from functools import partial

import torch.nn.functional as F
from torch import nn
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet

from .attention import SE
from .peer import Peer


def put(layer, i, place, se):
    """Puts SE into block `i` of `layer`, where the SE paper's ablations have it."""
    block = layer[i]
    convolutions = ["conv1", "conv2", "conv3"] if isinstance(block, Bottleneck) else ["conv1", "conv2"]
    last = convolutions[-1]
    out = getattr(block, last).out_channels
    if place == "gate":
        norm = last.replace("conv", "bn")
        setattr(block, norm, nn.Sequential(getattr(block, norm), se(out)))
    elif place == "before":
        block.conv1 = nn.Sequential(se(block.conv1.in_channels), block.conv1)
    elif place == "inside":
        setattr(block, last, nn.Sequential(se(getattr(block, last).in_channels), getattr(block, last)))
    elif place == "skip":
        block.downsample = nn.Sequential(block.downsample or nn.Identity(), se(out))
    elif place == "after":
        layer[i] = nn.Sequential(block, se(out))


def resnet(block, layers, num_classes, strided="3x3", place=None, stages=(1, 2, 3, 4), se=SE, small=False, **kwargs):
    """ResNet; `small` is the stem for small images."""
    model = ResNet(block, layers, num_classes, **kwargs)
    if small:
        model.conv1 = nn.Conv2d(3, 64, 3, padding=1, bias=False)
        model.maxpool = nn.Identity()
    for module in model.modules():
        if isinstance(module, Bottleneck) and strided == "1x1":
            module.conv1.stride, module.conv2.stride = module.conv2.stride, module.conv1.stride
    for stage in stages:
        layer = getattr(model, f"layer{stage}")
        for i in range(len(layer)):
            put(layer, i, place, se)
    return model


class CifarBlock(nn.Module):
    def __init__(self, channels, out, stride, shortcut, se):
        super().__init__()
        self.branch = nn.Sequential(
            nn.Conv2d(channels, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU(),
            nn.Conv2d(out, out, 3, 1, 1, bias=False), nn.BatchNorm2d(out), SE(out) if se else nn.Identity(),
        )
        self.added, self.stride = out - channels, stride
        if self.added and shortcut == "B":
            self.project = nn.Sequential(nn.Conv2d(channels, out, 1, stride, bias=False), nn.BatchNorm2d(out))

    def forward(self, x):
        if hasattr(self, "project"):
            beside = self.project(x)
        else:
            beside = F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, self.added // 2, self.added // 2))
        return F.relu(self.branch(x) + beside)


def cifar_resnet(n, num_classes, shortcut="A", se=False):
    layers = [nn.Conv2d(3, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16), nn.ReLU()]
    channels = 16
    for out in [16, 32, 64]:
        for _ in range(n):
            layers.append(CifarBlock(channels, out, 2 if out > channels else 1, shortcut, se))
            channels = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, num_classes))


class PreUnit(nn.Module):
    """Pre-activation: kernels and widths of the convolutions, each behind BN and ReLU."""

    def __init__(self, channels, kernels, widths, strides, first, shortcut, se):
        super().__init__()
        self.active = nn.Identity() if first else nn.Sequential(nn.BatchNorm2d(channels), nn.ReLU())
        layers, width = [], channels
        for kernel, out, stride in zip(kernels, widths, strides):
            if layers:
                layers += [nn.BatchNorm2d(width), nn.ReLU()]
            layers.append(nn.Conv2d(width, out, kernel, stride, kernel // 2, bias=False))
            width = out
        self.branch = nn.Sequential(*layers, *([SE(width)] if se else []))
        self.added, self.stride = width - channels, max(strides)
        if self.added and shortcut == "B":
            self.project = nn.Conv2d(channels, width, 1, self.stride, bias=False)

    def forward(self, x):
        active = self.active(x)
        if hasattr(self, "project"):
            return self.branch(active) + self.project(active)
        half = self.added // 2
        return self.branch(active) + F.pad(x[:, :, :: self.stride, :: self.stride], (0, 0, 0, 0, half, half))


def preresnet(num_classes, layers=(3, 4, 6, 3), strided="1x1", se=False):
    net = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    channels = 64
    for stage, depth in enumerate(layers):
        for i in range(depth):
            stride = 2 if stage and not i else 1
            strides = (stride, 1, 1) if strided == "1x1" else (1, stride, 1)
            width = 64 << stage
            first = not stage and not i
            net.append(PreUnit(channels, (1, 3, 1), (width, width, 4 * width), strides, first, "B", se))
            channels = 4 * width
    tail = [nn.BatchNorm2d(channels), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, num_classes)]
    return nn.Sequential(*net, *tail)


def cifar_preresnet(n, num_classes, shortcut="A", se=False):
    net = [nn.Conv2d(3, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16), nn.ReLU()]
    channels = 16
    for out in [16, 32, 64]:
        for _ in range(n):
            strides = (2 if out > channels else 1, 1)
            net.append(PreUnit(channels, (3, 3), (out, out), strides, len(net) == 3, shortcut, se))
            channels = out
    tail = [nn.BatchNorm2d(64), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, num_classes)]
    return nn.Sequential(*net, *tail)


class SENetBlock(nn.Module):
    def __init__(self, channels, out, stride, project, se):
        super().__init__()
        self.branch = nn.Sequential(
            nn.Conv2d(channels, out // 2, 1, bias=False), nn.BatchNorm2d(out // 2), nn.ReLU(),
            nn.Conv2d(out // 2, out, 3, stride, 1, groups=64, bias=False), nn.BatchNorm2d(out), nn.ReLU(),
            nn.Conv2d(out, out, 1, bias=False), nn.BatchNorm2d(out), *([SE(out)] if se else []),
        )
        self.beside = nn.Sequential()
        if channels != out:
            convolution = nn.Conv2d(channels, out, project, stride, project // 2, bias=False)
            self.beside = nn.Sequential(convolution, nn.BatchNorm2d(out))

    def forward(self, x):
        return F.relu(self.branch(x) + self.beside(x))


def senet154(num_classes, layers=(3, 8, 36, 3), se=True):
    net, channels = [], 3
    for out, stride in [(64, 2), (64, 1), (128, 1)]:
        net += [nn.Conv2d(channels, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU()]
        channels = out
    net.append(nn.MaxPool2d(3, 2, ceil_mode=True))
    for stage, depth in enumerate(layers):
        for i in range(depth):
            out = 256 << stage
            net.append(SENetBlock(channels, out, 2 if stage and not i else 1, 3 if stage else 1, se))
            channels = out
    tail = [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.2), nn.Linear(channels, num_classes)]
    return nn.Sequential(*net, *tail)


SHALLOW = ({"layers": [1, 2, 2, 1]}, (3, 35, 33), "input=[3,35,33] depths=[1,2,2,1]")
TINY = ({}, (3, 19, 15), "input=[3,19,15]")
PAPER = partial(resnet, Bottleneck, strided="1x1")
RESNEXT = partial(resnet, Bottleneck, groups=32, width_per_group=4)
TWICE = partial(resnet, Bottleneck, width_per_group=128)
LARGE = partial(resnet, Bottleneck, layers=[3, 4, 23, 3], groups=64, width_per_group=4)
GATE = {"place": "gate"}


def with_se(peers):
    """Each net, and its SE variant."""
    variants = {
        "SE" + name: Peer(partial(peer.model, **GATE), peer.input, peer.settings, peer.small)
        for name, peer in peers.items()
    }
    return {**peers, **variants}


def of_resnet50(**kwargs):
    return Peer(partial(PAPER, layers=[3, 4, 6, 3], **kwargs), small=SHALLOW)


PEERS = {
    **with_se({
        "ResNet18": Peer(partial(resnet, BasicBlock, layers=[2, 2, 2, 2]), small=SHALLOW),
        "ResNet34": Peer(partial(resnet, BasicBlock, layers=[3, 4, 6, 3])),
        "ResNet50": Peer(partial(PAPER, layers=[3, 4, 6, 3]), small=SHALLOW),
        "ResNet101": Peer(partial(PAPER, layers=[3, 4, 23, 3])),
        "ResNet152": Peer(partial(PAPER, layers=[3, 8, 36, 3])),
        "WideResNet50_2": Peer(partial(TWICE, layers=[3, 4, 6, 3])),
        "ResNeXt50_32x4d": Peer(partial(RESNEXT, layers=[3, 4, 6, 3]), small=SHALLOW),
        "ResNeXt101_32x4d": Peer(partial(RESNEXT, layers=[3, 4, 23, 3])),
        "ResNeXt101_64x4d": Peer(LARGE),
        "ResNet18Cifar": Peer(partial(resnet, BasicBlock, layers=[2, 2, 2, 2], small=True), (3, 32, 32), "", TINY),
        "ResNet50Cifar": Peer(partial(PAPER, layers=[3, 4, 6, 3], small=True), (3, 32, 32)),
    }),
    "SEResNet50Pre": of_resnet50(place="before"),
    "SEResNet50Post": of_resnet50(place="after"),
    "SEResNet50Identity": of_resnet50(place="skip"),
    "SEResNet50Inside": of_resnet50(place="inside"),
    "SEMaxResNet50": of_resnet50(place="gate", se=partial(SE, squeeze="max")),
    **{f"SEResNet50Stage{i}": Peer(partial(PAPER, layers=[3, 4, 6, 3], place="gate", stages=[i])) for i in range(1, 5)},
    "SEResNet50Lean": of_resnet50(place="gate", stages=(1, 2, 3)),
    **{f"CifarResNet{6 * n + 2}": Peer(partial(cifar_resnet, n), (3, 32, 32)) for n in (5, 7, 9, 18)},
    **{f"SECifarResNet{6 * n + 2}": Peer(partial(cifar_resnet, n, se=True), (3, 32, 32)) for n in (5, 7, 9, 18)},
    "CifarResNet20": Peer(partial(cifar_resnet, 3), (3, 32, 32), "", TINY),
    "SECifarResNet20": Peer(partial(cifar_resnet, 3, shortcut="B", se=True), (3, 32, 32), 'shortcut="B"', TINY),
    "PreResNet50": Peer(preresnet),
    "SEPreResNet50": Peer(partial(preresnet, se=True), small=SHALLOW),
    "CifarPreResNet20": Peer(partial(cifar_preresnet, 3), (3, 32, 32), "", TINY),
    "SECifarPreResNet20": Peer(partial(cifar_preresnet, 3, shortcut="B", se=True), (3, 32, 32), 'shortcut="B"', TINY),
    "CifarPreResNet110": Peer(partial(cifar_preresnet, 18), (3, 32, 32)),
    "SECifarPreResNet110": Peer(partial(cifar_preresnet, 18, se=True), (3, 32, 32)),
    "SENet154Base": Peer(partial(senet154, se=False)),
    "SENet154": Peer(senet154, small=SHALLOW),
}
