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
class cba(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  bn : __torch__.bn
  def forward(self: __torch__.cba, x0: Tensor) -> Tensor:
    x1 = torch.to(x0, 5)
    x2 = torch.conv2d(x1, torch.to(self.conv.weight, 5), None, [2, 2], [1, 1], [1, 1], 1)
    x3 = torch.batch_norm(x2, self.bn.weight, self.bn.bias, self.bn.running_mean, self.bn.running_var, self.training, 0.1, 0.001, True)
    x4 = torch.to(x3, 6)
    x5 = torch.mul(x4, 0.16666666666666666)
    x6 = torch.add(x5, 0.5)
    x7 = torch.clamp(x6, 0.0, 1.0)
    x8 = torch.mul(x4, x7)
    return x8
class stem(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba
  def forward(self: __torch__.stem, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    return x1
class bnList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.bn
  __annotations__["1"] = __torch__.bn
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
class SEx(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  fc : __torch__.fcList
  def forward(self: __torch__.SEx, x0: Tensor) -> Tensor:
    x1 = torch.to(x0, 6)
    x2 = torch.sum(x1, [2, 3], False)
    x3 = torch.div(x2, torch.mul(torch.size(x1, 2), torch.size(x1, 3)))
    x4 = torch.linear(x3, getattr(self.fc, "0").weight, getattr(self.fc, "0").bias)
    x5 = torch.relu_(x4)
    x6 = torch.linear(x5, getattr(self.fc, "1").weight, getattr(self.fc, "1").bias)
    x7 = torch.mul(x6, 0.16666666666666666)
    x8 = torch.add(x7, 0.5)
    x9 = torch.clamp(x8, 0.0, 1.0)
    x10 = torch.to(x9, 5)
    x11 = torch.mul(x0, torch.unsqueeze(torch.unsqueeze(x10, -1), -1))
    return x11
class gate(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  SEx : __torch__.SEx
  def forward(self: __torch__.gate, x0: Tensor) -> Tensor:
    x1 = (self.SEx).forward(x0)
    return x1
class MobileBlock(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  dwconv : __torch__.conv
  bn : __torch__.bnList
  gate : __torch__.gate
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock, x0: Tensor) -> Tensor:
    x1 = torch.to(x0, 5)
    x2 = torch.conv2d(x1, torch.to(self.dwconv.weight, 5), None, [2, 2], [1, 1], [1, 1], 16)
    x3 = torch.batch_norm(x2, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x4 = torch.relu_(x3)
    x5 = (self.gate).forward(x4)
    x6 = torch.conv2d(x5, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x7 = torch.batch_norm(x6, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    return x7
class cba_2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  bn : __torch__.bn
  def forward(self: __torch__.cba_2, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x2 = torch.batch_norm(x1, self.bn.weight, self.bn.bias, self.bn.running_mean, self.bn.running_var, self.training, 0.1, 0.001, True)
    x3 = torch.relu_(x2)
    return x3
class MobileBlock_2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_2
  dwconv : __torch__.conv
  bn : __torch__.bnList
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock_2, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.conv2d(x1, torch.to(self.dwconv.weight, 5), None, [2, 2], [1, 1], [1, 1], 72)
    x3 = torch.batch_norm(x2, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x4 = torch.relu_(x3)
    x5 = torch.conv2d(x4, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x6 = torch.batch_norm(x5, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    return x6
class MobileBlock_3(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_2
  dwconv : __torch__.conv
  bn : __torch__.bnList
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock_3, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.conv2d(x1, torch.to(self.dwconv.weight, 5), None, [1, 1], [1, 1], [1, 1], 88)
    x3 = torch.batch_norm(x2, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x4 = torch.relu_(x3)
    x5 = torch.conv2d(x4, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x6 = torch.batch_norm(x5, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    x7 = torch.add(x0, x6)
    return x7
class cba_3(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.conv
  bn : __torch__.bn
  def forward(self: __torch__.cba_3, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x2 = torch.batch_norm(x1, self.bn.weight, self.bn.bias, self.bn.running_mean, self.bn.running_var, self.training, 0.1, 0.001, True)
    x3 = torch.to(x2, 6)
    x4 = torch.mul(x3, 0.16666666666666666)
    x5 = torch.add(x4, 0.5)
    x6 = torch.clamp(x5, 0.0, 1.0)
    x7 = torch.mul(x3, x6)
    return x7
class SEx_2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  fc : __torch__.fcList
  def forward(self: __torch__.SEx_2, x0: Tensor) -> Tensor:
    x1 = torch.sum(x0, [2, 3], False)
    x2 = torch.div(x1, torch.mul(torch.size(x0, 2), torch.size(x0, 3)))
    x3 = torch.linear(x2, getattr(self.fc, "0").weight, getattr(self.fc, "0").bias)
    x4 = torch.relu_(x3)
    x5 = torch.linear(x4, getattr(self.fc, "1").weight, getattr(self.fc, "1").bias)
    x6 = torch.mul(x5, 0.16666666666666666)
    x7 = torch.add(x6, 0.5)
    x8 = torch.clamp(x7, 0.0, 1.0)
    x9 = torch.mul(x0, torch.unsqueeze(torch.unsqueeze(x8, -1), -1))
    return x9
class gate_2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  SEx : __torch__.SEx_2
  def forward(self: __torch__.gate_2, x0: Tensor) -> Tensor:
    x1 = (self.SEx).forward(x0)
    return x1
class MobileBlock_4(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_3
  dwconv : __torch__.conv
  bn : __torch__.bnList
  gate : __torch__.gate_2
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock_4, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.to(x1, 5)
    x3 = torch.conv2d(x2, torch.to(self.dwconv.weight, 5), None, [2, 2], [2, 2], [1, 1], 96)
    x4 = torch.batch_norm(x3, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x5 = torch.to(x4, 6)
    x6 = torch.mul(x5, 0.16666666666666666)
    x7 = torch.add(x6, 0.5)
    x8 = torch.clamp(x7, 0.0, 1.0)
    x9 = torch.mul(x5, x8)
    x10 = (self.gate).forward(x9)
    x11 = torch.to(x10, 5)
    x12 = torch.conv2d(x11, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x13 = torch.batch_norm(x12, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    return x13
class MobileBlock_5(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_3
  dwconv : __torch__.conv
  bn : __torch__.bnList
  gate : __torch__.gate_2
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock_5, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.to(x1, 5)
    x3 = torch.conv2d(x2, torch.to(self.dwconv.weight, 5), None, [1, 1], [2, 2], [1, 1], 240)
    x4 = torch.batch_norm(x3, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x5 = torch.to(x4, 6)
    x6 = torch.mul(x5, 0.16666666666666666)
    x7 = torch.add(x6, 0.5)
    x8 = torch.clamp(x7, 0.0, 1.0)
    x9 = torch.mul(x5, x8)
    x10 = (self.gate).forward(x9)
    x11 = torch.to(x10, 5)
    x12 = torch.conv2d(x11, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x13 = torch.batch_norm(x12, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    x14 = torch.add(x0, x13)
    return x14
class MobileBlock_6(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_3
  dwconv : __torch__.conv
  bn : __torch__.bnList
  gate : __torch__.gate_2
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock_6, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.to(x1, 5)
    x3 = torch.conv2d(x2, torch.to(self.dwconv.weight, 5), None, [1, 1], [2, 2], [1, 1], 120)
    x4 = torch.batch_norm(x3, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x5 = torch.to(x4, 6)
    x6 = torch.mul(x5, 0.16666666666666666)
    x7 = torch.add(x6, 0.5)
    x8 = torch.clamp(x7, 0.0, 1.0)
    x9 = torch.mul(x5, x8)
    x10 = (self.gate).forward(x9)
    x11 = torch.to(x10, 5)
    x12 = torch.conv2d(x11, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x13 = torch.batch_norm(x12, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    return x13
class MobileBlock_7(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_3
  dwconv : __torch__.conv
  bn : __torch__.bnList
  gate : __torch__.gate_2
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock_7, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.to(x1, 5)
    x3 = torch.conv2d(x2, torch.to(self.dwconv.weight, 5), None, [1, 1], [2, 2], [1, 1], 144)
    x4 = torch.batch_norm(x3, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x5 = torch.to(x4, 6)
    x6 = torch.mul(x5, 0.16666666666666666)
    x7 = torch.add(x6, 0.5)
    x8 = torch.clamp(x7, 0.0, 1.0)
    x9 = torch.mul(x5, x8)
    x10 = (self.gate).forward(x9)
    x11 = torch.to(x10, 5)
    x12 = torch.conv2d(x11, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x13 = torch.batch_norm(x12, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    x14 = torch.add(x0, x13)
    return x14
class MobileBlock_8(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_3
  dwconv : __torch__.conv
  bn : __torch__.bnList
  gate : __torch__.gate_2
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock_8, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.to(x1, 5)
    x3 = torch.conv2d(x2, torch.to(self.dwconv.weight, 5), None, [2, 2], [2, 2], [1, 1], 288)
    x4 = torch.batch_norm(x3, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x5 = torch.to(x4, 6)
    x6 = torch.mul(x5, 0.16666666666666666)
    x7 = torch.add(x6, 0.5)
    x8 = torch.clamp(x7, 0.0, 1.0)
    x9 = torch.mul(x5, x8)
    x10 = (self.gate).forward(x9)
    x11 = torch.to(x10, 5)
    x12 = torch.conv2d(x11, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x13 = torch.batch_norm(x12, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    return x13
class MobileBlock_9(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_3
  dwconv : __torch__.conv
  bn : __torch__.bnList
  gate : __torch__.gate_2
  conv : __torch__.conv
  def forward(self: __torch__.MobileBlock_9, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.to(x1, 5)
    x3 = torch.conv2d(x2, torch.to(self.dwconv.weight, 5), None, [1, 1], [2, 2], [1, 1], 576)
    x4 = torch.batch_norm(x3, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 0.001, True)
    x5 = torch.to(x4, 6)
    x6 = torch.mul(x5, 0.16666666666666666)
    x7 = torch.add(x6, 0.5)
    x8 = torch.clamp(x7, 0.0, 1.0)
    x9 = torch.mul(x5, x8)
    x10 = (self.gate).forward(x9)
    x11 = torch.to(x10, 5)
    x12 = torch.conv2d(x11, torch.to(self.conv.weight, 5), None, [1, 1], [0, 0], [1, 1], 1)
    x13 = torch.batch_norm(x12, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 0.001, True)
    x14 = torch.add(x0, x13)
    return x14
class MobileBlockList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.MobileBlock
  __annotations__["1"] = __torch__.MobileBlock_2
  __annotations__["2"] = __torch__.MobileBlock_3
  __annotations__["3"] = __torch__.MobileBlock_4
  __annotations__["4"] = __torch__.MobileBlock_5
  __annotations__["5"] = __torch__.MobileBlock_5
  __annotations__["6"] = __torch__.MobileBlock_6
  __annotations__["7"] = __torch__.MobileBlock_7
  __annotations__["8"] = __torch__.MobileBlock_8
  __annotations__["9"] = __torch__.MobileBlock_9
  __annotations__["10"] = __torch__.MobileBlock_9
class body(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  MobileBlock : __torch__.MobileBlockList
  def forward(self: __torch__.body, x0: Tensor) -> Tensor:
    x1 = (getattr(self.MobileBlock, "0")).forward(x0)
    x2 = (getattr(self.MobileBlock, "1")).forward(x1)
    x3 = (getattr(self.MobileBlock, "2")).forward(x2)
    x4 = (getattr(self.MobileBlock, "3")).forward(x3)
    x5 = (getattr(self.MobileBlock, "4")).forward(x4)
    x6 = (getattr(self.MobileBlock, "5")).forward(x5)
    x7 = (getattr(self.MobileBlock, "6")).forward(x6)
    x8 = (getattr(self.MobileBlock, "7")).forward(x7)
    x9 = (getattr(self.MobileBlock, "8")).forward(x8)
    x10 = (getattr(self.MobileBlock, "9")).forward(x9)
    x11 = (getattr(self.MobileBlock, "10")).forward(x10)
    return x11
class MobileHead(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  cba : __torch__.cba_3
  fc : __torch__.fcList
  def forward(self: __torch__.MobileHead, x0: Tensor) -> Tensor:
    x1 = (self.cba).forward(x0)
    x2 = torch.sum(x1, [2, 3], False)
    x3 = torch.div(x2, torch.mul(torch.size(x1, 2), torch.size(x1, 3)))
    x4 = torch.to(x3, 5)
    x5 = torch.linear(x4, torch.to(getattr(self.fc, "0").weight, 5), torch.to(getattr(self.fc, "0").bias, 5))
    x6 = torch.to(x5, 6)
    x7 = torch.mul(x6, 0.16666666666666666)
    x8 = torch.add(x7, 0.5)
    x9 = torch.clamp(x8, 0.0, 1.0)
    x10 = torch.mul(x6, x9)
    x11 = torch.dropout(x10, 0.2, self.training)
    x12 = torch.to(x11, 5)
    x13 = torch.linear(x12, torch.to(getattr(self.fc, "1").weight, 5), torch.to(getattr(self.fc, "1").bias, 5))
    return x13
class head(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  MobileHead : __torch__.MobileHead
  def forward(self: __torch__.head, x0: Tensor) -> Tensor:
    x1 = (self.MobileHead).forward(x0)
    return x1
class MobileNetV3Small(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  stem : __torch__.stem
  body : __torch__.body
  head : __torch__.head
  def forward(self: __torch__.MobileNetV3Small, x0: Tensor) -> Tensor:
    x1 = torch.contiguous(x0, memory_format=2)
    x2 = (self.stem).forward(x1)
    x3 = (self.body).forward(x2)
    x4 = (self.head).forward(x3)
    x5 = torch.to(x4, 6)
    return x5
  def __tensors__(self: __torch__.MobileNetV3Small) -> List[Tensor]:
    return annotate(List[Tensor], [self.stem.cba.conv.weight, self.stem.cba.bn.weight, self.stem.cba.bn.bias, self.stem.cba.bn.running_mean, self.stem.cba.bn.running_var, getattr(self.body.MobileBlock, "0").dwconv.weight, getattr(getattr(self.body.MobileBlock, "0").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "0").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "0").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "0").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "0").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "0").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "0").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "0").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "0").conv.weight, getattr(getattr(self.body.MobileBlock, "0").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "0").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "0").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "0").bn, "1").running_var, getattr(self.body.MobileBlock, "1").cba.conv.weight, getattr(self.body.MobileBlock, "1").cba.bn.weight, getattr(self.body.MobileBlock, "1").cba.bn.bias, getattr(self.body.MobileBlock, "1").cba.bn.running_mean, getattr(self.body.MobileBlock, "1").cba.bn.running_var, getattr(self.body.MobileBlock, "1").dwconv.weight, getattr(getattr(self.body.MobileBlock, "1").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "1").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "1").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "1").bn, "0").running_var, getattr(self.body.MobileBlock, "1").conv.weight, getattr(getattr(self.body.MobileBlock, "1").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "1").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "1").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "1").bn, "1").running_var, getattr(self.body.MobileBlock, "2").cba.conv.weight, getattr(self.body.MobileBlock, "2").cba.bn.weight, getattr(self.body.MobileBlock, "2").cba.bn.bias, getattr(self.body.MobileBlock, "2").cba.bn.running_mean, getattr(self.body.MobileBlock, "2").cba.bn.running_var, getattr(self.body.MobileBlock, "2").dwconv.weight, getattr(getattr(self.body.MobileBlock, "2").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "2").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "2").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "2").bn, "0").running_var, getattr(self.body.MobileBlock, "2").conv.weight, getattr(getattr(self.body.MobileBlock, "2").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "2").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "2").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "2").bn, "1").running_var, getattr(self.body.MobileBlock, "3").cba.conv.weight, getattr(self.body.MobileBlock, "3").cba.bn.weight, getattr(self.body.MobileBlock, "3").cba.bn.bias, getattr(self.body.MobileBlock, "3").cba.bn.running_mean, getattr(self.body.MobileBlock, "3").cba.bn.running_var, getattr(self.body.MobileBlock, "3").dwconv.weight, getattr(getattr(self.body.MobileBlock, "3").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "3").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "3").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "3").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "3").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "3").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "3").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "3").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "3").conv.weight, getattr(getattr(self.body.MobileBlock, "3").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "3").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "3").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "3").bn, "1").running_var, getattr(self.body.MobileBlock, "4").cba.conv.weight, getattr(self.body.MobileBlock, "4").cba.bn.weight, getattr(self.body.MobileBlock, "4").cba.bn.bias, getattr(self.body.MobileBlock, "4").cba.bn.running_mean, getattr(self.body.MobileBlock, "4").cba.bn.running_var, getattr(self.body.MobileBlock, "4").dwconv.weight, getattr(getattr(self.body.MobileBlock, "4").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "4").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "4").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "4").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "4").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "4").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "4").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "4").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "4").conv.weight, getattr(getattr(self.body.MobileBlock, "4").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "4").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "4").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "4").bn, "1").running_var, getattr(self.body.MobileBlock, "5").cba.conv.weight, getattr(self.body.MobileBlock, "5").cba.bn.weight, getattr(self.body.MobileBlock, "5").cba.bn.bias, getattr(self.body.MobileBlock, "5").cba.bn.running_mean, getattr(self.body.MobileBlock, "5").cba.bn.running_var, getattr(self.body.MobileBlock, "5").dwconv.weight, getattr(getattr(self.body.MobileBlock, "5").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "5").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "5").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "5").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "5").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "5").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "5").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "5").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "5").conv.weight, getattr(getattr(self.body.MobileBlock, "5").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "5").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "5").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "5").bn, "1").running_var, getattr(self.body.MobileBlock, "6").cba.conv.weight, getattr(self.body.MobileBlock, "6").cba.bn.weight, getattr(self.body.MobileBlock, "6").cba.bn.bias, getattr(self.body.MobileBlock, "6").cba.bn.running_mean, getattr(self.body.MobileBlock, "6").cba.bn.running_var, getattr(self.body.MobileBlock, "6").dwconv.weight, getattr(getattr(self.body.MobileBlock, "6").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "6").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "6").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "6").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "6").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "6").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "6").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "6").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "6").conv.weight, getattr(getattr(self.body.MobileBlock, "6").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "6").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "6").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "6").bn, "1").running_var, getattr(self.body.MobileBlock, "7").cba.conv.weight, getattr(self.body.MobileBlock, "7").cba.bn.weight, getattr(self.body.MobileBlock, "7").cba.bn.bias, getattr(self.body.MobileBlock, "7").cba.bn.running_mean, getattr(self.body.MobileBlock, "7").cba.bn.running_var, getattr(self.body.MobileBlock, "7").dwconv.weight, getattr(getattr(self.body.MobileBlock, "7").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "7").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "7").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "7").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "7").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "7").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "7").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "7").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "7").conv.weight, getattr(getattr(self.body.MobileBlock, "7").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "7").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "7").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "7").bn, "1").running_var, getattr(self.body.MobileBlock, "8").cba.conv.weight, getattr(self.body.MobileBlock, "8").cba.bn.weight, getattr(self.body.MobileBlock, "8").cba.bn.bias, getattr(self.body.MobileBlock, "8").cba.bn.running_mean, getattr(self.body.MobileBlock, "8").cba.bn.running_var, getattr(self.body.MobileBlock, "8").dwconv.weight, getattr(getattr(self.body.MobileBlock, "8").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "8").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "8").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "8").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "8").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "8").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "8").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "8").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "8").conv.weight, getattr(getattr(self.body.MobileBlock, "8").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "8").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "8").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "8").bn, "1").running_var, getattr(self.body.MobileBlock, "9").cba.conv.weight, getattr(self.body.MobileBlock, "9").cba.bn.weight, getattr(self.body.MobileBlock, "9").cba.bn.bias, getattr(self.body.MobileBlock, "9").cba.bn.running_mean, getattr(self.body.MobileBlock, "9").cba.bn.running_var, getattr(self.body.MobileBlock, "9").dwconv.weight, getattr(getattr(self.body.MobileBlock, "9").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "9").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "9").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "9").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "9").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "9").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "9").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "9").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "9").conv.weight, getattr(getattr(self.body.MobileBlock, "9").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "9").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "9").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "9").bn, "1").running_var, getattr(self.body.MobileBlock, "10").cba.conv.weight, getattr(self.body.MobileBlock, "10").cba.bn.weight, getattr(self.body.MobileBlock, "10").cba.bn.bias, getattr(self.body.MobileBlock, "10").cba.bn.running_mean, getattr(self.body.MobileBlock, "10").cba.bn.running_var, getattr(self.body.MobileBlock, "10").dwconv.weight, getattr(getattr(self.body.MobileBlock, "10").bn, "0").weight, getattr(getattr(self.body.MobileBlock, "10").bn, "0").bias, getattr(getattr(self.body.MobileBlock, "10").bn, "0").running_mean, getattr(getattr(self.body.MobileBlock, "10").bn, "0").running_var, getattr(getattr(self.body.MobileBlock, "10").gate.SEx.fc, "0").weight, getattr(getattr(self.body.MobileBlock, "10").gate.SEx.fc, "0").bias, getattr(getattr(self.body.MobileBlock, "10").gate.SEx.fc, "1").weight, getattr(getattr(self.body.MobileBlock, "10").gate.SEx.fc, "1").bias, getattr(self.body.MobileBlock, "10").conv.weight, getattr(getattr(self.body.MobileBlock, "10").bn, "1").weight, getattr(getattr(self.body.MobileBlock, "10").bn, "1").bias, getattr(getattr(self.body.MobileBlock, "10").bn, "1").running_mean, getattr(getattr(self.body.MobileBlock, "10").bn, "1").running_var, self.head.MobileHead.cba.conv.weight, self.head.MobileHead.cba.bn.weight, self.head.MobileHead.cba.bn.bias, self.head.MobileHead.cba.bn.running_mean, self.head.MobileHead.cba.bn.running_var, getattr(self.head.MobileHead.fc, "0").weight, getattr(self.head.MobileHead.fc, "0").bias, getattr(self.head.MobileHead.fc, "1").weight, getattr(self.head.MobileHead.fc, "1").bias])
