"""Attention blocks, as their papers and their authors' code have them."""

import math

import torch
import torch.nn.functional as F
from torch import nn


def wide(vector):
    return vector[:, :, None, None]


class SE(nn.Module):
    def __init__(self, channels, reduction=16, squeeze="mean"):
        super().__init__()
        self.reduce = nn.Linear(channels, channels // reduction)
        self.expand = nn.Linear(channels // reduction, channels)
        self.squeeze = squeeze

    def forward(self, x):
        channels = x.mean((2, 3)) if self.squeeze == "mean" else x.amax((2, 3))
        return x * wide(torch.sigmoid(self.expand(torch.relu(self.reduce(channels)))))


class Vector(nn.Module):
    """A gate from the means by fully connected layers of these widths, ReLU between them (SE and what varies it)."""

    def __init__(self, channels, *hidden):
        super().__init__()
        sizes = [channels, *hidden, channels]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        s = x.mean((2, 3))
        for layer in self.layers[:-1]:
            s = torch.relu(layer(s))
        return x * wide(torch.sigmoid(self.layers[-1](s)))


class BumpConv(nn.Module):
    def __init__(self, channels, r):
        super().__init__()
        hidden = channels // r
        self.gate = nn.Sequential(
            nn.Conv2d(channels, hidden, 1), nn.ReLU(), nn.Conv2d(hidden, hidden, 3, padding=1), nn.ReLU(),
            nn.Conv2d(hidden, channels, 1), nn.Sigmoid())

    def forward(self, x):
        return x * self.gate(x)


class ECA(nn.Module):
    def __init__(self, channels, b=1, gamma=2):
        super().__init__()
        t = int(abs((math.log2(channels) + b) / gamma))
        k = t if t % 2 else t + 1
        self.conv = nn.Conv1d(1, 1, k, padding=k // 2, bias=False)

    def forward(self, x):
        return x * wide(torch.sigmoid(self.conv(x.mean((2, 3)).unsqueeze(1)).squeeze(1)))


class CBAMChannel(nn.Module):
    def __init__(self, channels, r=16, bias=True):
        super().__init__()
        self.mlp = nn.Sequential(nn.Linear(channels, channels // r, bias), nn.ReLU(), nn.Linear(channels // r, channels, bias))

    def forward(self, x):
        return x * wide(torch.sigmoid(self.mlp(x.mean((2, 3))) + self.mlp(x.amax((2, 3)))))


class CBAMSpatial(nn.Module):
    def __init__(self, k=7, norm=True):
        super().__init__()
        self.conv = nn.Conv2d(2, 1, k, padding=k // 2, bias=False)
        self.norm = nn.BatchNorm2d(1) if norm else nn.Identity()

    def forward(self, x):
        both = torch.cat([x.mean(1, keepdim=True), x.amax(1, keepdim=True)], 1)
        return x * torch.sigmoid(self.norm(self.conv(both)))


class sSE(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv = nn.Conv2d(channels, 1, 1)

    def forward(self, x):
        return x * torch.sigmoid(self.conv(x))


class scSE(nn.Module):
    def __init__(self, channels, r=2, join=torch.add):
        super().__init__()
        self.channel, self.spatial, self.join = SE(channels, r), sSE(channels), join

    def forward(self, x):
        return self.join(self.channel(x), self.spatial(x))


class GatherExcite(nn.Module):
    """`size` is the map's, for the global depthwise convolution."""

    def __init__(self, channels, extent=0, learned=False, plus=None, size=None):
        super().__init__()
        self.extent, layers = extent, []
        if learned and not extent:
            layers = [nn.Conv2d(channels, channels, size, groups=channels, bias=False), nn.BatchNorm2d(channels)]
        elif learned:
            for _ in range(int(math.log2(extent))):
                convolution = nn.Conv2d(channels, channels, 3, 2, 1, groups=channels, bias=False)
                layers += [convolution, nn.BatchNorm2d(channels), nn.ReLU()]
            layers.pop()
        elif extent:
            layers = [nn.AvgPool2d(2 * extent - 1, extent, extent - 1, count_include_pad=False)]
        else:
            layers = [nn.AdaptiveAvgPool2d(1)]
        if plus:
            layers += [nn.Conv2d(channels, channels // plus, 1), nn.ReLU(), nn.Conv2d(channels // plus, channels, 1)]
        self.gather = nn.Sequential(*layers)

    def forward(self, x):
        return x * torch.sigmoid(F.interpolate(self.gather(x), x.shape[2:], mode="nearest"))


class SRM(nn.Module):
    def __init__(self, channels, unbiased=False):
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(channels, 2))
        self.norm = nn.BatchNorm1d(channels)
        self.unbiased = unbiased

    def forward(self, x):
        styles = torch.stack([x.mean((2, 3)), (x.var((2, 3), unbiased=self.unbiased) + 1e-5).sqrt()], 2)
        return x * wide(torch.sigmoid(self.norm((styles * self.weights).sum(2))))


class GlobalContext(nn.Module):
    def __init__(self, channels, r=16):
        super().__init__()
        self.mask = nn.Conv2d(channels, 1, 1)
        self.transform = nn.Sequential(
            nn.Linear(channels, channels // r), nn.LayerNorm(channels // r), nn.ReLU(), nn.Linear(channels // r, channels))

    def forward(self, x):
        attention = self.mask(x).flatten(1).softmax(1)
        return x + wide(self.transform(torch.einsum("ncp,np->nc", x.flatten(2), attention)))


class SK(nn.Module):
    def __init__(self, channels, out, branches=2, r=16, least=32, groups=32):
        super().__init__()
        self.convolutions = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(channels, out, 3, padding=d, dilation=d, groups=groups, bias=False), nn.BatchNorm2d(out), nn.ReLU())
            for d in range(1, branches + 1))
        hidden = max(out // r, least)
        self.reduce = nn.Sequential(nn.Linear(out, hidden, bias=False), nn.BatchNorm1d(hidden), nn.ReLU())
        self.select = nn.Linear(hidden, branches * out, bias=False)

    def forward(self, x):
        parts = torch.stack([convolution(x) for convolution in self.convolutions], 1)
        choice = self.select(self.reduce(parts.sum(1).mean((2, 3)))).unflatten(1, (len(self.convolutions), -1)).softmax(1)
        return (parts * choice[..., None, None]).sum(1)


class CoordAttention(nn.Module):
    def __init__(self, channels, r=32):
        super().__init__()
        hidden = max(8, channels // r)
        self.both = nn.Sequential(nn.Conv2d(channels, hidden, 1), nn.BatchNorm2d(hidden), nn.Hardswish())
        self.high = nn.Conv2d(hidden, channels, 1)
        self.wide = nn.Conv2d(hidden, channels, 1)

    def forward(self, x):
        rows, columns = x.mean(3, keepdim=True), x.mean(2, keepdim=True).transpose(2, 3)
        a, b = self.both(torch.cat([rows, columns], 2)).split([x.shape[2], x.shape[3]], 2)
        return x * torch.sigmoid(self.high(a)) * torch.sigmoid(self.wide(b.transpose(2, 3)))


class SimAM(nn.Module):
    def forward(self, x):
        d = (x - x.mean((2, 3), keepdim=True)) ** 2
        variance = d.sum((2, 3), keepdim=True) / (x.shape[2] * x.shape[3] - 1)
        return x * torch.sigmoid(d / (4 * (variance + 1e-4)) + 0.5)


class NonLocal(nn.Module):
    def __init__(self, channels, r=2, pool=False):
        super().__init__()
        hidden = channels // r
        self.theta, self.phi, self.g = (nn.Conv2d(channels, hidden, 1) for _ in range(3))
        self.out = nn.Sequential(nn.Conv2d(hidden, channels, 1), nn.BatchNorm2d(channels))
        self.pool = nn.MaxPool2d(2) if pool else nn.Identity()

    def forward(self, x):
        q, k, v = (t.flatten(2) for t in (self.theta(x), self.pool(self.phi(x)), self.pool(self.g(x))))
        y = v @ (q.transpose(1, 2) @ k).softmax(2).transpose(1, 2)
        return x + self.out(y.unflatten(2, x.shape[2:]))


class SelfAttention(nn.Module):
    def __init__(self, channels, heads=4):
        super().__init__()
        self.inside, self.out, self.heads = nn.Conv2d(channels, 3 * channels, 1), nn.Conv2d(channels, channels, 1), heads

    def forward(self, x):
        q, k, v = (t.unflatten(1, (self.heads, -1)).flatten(3) for t in self.inside(x).chunk(3, 1))
        weights = (q.transpose(2, 3) @ k / math.sqrt(q.shape[2])).softmax(3)
        return x + self.out((v @ weights.transpose(2, 3)).flatten(1, 2).unflatten(2, x.shape[2:]))


# The blocks of the library's std.attention, on eight channels (SK: groups of four) of 7x6.
BLOCKS = {
    "SE(r = 2)": SE(8, 2),
    "SEx(r = 4)": SE(8, 4),
    "SEMax(r = 2)": SE(8, 2, "max"),
    "SlowSE(r = 4)": Vector(8, 4, 2),
    "SlowExcite(r = 4)": Vector(8, 2, 4),
    "SlowSlow(r = 4)": Vector(8, 4, 2, 4),
    "Bump(r = 2)": Vector(8, 4, 4),
    "BumpConv(r = 2)": BumpConv(8, 2),
    "ECA": ECA(8),
    "CBAMChannel(r = 2)": CBAMChannel(8, 2),
    "CBAMChannel(hidden = 4, bias = false)": CBAMChannel(8, 2, False),
    "CBAMSpatial": CBAMSpatial(),
    "CBAMSpatial(k = 3, norm = identity)": CBAMSpatial(3, False),
    "CBAM(r = 2)": nn.Sequential(CBAMChannel(8, 2), CBAMSpatial()),
    "cSE": SE(8, 2),
    "sSE": sSE(8),
    "scSE": scSE(8),
    'scSE(join = "max")': scSE(8, join=torch.maximum),
    "GatherExcite": GatherExcite(8),
    "GatherExcite(extent = 2)": GatherExcite(8, 2),
    "GatherExcite(extent = 4, learned = true)": GatherExcite(8, 4, True),
    "GatherExcite(learned = true)": GatherExcite(8, 0, True, size=(7, 6)),
    "GatherExcite(extent = 2, learned = true, plus = true, r = 2)": GatherExcite(8, 2, True, 2),
    "SRM": SRM(8),
    "SRM(unbiased = true)": SRM(8, True),
    "GlobalContext(r = 2)": GlobalContext(8, 2),
    "SK(8, groups = 4)": SK(8, 8, groups=4),
    "SK(8, branches = 3, groups = 4, r = 2, least = 3)": SK(8, 8, 3, 2, 3, 4),
    "CoordAttention": CoordAttention(8),
    "SimAM": SimAM(),
    "NonLocal": NonLocal(8),
    "NonLocal(pool = maxpool(2))": NonLocal(8, pool=True),
    "SelfAttention(heads = 2)": SelfAttention(8, 2),
}
