"""Squeeze-and-Excitation, as its paper has it, for putting into other people's networks."""

import torch
from torch import nn


class SE(nn.Module):
    def __init__(self, channels, reduction=16, squeeze="mean"):
        super().__init__()
        self.reduce = nn.Linear(channels, channels // reduction)
        self.expand = nn.Linear(channels // reduction, channels)
        self.squeeze = squeeze

    def forward(self, x):
        channels = x.mean((2, 3)) if self.squeeze == "mean" else x.amax((2, 3))
        return x * torch.sigmoid(self.expand(torch.relu(self.reduce(channels))))[:, :, None, None]
