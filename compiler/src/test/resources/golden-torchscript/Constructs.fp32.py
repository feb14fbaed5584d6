class conv(Module):
  __parameters__ = ["weight", ]
  __buffers__ = []
  weight : Tensor
  training : bool
class bn(Module):
  __parameters__ = ["weight", "bias", ]
  __buffers__ = ["running_mean", "running_var", ]
  weight : Tensor
  bias : Tensor
  running_mean : Tensor
  running_var : Tensor
  training : bool
class stem(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  bn : __torch__.bn
  def forward(self: __torch__.stem, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, self.conv.weight, None, [2, 1], [2, 2], [1, 1], 1)
    x2 = torch.batch_norm(x1, self.bn.weight, self.bn.bias, self.bn.running_mean, self.bn.running_var, self.training, 0.2, 0.001, True)
    x3 = torch.relu_(x2)
    return x3
class Dense(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  bn : __torch__.bn
  conv : __torch__.conv
  def forward(self: __torch__.Dense, x0: Tensor) -> Tensor:
    x1 = torch.batch_norm(x0, self.bn.weight, self.bn.bias, self.bn.running_mean, self.bn.running_var, self.training, 0.1, 1.0e-5, True)
    x2 = torch.relu_(x1)
    x3 = torch.conv2d(x2, self.conv.weight, None, [1, 1], [1, 1], [1, 1], 1)
    x4 = torch.cat([x0, x3], 1)
    return x4
class DenseList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.Dense
  __annotations__["1"] = __torch__.Dense
  __annotations__["2"] = __torch__.Dense
  __annotations__["3"] = __torch__.Dense
class dense(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  Dense : __torch__.DenseList
  def forward(self: __torch__.dense, x0: Tensor) -> Tensor:
    x1 = (getattr(self.Dense, "0")).forward(x0)
    x2 = (getattr(self.Dense, "1")).forward(x1)
    x3 = (getattr(self.Dense, "2")).forward(x2)
    x4 = (getattr(self.Dense, "3")).forward(x3)
    return x4
class b(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  def forward(self: __torch__.b, x0: Tensor) -> Tensor:
    x1 = torch.avg_pool2d(x0, [3, 3], [2, 2], [1, 1], True, False)
    x2 = torch.conv2d(x1, self.conv.weight, None, [1, 1], [0, 0], [1, 1], 3)
    return x2
class convList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.conv
  __annotations__["1"] = __torch__.conv
  __annotations__["2"] = __torch__.conv
  __annotations__["3"] = __torch__.conv
  __annotations__["4"] = __torch__.conv
  __annotations__["5"] = __torch__.conv
class bnList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.bn
  __annotations__["1"] = __torch__.bn
  __annotations__["2"] = __torch__.bn
  __annotations__["3"] = __torch__.bn
  __annotations__["4"] = __torch__.bn
  __annotations__["5"] = __torch__.bn
class Nested(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.convList
  bn : __torch__.bnList
  def forward(self: __torch__.Nested, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, getattr(self.conv, "0").weight, None, [1, 1], [1, 1], [1, 1], 1)
    x2 = torch.batch_norm(x1, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 1.0e-5, True)
    x3 = torch.conv2d(x2, getattr(self.conv, "1").weight, None, [1, 1], [1, 1], [1, 1], 1)
    x4 = torch.batch_norm(x3, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 1.0e-5, True)
    x5 = torch.conv2d(x4, getattr(self.conv, "2").weight, None, [1, 1], [1, 1], [1, 1], 1)
    x6 = torch.batch_norm(x5, getattr(self.bn, "2").weight, getattr(self.bn, "2").bias, getattr(self.bn, "2").running_mean, getattr(self.bn, "2").running_var, self.training, 0.1, 1.0e-5, True)
    x7 = torch.relu_(x6)
    x8 = torch.conv2d(x7, getattr(self.conv, "3").weight, None, [1, 1], [1, 1], [1, 1], 1)
    x9 = torch.batch_norm(x8, getattr(self.bn, "3").weight, getattr(self.bn, "3").bias, getattr(self.bn, "3").running_mean, getattr(self.bn, "3").running_var, self.training, 0.1, 1.0e-5, True)
    x10 = torch.conv2d(x9, getattr(self.conv, "4").weight, None, [1, 1], [1, 1], [1, 1], 1)
    x11 = torch.batch_norm(x10, getattr(self.bn, "4").weight, getattr(self.bn, "4").bias, getattr(self.bn, "4").running_mean, getattr(self.bn, "4").running_var, self.training, 0.1, 1.0e-5, True)
    x12 = torch.conv2d(x11, getattr(self.conv, "5").weight, None, [1, 1], [1, 1], [1, 1], 1)
    x13 = torch.batch_norm(x12, getattr(self.bn, "5").weight, getattr(self.bn, "5").bias, getattr(self.bn, "5").running_mean, getattr(self.bn, "5").running_var, self.training, 0.1, 1.0e-5, True)
    x14 = torch.relu_(x13)
    return x14
class convList_2(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.conv
  __annotations__["1"] = __torch__.conv
  __annotations__["2"] = __torch__.conv
class Narrow(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.convList_2
  def forward(self: __torch__.Narrow, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, getattr(self.conv, "0").weight, None, [1, 1], [0, 0], [1, 1], 1)
    x2 = torch.tanh(x1)
    x3 = torch.conv2d(x2, getattr(self.conv, "1").weight, None, [1, 1], [0, 0], [1, 1], 1)
    x4 = torch.sigmoid(x3)
    x5 = torch.conv2d(x4, getattr(self.conv, "2").weight, None, [1, 1], [0, 0], [1, 1], 1)
    return x5
class bnList_2(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.bn
  __annotations__["1"] = __torch__.bn
class Bound(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  bn : __torch__.bnList_2
  dwconv : __torch__.conv
  fc : __torch__.conv
  def forward(self: __torch__.Bound, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, self.conv.weight, None, [1, 1], [0, 1], [1, 1], 1)
    x2 = torch.batch_norm(x1, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 1.0e-5, True)
    x3 = torch.conv2d(x2, self.dwconv.weight, None, [1, 1], [1, 1], [1, 1], 8)
    x4 = torch.sigmoid(x3)
    x5 = torch.mul(x2, x4)
    x6 = torch.amax(x5, [2, 3])
    x7 = torch.linear(x6, self.fc.weight, None)
    x8 = torch.batch_norm(x7, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 1.0e-5, True)
    x9 = torch.add(x5, torch.unsqueeze(torch.unsqueeze(x8, -1), -1))
    x10 = torch.add(x9, x2)
    x11 = torch.relu_(x10)
    return x11
class Bound_2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  bn : __torch__.bnList_2
  dwconv : __torch__.conv
  fc : __torch__.conv
  def forward(self: __torch__.Bound_2, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, self.conv.weight, None, [1, 1], [0, 1], [1, 1], 1)
    x2 = torch.batch_norm(x1, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 1.0e-5, True)
    x3 = torch.conv2d(x2, self.dwconv.weight, None, [1, 1], [1, 1], [1, 1], 8)
    x4 = torch.sigmoid(x3)
    x5 = torch.mul(x2, x4)
    x6 = torch.amax(x5, [2, 3])
    x7 = torch.linear(x6, self.fc.weight, None)
    x8 = torch.batch_norm(x7, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 1.0e-5, True)
    x9 = torch.add(x5, torch.unsqueeze(torch.unsqueeze(x8, -1), -1))
    x10 = torch.add(x9, x2)
    x11 = torch.tanh(x10)
    return x11
class Bound_3(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  bn : __torch__.bnList_2
  dwconv : __torch__.conv
  fc : __torch__.conv
  def forward(self: __torch__.Bound_3, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, self.conv.weight, None, [1, 1], [0, 1], [1, 1], 1)
    x2 = torch.batch_norm(x1, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 1.0e-5, True)
    x3 = torch.conv2d(x2, self.dwconv.weight, None, [1, 1], [1, 1], [1, 1], 8)
    x4 = torch.sigmoid(x3)
    x5 = torch.mul(x2, x4)
    x6 = torch.amax(x5, [2, 3])
    x7 = torch.linear(x6, self.fc.weight, None)
    x8 = torch.batch_norm(x7, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 1.0e-5, True)
    x9 = torch.add(x5, torch.unsqueeze(torch.unsqueeze(x8, -1), -1))
    x10 = torch.add(x9, x2)
    x11 = torch.sigmoid(x10)
    return x11
class BoundList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.Bound
  __annotations__["1"] = __torch__.Bound_2
  __annotations__["2"] = __torch__.Bound_3
class middle(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  def forward(self: __torch__.middle, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, self.conv.weight, None, [1, 1], [0, 0], [1, 1], 1)
    x2 = torch.relu_(x1)
    return x2
class fc(Module):
  __parameters__ = ["weight", "bias", ]
  __buffers__ = []
  weight : Tensor
  bias : Tensor
  training : bool
class fcList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.fc
  __annotations__["1"] = __torch__.fc
class SE(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  fc : __torch__.fcList
  def forward(self: __torch__.SE, x0: Tensor) -> Tensor:
    x1 = torch.sum(x0, [2, 3], False)
    x2 = torch.div(x1, torch.mul(torch.size(x0, 2), torch.size(x0, 3)))
    x3 = torch.linear(x2, getattr(self.fc, "0").weight, getattr(self.fc, "0").bias)
    x4 = torch.relu_(x3)
    x5 = torch.linear(x4, getattr(self.fc, "1").weight, getattr(self.fc, "1").bias)
    x6 = torch.sigmoid(x5)
    x7 = torch.mul(x0, torch.unsqueeze(torch.unsqueeze(x6, -1), -1))
    return x7
class Wide(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  middle : __torch__.middle
  SE : __torch__.SE
  def forward(self: __torch__.Wide, x0: Tensor) -> Tensor:
    x1 = (self.middle).forward(x0)
    x2 = (self.SE).forward(x1)
    return x2
class head(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  fc : __torch__.fc
  def forward(self: __torch__.head, x0: Tensor) -> Tensor:
    x1 = torch.sum(x0, [2, 3], False)
    x2 = torch.div(x1, torch.mul(torch.size(x0, 2), torch.size(x0, 3)))
    x3 = torch.linear(x2, self.fc.weight, self.fc.bias)
    return x3
class Constructs(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  stem : __torch__.stem
  dense : __torch__.dense
  b : __torch__.b
  conv : __torch__.conv
  Nested : __torch__.Nested
  Narrow : __torch__.Narrow
  Bound : __torch__.BoundList
  Wide : __torch__.Wide
  head : __torch__.head
  def forward(self: __torch__.Constructs, x0: Tensor) -> Tensor:
    x1 = torch.contiguous(x0, memory_format=2)
    x2 = (self.stem).forward(x1)
    x3 = (self.dense).forward(x2)
    x4 = torch.max_pool2d(x3, [3, 3], [2, 2], [1, 1], [1, 1], True)
    x5 = (self.b).forward(x3)
    x6 = torch.cat([x4, x5], 1)
    x7 = torch.conv2d(x6, self.conv.weight, None, [1, 1], [0, 0], [1, 1], 1)
    x8 = (self.Nested).forward(x7)
    x9 = (self.Narrow).forward(x8)
    x10 = (getattr(self.Bound, "0")).forward(x9)
    x11 = (getattr(self.Bound, "1")).forward(x10)
    x12 = (getattr(self.Bound, "2")).forward(x11)
    x13 = torch.dropout(x12, 0.25, self.training)
    x14 = (self.Wide).forward(x13)
    x15 = torch.avg_pool2d(x14, [2, 2], [2, 2], [0, 0], True, True)
    x16 = (self.head).forward(x15)
    return x16
  def __tensors__(self: __torch__.Constructs) -> List[Tensor]:
    return annotate(List[Tensor], [self.stem.conv.weight, self.stem.bn.weight, self.stem.bn.bias, self.stem.bn.running_mean, self.stem.bn.running_var, getattr(self.dense.Dense, "0").bn.weight, getattr(self.dense.Dense, "0").bn.bias, getattr(self.dense.Dense, "0").bn.running_mean, getattr(self.dense.Dense, "0").bn.running_var, getattr(self.dense.Dense, "0").conv.weight, getattr(self.dense.Dense, "1").bn.weight, getattr(self.dense.Dense, "1").bn.bias, getattr(self.dense.Dense, "1").bn.running_mean, getattr(self.dense.Dense, "1").bn.running_var, getattr(self.dense.Dense, "1").conv.weight, getattr(self.dense.Dense, "2").bn.weight, getattr(self.dense.Dense, "2").bn.bias, getattr(self.dense.Dense, "2").bn.running_mean, getattr(self.dense.Dense, "2").bn.running_var, getattr(self.dense.Dense, "2").conv.weight, getattr(self.dense.Dense, "3").bn.weight, getattr(self.dense.Dense, "3").bn.bias, getattr(self.dense.Dense, "3").bn.running_mean, getattr(self.dense.Dense, "3").bn.running_var, getattr(self.dense.Dense, "3").conv.weight, self.b.conv.weight, self.conv.weight, getattr(self.Nested.conv, "0").weight, getattr(self.Nested.bn, "0").weight, getattr(self.Nested.bn, "0").bias, getattr(self.Nested.bn, "0").running_mean, getattr(self.Nested.bn, "0").running_var, getattr(self.Nested.conv, "1").weight, getattr(self.Nested.bn, "1").weight, getattr(self.Nested.bn, "1").bias, getattr(self.Nested.bn, "1").running_mean, getattr(self.Nested.bn, "1").running_var, getattr(self.Nested.conv, "2").weight, getattr(self.Nested.bn, "2").weight, getattr(self.Nested.bn, "2").bias, getattr(self.Nested.bn, "2").running_mean, getattr(self.Nested.bn, "2").running_var, getattr(self.Nested.conv, "3").weight, getattr(self.Nested.bn, "3").weight, getattr(self.Nested.bn, "3").bias, getattr(self.Nested.bn, "3").running_mean, getattr(self.Nested.bn, "3").running_var, getattr(self.Nested.conv, "4").weight, getattr(self.Nested.bn, "4").weight, getattr(self.Nested.bn, "4").bias, getattr(self.Nested.bn, "4").running_mean, getattr(self.Nested.bn, "4").running_var, getattr(self.Nested.conv, "5").weight, getattr(self.Nested.bn, "5").weight, getattr(self.Nested.bn, "5").bias, getattr(self.Nested.bn, "5").running_mean, getattr(self.Nested.bn, "5").running_var, getattr(self.Narrow.conv, "0").weight, getattr(self.Narrow.conv, "1").weight, getattr(self.Narrow.conv, "2").weight, getattr(self.Bound, "0").conv.weight, getattr(getattr(self.Bound, "0").bn, "0").weight, getattr(getattr(self.Bound, "0").bn, "0").bias, getattr(getattr(self.Bound, "0").bn, "0").running_mean, getattr(getattr(self.Bound, "0").bn, "0").running_var, getattr(self.Bound, "0").dwconv.weight, getattr(self.Bound, "0").fc.weight, getattr(getattr(self.Bound, "0").bn, "1").weight, getattr(getattr(self.Bound, "0").bn, "1").bias, getattr(getattr(self.Bound, "0").bn, "1").running_mean, getattr(getattr(self.Bound, "0").bn, "1").running_var, getattr(self.Bound, "1").conv.weight, getattr(getattr(self.Bound, "1").bn, "0").weight, getattr(getattr(self.Bound, "1").bn, "0").bias, getattr(getattr(self.Bound, "1").bn, "0").running_mean, getattr(getattr(self.Bound, "1").bn, "0").running_var, getattr(self.Bound, "1").dwconv.weight, getattr(self.Bound, "1").fc.weight, getattr(getattr(self.Bound, "1").bn, "1").weight, getattr(getattr(self.Bound, "1").bn, "1").bias, getattr(getattr(self.Bound, "1").bn, "1").running_mean, getattr(getattr(self.Bound, "1").bn, "1").running_var, getattr(self.Bound, "2").conv.weight, getattr(getattr(self.Bound, "2").bn, "0").weight, getattr(getattr(self.Bound, "2").bn, "0").bias, getattr(getattr(self.Bound, "2").bn, "0").running_mean, getattr(getattr(self.Bound, "2").bn, "0").running_var, getattr(self.Bound, "2").dwconv.weight, getattr(self.Bound, "2").fc.weight, getattr(getattr(self.Bound, "2").bn, "1").weight, getattr(getattr(self.Bound, "2").bn, "1").bias, getattr(getattr(self.Bound, "2").bn, "1").running_mean, getattr(getattr(self.Bound, "2").bn, "1").running_var, self.Wide.middle.conv.weight, getattr(self.Wide.SE.fc, "0").weight, getattr(self.Wide.SE.fc, "0").bias, getattr(self.Wide.SE.fc, "1").weight, getattr(self.Wide.SE.fc, "1").bias, self.head.fc.weight, self.head.fc.bias])
