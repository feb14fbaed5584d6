"""Exports a net with torch.onnx.export: python onnx_export.py resnet50|se_resnet50 FILE.onnx [--dynamo]"""

import sys

import torch

from resnet50 import resnet50


def main():
    name, file, *options = sys.argv[1:]
    net = resnet50(se={"resnet50": False, "se_resnet50": True}[name])
    with torch.no_grad():
        if "--dynamo" in options:
            batch = torch.export.Dim("batch")
            torch.onnx.export(net, (torch.zeros(2, 3, 224, 224),), file, dynamo=True, external_data=False,
                              input_names=["input"], output_names=["logits"], dynamic_shapes=({0: batch},))
        else:
            torch.onnx.export(net, torch.zeros(1, 3, 224, 224), file, dynamo=False, opset_version=17,
                              input_names=["input"], output_names=["logits"],
                              dynamic_axes={"input": {0: "batch"}, "logits": {0: "batch"}})
    print(sum(p.numel() for p in net.parameters()), "parameters")


if __name__ == "__main__":
    main()
