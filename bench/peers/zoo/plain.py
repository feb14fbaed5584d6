"""Nets without residual blocks, and RegNet, all from torchvision, with SE put into them by hand."""

import re
from functools import partial

from torch import nn
from torchvision.models import densenet, regnet, vgg

from .attention import SE
from .peer import Peer

# The two small maps that five halvings leave of the recorded inputs.
PLACES = 2


def vgg_net(depths, num_classes, norm=True, se=False, hidden=4096, head="imagenet"):
    """VGG; its fully connected layers on what the convolutions leave of the input, without an adaptive pool."""
    stages = [[width] * depth + ["M"] for width, depth in zip([64, 128, 256, 512, 512], depths)]
    model = vgg.VGG(vgg.make_layers(sum(stages, []), batch_norm=norm), num_classes, init_weights=False)
    features, channels = [], 3
    for layer in model.features:
        channels = getattr(layer, "out_channels", channels)
        features.append(layer)
        if se and isinstance(layer, nn.ReLU):
            features.append(SE(channels))
    model.features = nn.Sequential(*features)
    model.avgpool = nn.Identity()
    if head == "cifar":
        model.classifier = nn.Linear(512, num_classes)
    elif hidden != 4096:
        model.classifier[0] = nn.Linear(512 * PLACES, hidden)
        model.classifier[3] = nn.Linear(hidden, hidden)
        model.classifier[6] = nn.Linear(hidden, num_classes)
    return model


def dense_net(layers, num_classes, se=False):
    """DenseNet; SE behind each block and each transition."""
    model = densenet.DenseNet(32, layers, 64, num_classes=num_classes)
    channels = 64
    for i, depth in enumerate(layers):
        channels += 32 * depth
        if se:
            block = f"denseblock{i + 1}"
            setattr(model.features, block, nn.Sequential(getattr(model.features, block), SE(channels)))
        if i < len(layers) - 1:
            channels //= 2
            if se:
                getattr(model.features, f"transition{i + 1}").append(SE(channels))
    return model


def regnet_y_400mf(num_classes, depth=16):
    sizes = regnet.BlockParams.from_init_params(depth=depth, w_0=48, w_a=27.89, w_m=2.09, group_width=8, se_ratio=0.25)
    return regnet.RegNet(sizes, num_classes=num_classes, norm_layer=partial(nn.BatchNorm2d, eps=1e-5))


def branch_first(names):
    """torchvision's RegNet block has its projection before its branch."""
    blocks = [re.split(r"\.proj\.|\.f\.", name)[0] for name in names]
    block = dict(zip(names, blocks))
    return sorted(names, key=lambda name: (blocks.index(block[name]), ".proj." in name))


VGG_D, VGG_E = (2, 2, 3, 3, 3), (2, 2, 4, 4, 4)
VGG_SMALL = ({"depths": (1, 1, 2, 1, 1), "hidden": 24}, (3, 64, 32), "input=[3,64,32] depths=[1,1,2,1,1] hidden=24")
CIFAR_SMALL = ({"depths": (1, 1, 2, 1, 1)}, (3, 32, 32), "depths=[1,1,2,1,1]")
DENSE_SMALL = ({"layers": (2, 2, 2, 2)}, (3, 45, 39), "input=[3,45,39] depths=[2,2,2,2]")

PEERS = {
    "VGG16": Peer(partial(vgg_net, depths=VGG_D, norm=False)),
    "VGG16BN": Peer(partial(vgg_net, depths=VGG_D)),
    "VGG19BN": Peer(partial(vgg_net, depths=VGG_E)),
    "VGG16Cifar": Peer(partial(vgg_net, depths=VGG_D, head="cifar"), (3, 32, 32), "", CIFAR_SMALL),
    "SEVGG16BN": Peer(partial(vgg_net, depths=VGG_D, se=True), small=VGG_SMALL),
    "SEVGG16Cifar": Peer(partial(vgg_net, depths=VGG_D, se=True, head="cifar"), (3, 32, 32)),
    "DenseNet121": Peer(partial(dense_net, layers=(6, 12, 24, 16)), small=DENSE_SMALL),
    "DenseNet169": Peer(partial(dense_net, layers=(6, 12, 32, 32))),
    "DenseNet201": Peer(partial(dense_net, layers=(6, 12, 48, 32))),
    "SEDenseNet121": Peer(partial(dense_net, layers=(6, 12, 24, 16), se=True), small=DENSE_SMALL),
    "RegNetY_400MF": Peer(regnet_y_400mf, small=({}, (3, 35, 33), "input=[3,35,33]"), order=branch_first),
}
