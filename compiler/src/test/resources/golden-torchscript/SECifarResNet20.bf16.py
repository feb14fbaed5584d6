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
    x1 = torch.to(x0, 15)
    x2 = torch.conv2d(x1, torch.to(self.conv.weight, 15), None, [1, 1], [1, 1], [1, 1], 1)
    x3 = torch.batch_norm(x2, self.bn.weight, self.bn.bias, self.bn.running_mean, self.bn.running_var, self.training, 0.1, 1.0e-5, True)
    x4 = torch.relu_(x3)
    return x4
class convList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.conv
  __annotations__["1"] = __torch__.conv
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
class SE(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  fc : __torch__.fcList
  def forward(self: __torch__.SE, x0: Tensor) -> Tensor:
    x1 = torch.sum(x0, [2, 3], False)
    x2 = torch.div(torch.to(x1, 6), torch.mul(torch.size(x0, 2), torch.size(x0, 3)))
    x3 = torch.linear(x2, getattr(self.fc, "0").weight, getattr(self.fc, "0").bias)
    x4 = torch.relu_(x3)
    x5 = torch.linear(x4, getattr(self.fc, "1").weight, getattr(self.fc, "1").bias)
    x6 = torch.sigmoid(x5)
    x7 = torch.to(x6, 15)
    x8 = torch.mul(x0, torch.unsqueeze(torch.unsqueeze(x7, -1), -1))
    return x8
class gate(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  SE : __torch__.SE
  def forward(self: __torch__.gate, x0: Tensor) -> Tensor:
    x1 = (self.SE).forward(x0)
    return x1
class CifarBlock(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.convList
  bn : __torch__.bnList
  gate : __torch__.gate
  def forward(self: __torch__.CifarBlock, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, torch.to(getattr(self.conv, "0").weight, 15), None, [1, 1], [1, 1], [1, 1], 1)
    x2 = torch.batch_norm(x1, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 1.0e-5, True)
    x3 = torch.relu_(x2)
    x4 = torch.conv2d(x3, torch.to(getattr(self.conv, "1").weight, 15), None, [1, 1], [1, 1], [1, 1], 1)
    x5 = torch.batch_norm(x4, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 1.0e-5, True)
    x6 = (self.gate).forward(x5)
    x7 = torch.add_(x6, x0)
    x8 = torch.relu_(x7)
    return x8
class CifarBlockList(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.CifarBlock
  __annotations__["1"] = __torch__.CifarBlock
  __annotations__["2"] = __torch__.CifarBlock
class stage1(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  CifarBlock : __torch__.CifarBlockList
  def forward(self: __torch__.stage1, x0: Tensor) -> Tensor:
    x1 = (getattr(self.CifarBlock, "0")).forward(x0)
    x2 = (getattr(self.CifarBlock, "1")).forward(x1)
    x3 = (getattr(self.CifarBlock, "2")).forward(x2)
    return x3
class CifarBlock_2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.convList
  bn : __torch__.bnList
  gate : __torch__.gate
  def forward(self: __torch__.CifarBlock_2, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, torch.to(getattr(self.conv, "0").weight, 15), None, [2, 2], [1, 1], [1, 1], 1)
    x2 = torch.batch_norm(x1, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 1.0e-5, True)
    x3 = torch.relu_(x2)
    x4 = torch.conv2d(x3, torch.to(getattr(self.conv, "1").weight, 15), None, [1, 1], [1, 1], [1, 1], 1)
    x5 = torch.batch_norm(x4, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 1.0e-5, True)
    x6 = (self.gate).forward(x5)
    x7 = torch.avg_pool2d(x0, [1, 1], [2, 2], [0, 0], False, True)
    x8 = torch.constant_pad_nd(x7, [0, 0, 0, 0, 8, 8], 0)
    x9 = torch.add_(x6, x8)
    x10 = torch.relu_(x9)
    return x10
class CifarBlockList_2(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.CifarBlock_2
  __annotations__["1"] = __torch__.CifarBlock
  __annotations__["2"] = __torch__.CifarBlock
class stage2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  CifarBlock : __torch__.CifarBlockList_2
  def forward(self: __torch__.stage2, x0: Tensor) -> Tensor:
    x1 = (getattr(self.CifarBlock, "0")).forward(x0)
    x2 = (getattr(self.CifarBlock, "1")).forward(x1)
    x3 = (getattr(self.CifarBlock, "2")).forward(x2)
    return x3
class CifarBlock_3(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  conv : __torch__.convList
  bn : __torch__.bnList
  gate : __torch__.gate
  def forward(self: __torch__.CifarBlock_3, x0: Tensor) -> Tensor:
    x1 = torch.conv2d(x0, torch.to(getattr(self.conv, "0").weight, 15), None, [2, 2], [1, 1], [1, 1], 1)
    x2 = torch.batch_norm(x1, getattr(self.bn, "0").weight, getattr(self.bn, "0").bias, getattr(self.bn, "0").running_mean, getattr(self.bn, "0").running_var, self.training, 0.1, 1.0e-5, True)
    x3 = torch.relu_(x2)
    x4 = torch.conv2d(x3, torch.to(getattr(self.conv, "1").weight, 15), None, [1, 1], [1, 1], [1, 1], 1)
    x5 = torch.batch_norm(x4, getattr(self.bn, "1").weight, getattr(self.bn, "1").bias, getattr(self.bn, "1").running_mean, getattr(self.bn, "1").running_var, self.training, 0.1, 1.0e-5, True)
    x6 = (self.gate).forward(x5)
    x7 = torch.avg_pool2d(x0, [1, 1], [2, 2], [0, 0], False, True)
    x8 = torch.constant_pad_nd(x7, [0, 0, 0, 0, 16, 16], 0)
    x9 = torch.add_(x6, x8)
    x10 = torch.relu_(x9)
    return x10
class CifarBlockList_3(Module):
  __parameters__ = []
  __buffers__ = []
  __annotations__ = []
  training : bool
  __annotations__["0"] = __torch__.CifarBlock_3
  __annotations__["1"] = __torch__.CifarBlock
  __annotations__["2"] = __torch__.CifarBlock
class stage3(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  CifarBlock : __torch__.CifarBlockList_3
  def forward(self: __torch__.stage3, x0: Tensor) -> Tensor:
    x1 = (getattr(self.CifarBlock, "0")).forward(x0)
    x2 = (getattr(self.CifarBlock, "1")).forward(x1)
    x3 = (getattr(self.CifarBlock, "2")).forward(x2)
    return x3
class head(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  fc : __torch__.fc
  def forward(self: __torch__.head, x0: Tensor) -> Tensor:
    x1 = torch.sum(x0, [2, 3], False)
    x2 = torch.div(torch.to(x1, 6), torch.mul(torch.size(x0, 2), torch.size(x0, 3)))
    x3 = torch.to(x2, 15)
    x4 = torch.linear(x3, torch.to(self.fc.weight, 15), torch.to(self.fc.bias, 15))
    return x4
class SECifarResNet20(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  stem : __torch__.stem
  stage1 : __torch__.stage1
  stage2 : __torch__.stage2
  stage3 : __torch__.stage3
  head : __torch__.head
  def forward(self: __torch__.SECifarResNet20, x0: Tensor) -> Tensor:
    x1 = torch.contiguous(x0, memory_format=2)
    x2 = (self.stem).forward(x1)
    x3 = (self.stage1).forward(x2)
    x4 = (self.stage2).forward(x3)
    x5 = (self.stage3).forward(x4)
    x6 = (self.head).forward(x5)
    x7 = torch.to(x6, 6)
    return x7
  def __tensors__(self: __torch__.SECifarResNet20) -> List[Tensor]:
    return annotate(List[Tensor], [self.stem.conv.weight, self.stem.bn.weight, self.stem.bn.bias, self.stem.bn.running_mean, self.stem.bn.running_var, getattr(getattr(self.stage1.CifarBlock, "0").conv, "0").weight, getattr(getattr(self.stage1.CifarBlock, "0").bn, "0").weight, getattr(getattr(self.stage1.CifarBlock, "0").bn, "0").bias, getattr(getattr(self.stage1.CifarBlock, "0").bn, "0").running_mean, getattr(getattr(self.stage1.CifarBlock, "0").bn, "0").running_var, getattr(getattr(self.stage1.CifarBlock, "0").conv, "1").weight, getattr(getattr(self.stage1.CifarBlock, "0").bn, "1").weight, getattr(getattr(self.stage1.CifarBlock, "0").bn, "1").bias, getattr(getattr(self.stage1.CifarBlock, "0").bn, "1").running_mean, getattr(getattr(self.stage1.CifarBlock, "0").bn, "1").running_var, getattr(getattr(self.stage1.CifarBlock, "0").gate.SE.fc, "0").weight, getattr(getattr(self.stage1.CifarBlock, "0").gate.SE.fc, "0").bias, getattr(getattr(self.stage1.CifarBlock, "0").gate.SE.fc, "1").weight, getattr(getattr(self.stage1.CifarBlock, "0").gate.SE.fc, "1").bias, getattr(getattr(self.stage1.CifarBlock, "1").conv, "0").weight, getattr(getattr(self.stage1.CifarBlock, "1").bn, "0").weight, getattr(getattr(self.stage1.CifarBlock, "1").bn, "0").bias, getattr(getattr(self.stage1.CifarBlock, "1").bn, "0").running_mean, getattr(getattr(self.stage1.CifarBlock, "1").bn, "0").running_var, getattr(getattr(self.stage1.CifarBlock, "1").conv, "1").weight, getattr(getattr(self.stage1.CifarBlock, "1").bn, "1").weight, getattr(getattr(self.stage1.CifarBlock, "1").bn, "1").bias, getattr(getattr(self.stage1.CifarBlock, "1").bn, "1").running_mean, getattr(getattr(self.stage1.CifarBlock, "1").bn, "1").running_var, getattr(getattr(self.stage1.CifarBlock, "1").gate.SE.fc, "0").weight, getattr(getattr(self.stage1.CifarBlock, "1").gate.SE.fc, "0").bias, getattr(getattr(self.stage1.CifarBlock, "1").gate.SE.fc, "1").weight, getattr(getattr(self.stage1.CifarBlock, "1").gate.SE.fc, "1").bias, getattr(getattr(self.stage1.CifarBlock, "2").conv, "0").weight, getattr(getattr(self.stage1.CifarBlock, "2").bn, "0").weight, getattr(getattr(self.stage1.CifarBlock, "2").bn, "0").bias, getattr(getattr(self.stage1.CifarBlock, "2").bn, "0").running_mean, getattr(getattr(self.stage1.CifarBlock, "2").bn, "0").running_var, getattr(getattr(self.stage1.CifarBlock, "2").conv, "1").weight, getattr(getattr(self.stage1.CifarBlock, "2").bn, "1").weight, getattr(getattr(self.stage1.CifarBlock, "2").bn, "1").bias, getattr(getattr(self.stage1.CifarBlock, "2").bn, "1").running_mean, getattr(getattr(self.stage1.CifarBlock, "2").bn, "1").running_var, getattr(getattr(self.stage1.CifarBlock, "2").gate.SE.fc, "0").weight, getattr(getattr(self.stage1.CifarBlock, "2").gate.SE.fc, "0").bias, getattr(getattr(self.stage1.CifarBlock, "2").gate.SE.fc, "1").weight, getattr(getattr(self.stage1.CifarBlock, "2").gate.SE.fc, "1").bias, getattr(getattr(self.stage2.CifarBlock, "0").conv, "0").weight, getattr(getattr(self.stage2.CifarBlock, "0").bn, "0").weight, getattr(getattr(self.stage2.CifarBlock, "0").bn, "0").bias, getattr(getattr(self.stage2.CifarBlock, "0").bn, "0").running_mean, getattr(getattr(self.stage2.CifarBlock, "0").bn, "0").running_var, getattr(getattr(self.stage2.CifarBlock, "0").conv, "1").weight, getattr(getattr(self.stage2.CifarBlock, "0").bn, "1").weight, getattr(getattr(self.stage2.CifarBlock, "0").bn, "1").bias, getattr(getattr(self.stage2.CifarBlock, "0").bn, "1").running_mean, getattr(getattr(self.stage2.CifarBlock, "0").bn, "1").running_var, getattr(getattr(self.stage2.CifarBlock, "0").gate.SE.fc, "0").weight, getattr(getattr(self.stage2.CifarBlock, "0").gate.SE.fc, "0").bias, getattr(getattr(self.stage2.CifarBlock, "0").gate.SE.fc, "1").weight, getattr(getattr(self.stage2.CifarBlock, "0").gate.SE.fc, "1").bias, getattr(getattr(self.stage2.CifarBlock, "1").conv, "0").weight, getattr(getattr(self.stage2.CifarBlock, "1").bn, "0").weight, getattr(getattr(self.stage2.CifarBlock, "1").bn, "0").bias, getattr(getattr(self.stage2.CifarBlock, "1").bn, "0").running_mean, getattr(getattr(self.stage2.CifarBlock, "1").bn, "0").running_var, getattr(getattr(self.stage2.CifarBlock, "1").conv, "1").weight, getattr(getattr(self.stage2.CifarBlock, "1").bn, "1").weight, getattr(getattr(self.stage2.CifarBlock, "1").bn, "1").bias, getattr(getattr(self.stage2.CifarBlock, "1").bn, "1").running_mean, getattr(getattr(self.stage2.CifarBlock, "1").bn, "1").running_var, getattr(getattr(self.stage2.CifarBlock, "1").gate.SE.fc, "0").weight, getattr(getattr(self.stage2.CifarBlock, "1").gate.SE.fc, "0").bias, getattr(getattr(self.stage2.CifarBlock, "1").gate.SE.fc, "1").weight, getattr(getattr(self.stage2.CifarBlock, "1").gate.SE.fc, "1").bias, getattr(getattr(self.stage2.CifarBlock, "2").conv, "0").weight, getattr(getattr(self.stage2.CifarBlock, "2").bn, "0").weight, getattr(getattr(self.stage2.CifarBlock, "2").bn, "0").bias, getattr(getattr(self.stage2.CifarBlock, "2").bn, "0").running_mean, getattr(getattr(self.stage2.CifarBlock, "2").bn, "0").running_var, getattr(getattr(self.stage2.CifarBlock, "2").conv, "1").weight, getattr(getattr(self.stage2.CifarBlock, "2").bn, "1").weight, getattr(getattr(self.stage2.CifarBlock, "2").bn, "1").bias, getattr(getattr(self.stage2.CifarBlock, "2").bn, "1").running_mean, getattr(getattr(self.stage2.CifarBlock, "2").bn, "1").running_var, getattr(getattr(self.stage2.CifarBlock, "2").gate.SE.fc, "0").weight, getattr(getattr(self.stage2.CifarBlock, "2").gate.SE.fc, "0").bias, getattr(getattr(self.stage2.CifarBlock, "2").gate.SE.fc, "1").weight, getattr(getattr(self.stage2.CifarBlock, "2").gate.SE.fc, "1").bias, getattr(getattr(self.stage3.CifarBlock, "0").conv, "0").weight, getattr(getattr(self.stage3.CifarBlock, "0").bn, "0").weight, getattr(getattr(self.stage3.CifarBlock, "0").bn, "0").bias, getattr(getattr(self.stage3.CifarBlock, "0").bn, "0").running_mean, getattr(getattr(self.stage3.CifarBlock, "0").bn, "0").running_var, getattr(getattr(self.stage3.CifarBlock, "0").conv, "1").weight, getattr(getattr(self.stage3.CifarBlock, "0").bn, "1").weight, getattr(getattr(self.stage3.CifarBlock, "0").bn, "1").bias, getattr(getattr(self.stage3.CifarBlock, "0").bn, "1").running_mean, getattr(getattr(self.stage3.CifarBlock, "0").bn, "1").running_var, getattr(getattr(self.stage3.CifarBlock, "0").gate.SE.fc, "0").weight, getattr(getattr(self.stage3.CifarBlock, "0").gate.SE.fc, "0").bias, getattr(getattr(self.stage3.CifarBlock, "0").gate.SE.fc, "1").weight, getattr(getattr(self.stage3.CifarBlock, "0").gate.SE.fc, "1").bias, getattr(getattr(self.stage3.CifarBlock, "1").conv, "0").weight, getattr(getattr(self.stage3.CifarBlock, "1").bn, "0").weight, getattr(getattr(self.stage3.CifarBlock, "1").bn, "0").bias, getattr(getattr(self.stage3.CifarBlock, "1").bn, "0").running_mean, getattr(getattr(self.stage3.CifarBlock, "1").bn, "0").running_var, getattr(getattr(self.stage3.CifarBlock, "1").conv, "1").weight, getattr(getattr(self.stage3.CifarBlock, "1").bn, "1").weight, getattr(getattr(self.stage3.CifarBlock, "1").bn, "1").bias, getattr(getattr(self.stage3.CifarBlock, "1").bn, "1").running_mean, getattr(getattr(self.stage3.CifarBlock, "1").bn, "1").running_var, getattr(getattr(self.stage3.CifarBlock, "1").gate.SE.fc, "0").weight, getattr(getattr(self.stage3.CifarBlock, "1").gate.SE.fc, "0").bias, getattr(getattr(self.stage3.CifarBlock, "1").gate.SE.fc, "1").weight, getattr(getattr(self.stage3.CifarBlock, "1").gate.SE.fc, "1").bias, getattr(getattr(self.stage3.CifarBlock, "2").conv, "0").weight, getattr(getattr(self.stage3.CifarBlock, "2").bn, "0").weight, getattr(getattr(self.stage3.CifarBlock, "2").bn, "0").bias, getattr(getattr(self.stage3.CifarBlock, "2").bn, "0").running_mean, getattr(getattr(self.stage3.CifarBlock, "2").bn, "0").running_var, getattr(getattr(self.stage3.CifarBlock, "2").conv, "1").weight, getattr(getattr(self.stage3.CifarBlock, "2").bn, "1").weight, getattr(getattr(self.stage3.CifarBlock, "2").bn, "1").bias, getattr(getattr(self.stage3.CifarBlock, "2").bn, "1").running_mean, getattr(getattr(self.stage3.CifarBlock, "2").bn, "1").running_var, getattr(getattr(self.stage3.CifarBlock, "2").gate.SE.fc, "0").weight, getattr(getattr(self.stage3.CifarBlock, "2").gate.SE.fc, "0").bias, getattr(getattr(self.stage3.CifarBlock, "2").gate.SE.fc, "1").weight, getattr(getattr(self.stage3.CifarBlock, "2").gate.SE.fc, "1").bias, self.head.fc.weight, self.head.fc.bias])
