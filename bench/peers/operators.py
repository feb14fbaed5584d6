"""Records what PyTorch's operators give, for the interpreter of the compiler's tests to be held to.

    python bench/peers/operators.py > compiler/src/test/resources/sec/compiler/interpreter/pytorch.txt

Each line is a chain of the language behind the shape that comes in, then a bar and numbers: of a batch of two samples, in
double precision, the sum of the results, the sum of their squares, and twelve of them evenly spaced. Element i of the
input is ((37 i + 11) mod 101 - 50)/32; element i of parameter j, in the order of files, ((29 i + 7 j + 3) mod 61 - 30)/32.
"""

import torch
import torch.nn.functional as F


def numbers(shape, factor, shift, modulus):
    count = torch.Size(shape).numel()
    values = (factor * torch.arange(count) + shift) % modulus - modulus // 2
    return (values.double() / 32).reshape(shape)


def x(*sample):
    return numbers((2, *sample), 37, 11, 101)


def w(j, *shape):
    return numbers(shape, 29, 7 * j + 3, 61)


def attend(q, k, v, heads=1, scale=None):
    def split(t):
        return t.reshape(t.shape[0], heads, t.shape[1] // heads, -1).transpose(2, 3)

    out = F.scaled_dot_product_attention(split(q), split(k), split(v), scale=scale)
    return out.transpose(2, 3).reshape(v.shape[0], v.shape[1], *q.shape[2:])


m = x(4, 5, 3)
v = x(6)
tall = x(4, 7, 6)
cases = {
    "[4, 5, 3] gelu": F.gelu(m),
    "[6] gelu": F.gelu(v),
    "[4, 5, 3] silu": F.silu(m),
    "[4, 5, 3] mish": F.mish(m),
    "[4, 5, 3] scale_by(3) hard_swish": F.hardswish(3 * m),
    "[4, 5, 3] scale_by(3) hard_sigmoid": F.hardsigmoid(3 * m),
    "[4, 5, 3] scale_by(5) relu6": F.relu6(5 * m),
    "[4, 5, 3] leaky_relu(0.3)": F.leaky_relu(m, 0.3),
    "[4, 5, 3] prelu": F.prelu(m, w(0, 1)),
    "[4, 5, 3] prelu(shared = false)": F.prelu(m, w(0, 4)),
    "[4, 5, 3] softmax": m.softmax(1),
    '[4, 5, 3] softmax("HW")': m.flatten(2).softmax(2).reshape(m.shape),
    '[4, 5, 3] softmax("W")': m.softmax(3),
    "[6] softmax(groups = 3)": v.reshape(2, 3, 2).softmax(1).reshape(2, 6),
    "[6] ln(1e-3)": F.layer_norm(v, [6], w(0, 6), w(1, 6), 1e-3),
    "[4, 5, 3] ln": F.layer_norm(m.permute(0, 2, 3, 1), [4], w(0, 4), w(1, 4)).permute(0, 3, 1, 2),
    "[4, 5, 3] gn(2)": F.group_norm(m, 2, w(0, 4), w(1, 4)),
    "[6] gn(3, 0.1)": F.group_norm(v, 3, w(0, 6), w(1, 6), 0.1),
    "[7, 4, 3] lrn": F.local_response_norm(x(7, 4, 3), 5),
    "[4, 3, 5] lrn(3, alpha = 0.5, beta = 0.6, k = 2)": F.local_response_norm(x(4, 3, 5), 3, 0.5, 0.6, 2),
    "[4, 5, 3] gstd": (m.var((2, 3), unbiased=False) + 1e-5).sqrt(),
    "[4, 5, 3] gstd(0.001, true)": (m.var((2, 3), unbiased=True) + 1e-3).sqrt(),
    '[4, 5, 3] mean("W")': m.mean(3, keepdim=True),
    "[4, 5, 3] channel_max": m.amax(1, keepdim=True),
    "[6, 5, 3] shuffle(3)": torch.nn.ChannelShuffle(3)(x(6, 5, 3)),
    "[6, 5, 3] fold(3)": x(6, 5, 3).reshape(2, 3, 2, 5, 3).sum(1),
    "[4, 5, 3] pad([1, 0, 2, 3], [1, 2])": F.pad(m, (2, 3, 1, 0, 1, 2)),
    "[4, 5, 3] upsample(size = [7, 8])": F.interpolate(m, (7, 8)),
    '[4, 5, 3] upsample(2, mode = "bilinear")': F.interpolate(m, scale_factor=2, mode="bilinear"),
    '[4, 5, 3] upsample(size = [9, 2], mode = "bilinear")': F.interpolate(m, (9, 2), mode="bilinear"),
    "[4, 7, 6] avgpool(3, 2, 1, true)": F.avg_pool2d(tall, 3, 2, 1, True),
    "[4, 7, 6] avgpool(3, 2, 1, true, false)": F.avg_pool2d(tall, 3, 2, 1, True, False),
    "[4, 7, 6] maxpool(3, 2, 1, true)": F.max_pool2d(tall, 3, 2, 1, 1, True),
    "[4, 5, 3] conv(6, 3, [2, 1], 1, 2, bias = true)": F.conv2d(m, w(0, 6, 2, 3, 3), w(1, 6), (2, 1), 1, 1, 2),
    "[4, 5, 3] conv_transpose(6, 2, 2)": F.conv_transpose2d(m, w(0, 4, 6, 2, 2), None, 2),
    "[4, 5, 3] conv_transpose(6, 3, [3, 2], 1, [2, 1], 2, bias = true)":
        F.conv_transpose2d(m, w(0, 4, 3, 3, 3), w(1, 6), (3, 2), 1, (2, 1), 2),
    "[4, 5, 3] conv_transpose(2, 3, 2, 1, dilation = [2, 1])":
        F.conv_transpose2d(m, w(0, 4, 2, 3, 3), None, 2, 1, 0, 1, (2, 1)),
    "[6] channel_conv(3, true)": F.conv1d(v[:, None], w(0, 1, 1, 3), w(1, 1), padding=1)[:, 0],
    "[6] fc(4, groups = 2)": F.conv1d(v[:, :, None], w(0, 4, 3, 1), w(1, 4), groups=2)[:, :, 0],
    "[4, 5, 3] attend(identity | tanh | relu)": attend(m, m.tanh(), m.relu()),
    "[4, 5, 3] attend(identity | maxpool(2) | relu maxpool(2), heads = 2, scale = 1)":
        attend(m, F.max_pool2d(m, 2), F.max_pool2d(m.relu(), 2), 2, 1.0),
}
for chain, result in cases.items():
    flat = result.flatten()
    probes = [flat[i * (len(flat) - 1) // 11].item() for i in range(12)]
    print(chain, "|", *[repr(n) for n in [flat.sum().item(), flat.square().sum().item(), *probes]])
