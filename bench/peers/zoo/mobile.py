"""Nets for small machines: torchvision's, and the first MobileNet and ShuffleNet from their papers."""

from functools import partial

import torch
from torch import nn
from torchvision.models import efficientnet, mobilenetv2, mobilenetv3, shufflenetv2

from .attention import SE, CoordAttention, ECA
from .peer import Peer


def mobilenet_v1(num_classes, se=False, repeats=5):
    def unit(channels, out, kernel, stride, groups):
        convolution = nn.Conv2d(channels, out, kernel, stride, kernel // 2, groups=groups, bias=False)
        return [convolution, nn.BatchNorm2d(out), nn.ReLU()]

    layers, c = unit(3, 32, 3, 2, 1), 32
    for out, stride in [(64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2)] + [(512, 1)] * repeats + [(1024, 2), (1024, 1)]:
        layers += unit(c, c, 3, stride, c) + unit(c, out, 1, 1, 1) + ([SE(out)] if se else [])
        c = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(c, num_classes))


def mobilenet_v2(num_classes, gate=None):
    """`gate` stands behind the depthwise convolution of the blocks that expand."""
    model = mobilenetv2.MobileNetV2(num_classes)
    for block in model.modules():
        if gate and isinstance(block, mobilenetv2.InvertedResidual) and len(block.conv) == 4:
            block.conv[1].append(gate(block.conv[1][0].out_channels))
    return model


def mobilenet_v3(num_classes, size):
    settings, last = mobilenetv3._mobilenet_v3_conf("mobilenet_v3_" + size)
    return mobilenetv3.MobileNetV3(settings, last, num_classes)


class ShuffleUnit(nn.Module):
    """From the paper's Figure 2 (b) and (c)."""

    def __init__(self, channels, out, stride, groups, first, se):
        super().__init__()
        added = out - channels if stride == 2 else out
        self.stride, self.groups = stride, groups
        self.reduce = nn.Sequential(nn.Conv2d(channels, out // 4, 1, groups=first, bias=False), nn.BatchNorm2d(out // 4), nn.ReLU())
        self.rest = nn.Sequential(
            nn.Conv2d(out // 4, out // 4, 3, stride, 1, groups=out // 4, bias=False), nn.BatchNorm2d(out // 4),
            nn.Conv2d(out // 4, added, 1, groups=groups, bias=False), nn.BatchNorm2d(added),
            SE(added) if se else nn.Identity())
        self.pool = nn.AvgPool2d(3, 2, 1)

    def forward(self, x):
        y = self.reduce(x)
        y = y.unflatten(1, (self.groups, -1)).transpose(1, 2).flatten(1, 2)
        y = self.rest(y)
        return torch.relu(torch.cat([self.pool(x), y], 1) if self.stride == 2 else x + y)


WIDTHS = {1: (144, 288, 576), 2: (200, 400, 800), 3: (240, 480, 960), 4: (272, 544, 1088), 8: (384, 768, 1536)}


def shufflenet_v1(num_classes, groups=3, se=False):
    layers = [nn.Conv2d(3, 24, 3, 2, 1, bias=False), nn.BatchNorm2d(24), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    c = 24
    for stage, (out, units) in enumerate(zip(WIDTHS[groups], (4, 8, 4))):
        for i in range(units):
            layers.append(ShuffleUnit(c, out, 1 if i else 2, groups, groups if stage or i else 1, se))
            c = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(c, num_classes))


def shufflenet_v2(num_classes, widths=(24, 116, 232, 464, 1024), se=False):
    model = shufflenetv2.ShuffleNetV2([4, 8, 4], list(widths), num_classes)
    for block in model.modules():
        if se and isinstance(block, shufflenetv2.InvertedResidual):
            block.branch2.append(SE(block.branch2[5].out_channels))
    return model


def efficientnet_b0(num_classes, eca=False):
    settings, last = efficientnet._efficientnet_conf("efficientnet_b0", width_mult=1.0, depth_mult=1.0)
    model = efficientnet.EfficientNet(settings, 0.2, num_classes=num_classes, last_channel=last)
    for block in model.modules():
        if eca and isinstance(block, efficientnet.MBConv):
            at = len(block.block) - 2
            block.block[at] = ECA(block.block[at].fc1.in_channels)
    return model


SMALL = ({}, (3, 67, 75), "input=[3,67,75]")

PEERS = {
    "MobileNetV1": Peer(mobilenet_v1),
    "SEMobileNetV1": Peer(partial(mobilenet_v1, se=True), small=({"repeats": 1}, (3, 33, 17), "input=[3,33,17] repeats=1")),
    "MobileNetV2": Peer(mobilenet_v2, small=SMALL),
    "SEMobileNetV2": Peer(partial(mobilenet_v2, gate=partial(SE, reduction=24)), small=SMALL),
    "CAMobileNetV2": Peer(partial(mobilenet_v2, gate=CoordAttention), small=SMALL),
    "MobileNetV3Large": Peer(partial(mobilenet_v3, size="large"), small=SMALL),
    "MobileNetV3Small": Peer(partial(mobilenet_v3, size="small"), small=SMALL),
    "ShuffleNetV1": Peer(shufflenet_v1),
    "SEShuffleNetV1": Peer(partial(shufflenet_v1, se=True), small=SMALL),
    "ShuffleNetV2": Peer(shufflenet_v2),
    "SEShuffleNetV2": Peer(partial(shufflenet_v2, se=True), small=SMALL),
    "EfficientNetB0": Peer(efficientnet_b0, small=SMALL),
    "ECAEfficientNetB0": Peer(partial(efficientnet_b0, eca=True), small=SMALL),
}
