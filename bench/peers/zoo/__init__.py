"""Networks of the library in PyTorch, written from the papers or taken from torchvision: witnesses for the specs."""
