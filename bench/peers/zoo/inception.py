"""The Inception nets: torchvision's first and third, and the others from their papers and releases."""

from functools import partial

import torch
from torch import nn
from torchvision.models.googlenet import GoogLeNet, Inception
from torchvision.models.inception import Inception3

from .attention import SE
from .peer import Peer


def unit(channels, out, kernel=1, stride=1, padding=None, eps=1e-5, bias=False):
    """Convolution, batch normalisation, ReLU."""
    kernel = kernel if isinstance(kernel, tuple) else (kernel, kernel)
    padding = tuple(k // 2 for k in kernel) if padding is None else padding
    convolution = nn.Conv2d(channels, out, kernel, stride, padding, bias=bias)
    return nn.Sequential(convolution, nn.BatchNorm2d(out, eps=eps), nn.ReLU())


class Branches(nn.Module):
    """Branches side by side, joined along the channels."""

    def __init__(self, *branches):
        super().__init__()
        self.branches = nn.ModuleList(branches)

    def forward(self, x):
        return torch.cat([branch(x) for branch in self.branches], 1)


# Per module: what comes in, 1x1, 3x3 reduced and out, 5x5 reduced and out, projection; M halves.
GOOGLENET = [
    (192, 64, 96, 128, 16, 32, 32), (256, 128, 128, 192, 32, 96, 64), "M",
    (480, 192, 96, 208, 16, 48, 64), (512, 160, 112, 224, 24, 64, 64), (512, 128, 128, 256, 24, 64, 64),
    (512, 112, 144, 288, 32, 64, 64), (528, 256, 160, 320, 32, 128, 128), "M",
    (832, 256, 160, 320, 32, 128, 128), (832, 384, 192, 384, 48, 128, 128),
]


def googlenet_net(num_classes, se=False, aux=False, k5=3):
    model = GoogLeNet(num_classes, aux_logits=aux, init_weights=False)
    for module in model.modules():
        if isinstance(module, Inception) and k5 == 5:
            old = module.branch3[1].conv
            module.branch3[1].conv = nn.Conv2d(old.in_channels, old.out_channels, 5, padding=2, bias=False)
    rows = [row for row in GOOGLENET if row != "M"]
    names = [name for name, module in model.named_children() if isinstance(module, Inception)]
    for name, (_, n1, _, n3, _, n5, pool) in zip(names, rows) if se else []:
        setattr(model, name, nn.Sequential(getattr(model, name), SE(n1 + n3 + n5 + pool)))
    return model


def googlenet_cifar(num_classes, se=False):
    """As kuangliu/pytorch-cifar lays it out."""
    biased = partial(unit, bias=True)
    layers = [biased(3, 192, 3)]
    for row in GOOGLENET:
        if row == "M":
            layers.append(nn.MaxPool2d(3, 2, 1))
            continue
        c, n1, r3, n3, r5, n5, pool = row
        layers.append(Branches(
            biased(c, n1), nn.Sequential(biased(c, r3), biased(r3, n3, 3)),
            nn.Sequential(biased(c, r5), biased(r5, n5, 3), biased(n5, n5, 3)),
            nn.Sequential(nn.MaxPool2d(3, 1, 1), biased(c, pool))))
        if se:
            layers.append(SE(n1 + n3 + n5 + pool))
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1024, num_classes))


# Per module: 1x1, 3x3 reduced and out, double 3x3 reduced and out, projection; 0 where there is none, which halves.
BN_INCEPTION = [
    (64, 64, 64, 64, 96, 32), (64, 64, 96, 64, 96, 64), (0, 128, 160, 64, 96, 0),
    (224, 64, 96, 96, 128, 128), (192, 96, 128, 96, 128, 128), (160, 128, 160, 128, 160, 128),
    (96, 128, 192, 160, 192, 128), (0, 128, 192, 192, 256, 0), (352, 192, 320, 160, 224, 128), (352, 192, 320, 192, 224, 128),
]


def bn_inception(num_classes, se=False):
    biased = partial(unit, bias=True)
    pool = partial(nn.MaxPool2d, 3, 2, ceil_mode=True)
    layers = [biased(3, 64, 7, 2), pool(), biased(64, 64), biased(64, 192, 3), pool()]
    c = 192
    for i, (n1, r3, n3, rd, nd, projection) in enumerate(BN_INCEPTION):
        stride = 1 if n1 else 2
        branches = [biased(c, n1)] if n1 else []
        branches.append(nn.Sequential(biased(c, r3), biased(r3, n3, 3, stride)))
        branches.append(nn.Sequential(biased(c, rd), biased(rd, nd, 3), biased(nd, nd, 3, stride)))
        if not n1:
            branches.append(pool())
        else:
            kept = nn.MaxPool2d(3, 1, 1) if i == len(BN_INCEPTION) - 1 else nn.AvgPool2d(3, 1, 1)
            branches.append(nn.Sequential(kept, biased(c, projection)))
        layers.append(Branches(*branches))
        c = n1 + n3 + nd + (projection if n1 else c)
        if se:
            layers.append(SE(c))
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(c, num_classes))


def inception_v3(num_classes, se=False, aux=False):
    model = Inception3(num_classes, aux_logits=aux, init_weights=False)
    widths = dict(zip(
        ["Mixed_5b", "Mixed_5c", "Mixed_5d", "Mixed_6a", "Mixed_6b", "Mixed_6c", "Mixed_6d", "Mixed_6e", "Mixed_7a",
         "Mixed_7b", "Mixed_7c"], [256, 288, 288, 768, 768, 768, 768, 768, 1280, 2048, 2048]))
    if se:
        for name, width in widths.items():
            setattr(model, name, nn.Sequential(getattr(model, name), SE(width)))
    return model


ic = partial(unit, eps=1e-3)
INSIDE = partial(nn.AvgPool2d, 3, 1, 1, count_include_pad=False)


def chain(channels, *units):
    """Units one after the other, each (out, kernel), (out, kernel, stride) or (out, kernel, stride, padding)."""
    layers = []
    for out, *rest in units:
        layers.append(ic(channels, out, *rest))
        channels = out
    return nn.Sequential(*layers)


class Forked(nn.Module):
    def __init__(self, before, channels, out):
        super().__init__()
        self.before, self.fork = before, Branches(ic(channels, out, (1, 3)), ic(channels, out, (3, 1)))

    def forward(self, x):
        return self.fork(self.before(x))


def inception_v4(num_classes, depths=(4, 7, 3), se=False):
    def pooled(channels, out):
        return nn.Sequential(INSIDE(), ic(channels, out))

    stem = [
        ic(3, 32, 3, 2, 0), ic(32, 32, 3, 1, 0), ic(32, 64, 3), Branches(nn.MaxPool2d(3, 2), ic(64, 96, 3, 2, 0)),
        Branches(chain(160, (64, 1), (96, 3, 1, 0)), chain(160, (64, 1), (64, (1, 7)), (64, (7, 1)), (96, 3, 1, 0))),
        Branches(ic(192, 192, 3, 2, 0), nn.MaxPool2d(3, 2)),
    ]
    a = [Branches(ic(384, 96), chain(384, (64, 1), (96, 3)), chain(384, (64, 1), (96, 3), (96, 3)), pooled(384, 96))
         for _ in range(depths[0])]
    a.append(Branches(ic(384, 384, 3, 2, 0), chain(384, (192, 1), (224, 3), (256, 3, 2, 0)), nn.MaxPool2d(3, 2)))
    b = [Branches(
        ic(1024, 384), chain(1024, (192, 1), (224, (1, 7)), (256, (7, 1))),
        chain(1024, (192, 1), (192, (7, 1)), (224, (1, 7)), (224, (7, 1)), (256, (1, 7))), pooled(1024, 128))
        for _ in range(depths[1])]
    b.append(Branches(
        chain(1024, (192, 1), (192, 3, 2, 0)), chain(1024, (256, 1), (256, (1, 7)), (320, (7, 1)), (320, 3, 2, 0)),
        nn.MaxPool2d(3, 2)))
    c = [Branches(
        ic(1536, 256), Forked(ic(1536, 384), 384, 256),
        Forked(chain(1536, (384, 1), (448, (3, 1)), (512, (1, 3))), 512, 256), pooled(1536, 256))
        for _ in range(depths[2])]
    gates = [384] * depths[0] + [1024] * (1 + depths[1]) + [1536] * (1 + depths[2])
    modules = [nn.Sequential(m, SE(width)) if se else m for m, width in zip(a + b + c, gates)]
    return nn.Sequential(*stem, *modules, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1536, num_classes))


class Residual(nn.Module):
    """A module of Inception-ResNet, its branch gated and scaled before the addition."""

    def __init__(self, channels, joined, branches, scale, active, se):
        super().__init__()
        self.branch = nn.Sequential(Branches(*branches), nn.Conv2d(joined, channels, 1), SE(channels) if se else nn.Identity())
        self.scale, self.active = scale, active

    def forward(self, x):
        y = x + self.scale * self.branch(x)
        return torch.relu(y) if self.active else y


def inception_resnet_v2(num_classes, depths=(10, 20, 9), se=False):
    def a():
        branches = [ic(320, 32), chain(320, (32, 1), (32, 3)), chain(320, (32, 1), (48, 3), (64, 3))]
        return Residual(320, 128, branches, 0.17, True, se)

    def b():
        return Residual(1088, 384, [ic(1088, 192), chain(1088, (128, 1), (160, (1, 7)), (192, (7, 1)))], 0.1, True, se)

    def c(scale, active):
        branches = [ic(2080, 192), chain(2080, (192, 1), (224, (1, 3)), (256, (3, 1)))]
        return Residual(2080, 448, branches, scale, active, se)

    return nn.Sequential(
        ic(3, 32, 3, 2, 0), ic(32, 32, 3, 1, 0), ic(32, 64, 3), nn.MaxPool2d(3, 2), ic(64, 80), ic(80, 192, 3, 1, 0),
        nn.MaxPool2d(3, 2),
        Branches(
            ic(192, 96), chain(192, (48, 1), (64, 5)), chain(192, (64, 1), (96, 3), (96, 3)),
            nn.Sequential(INSIDE(), ic(192, 64))),
        *[a() for _ in range(depths[0])],
        Branches(ic(320, 384, 3, 2, 0), chain(320, (256, 1), (256, 3), (384, 3, 2, 0)), nn.MaxPool2d(3, 2)),
        *[b() for _ in range(depths[1])],
        Branches(
            chain(1088, (256, 1), (384, 3, 2, 0)), chain(1088, (256, 1), (288, 3, 2, 0)),
            chain(1088, (256, 1), (288, 3), (320, 3, 2, 0)), nn.MaxPool2d(3, 2)),
        *[c(0.2, True) for _ in range(depths[2])], c(1.0, False),
        ic(2080, 1536), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1536, num_classes))


SMALL = ({}, (3, 67, 75), "input=[3,67,75]")
EVEN = ({}, (3, 64, 64), "input=[3,64,64]")
SHALLOW = ({"depths": (1, 1, 1)}, (3, 75, 83), "input=[3,75,83] depths=[1,1,1]")
CIFAR = ({}, (3, 11, 9), "input=[3,11,9]")
LARGE = (3, 299, 299)

PEERS = {
    "GoogLeNet": Peer(googlenet_net, small=SMALL),
    "SEGoogLeNet": Peer(partial(googlenet_net, se=True)),
    "GoogLeNetCifar": Peer(googlenet_cifar, (3, 32, 32), "", CIFAR),
    "SEGoogLeNetCifar": Peer(partial(googlenet_cifar, se=True), (3, 32, 32), "", CIFAR),
    "BNInception": Peer(bn_inception, small=EVEN),
    "SEBNInception": Peer(partial(bn_inception, se=True), small=EVEN),
    "InceptionV3": Peer(inception_v3, LARGE, "", ({}, (3, 75, 83), "input=[3,75,83]")),
    "SEInceptionV3": Peer(partial(inception_v3, se=True), LARGE),
    "InceptionV4": Peer(inception_v4, LARGE),
    "SEInceptionV4": Peer(partial(inception_v4, se=True), LARGE, "", SHALLOW),
    "InceptionResNetV2": Peer(inception_resnet_v2, LARGE),
    "SEInceptionResNetV2": Peer(partial(inception_resnet_v2, se=True), LARGE, "", SHALLOW),
}
