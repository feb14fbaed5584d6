"""ResNet-50 and SE-ResNet-50 in PyTorch, written from the papers (He et al. 2016, stride in the 3x3
convolution; Hu et al. 2018, r = 16, fully connected), for comparisons of what is exported."""

from torch import nn

STAGES = ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2))
EXPANSION = 4


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, r=16):
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.excite = nn.Sequential(
            nn.Linear(channels, channels // r), nn.ReLU(inplace=True), nn.Linear(channels // r, channels), nn.Sigmoid()
        )

    def forward(self, x):
        gate = self.excite(self.pool(x).flatten(1))
        return x * gate[:, :, None, None]


class Bottleneck(nn.Module):
    def __init__(self, entry, width, stride, se):
        super().__init__()
        out = width * EXPANSION
        self.body = nn.Sequential(
            nn.Conv2d(entry, width, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, stride, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True),
            nn.Conv2d(width, out, 1, bias=False), nn.BatchNorm2d(out),
        )
        self.gate = SqueezeExcitation(out) if se else nn.Identity()
        same = stride == 1 and entry == out
        self.skip = nn.Identity() if same else nn.Sequential(
            nn.Conv2d(entry, out, 1, stride, bias=False), nn.BatchNorm2d(out)
        )
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        return self.relu(self.gate(self.body(x)) + self.skip(x))


def resnet50(se):
    """The net in inference form, with statistics as after training: equal tensors would be stored once."""
    layers = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1)]
    entry = 64
    for width, count, stride in STAGES:
        for i in range(count):
            layers.append(Bottleneck(entry, width, stride if i == 0 else 1, se))
            entry = width * EXPANSION
    layers += [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(entry, 1000)]
    net = nn.Sequential(*layers).eval()
    for layer in net.modules():
        if isinstance(layer, nn.BatchNorm2d):
            for tensor in (layer.weight, layer.running_var):
                nn.init.uniform_(tensor, 0.5, 1.5)
            for tensor in (layer.bias, layer.running_mean):
                nn.init.uniform_(tensor, -0.5, 0.5)
    return net
