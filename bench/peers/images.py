"""Writes small image files of many kinds, and what Pillow reads in them, for ImageFileTest.

    python bench/peers/images.py runtime/src/test/resources/sec/runtime/data

Each line of images.csv: file, height, width, how far another decoder may be off, levels (channel by channel) in hexadecimal.
JPEG decoders may round as they like; CMYK without a profile is converted by a rule of thumb.
"""

import pathlib
import sys

import numpy
from PIL import Image, ImageOps

HEIGHT, WIDTH = 24, 37


def pattern(mode):
    rows, columns = numpy.mgrid[0:HEIGHT, 0:WIDTH]
    red = 128 + 100 * numpy.sin(rows / 5) * numpy.cos(columns / 9)
    green = 6 * columns + 10
    blue = 9 * rows + 5
    image = Image.fromarray(numpy.stack([red, green, blue], 2).astype(numpy.uint8))
    return image.convert(mode)


def files(folder):
    """File, image, what Pillow is to save it with, how far off."""
    exif = Image.Exif()
    exif[0x0112] = 6
    alpha = pattern("RGBA")
    alpha.putalpha(pattern("L"))
    deep = Image.fromarray((numpy.asarray(pattern("L")).astype(numpy.uint16) * 257))
    yield "rgb.jpg", pattern("RGB"), {"quality": 90}, 3
    yield "sharp.jpg", pattern("RGB"), {"quality": 95, "subsampling": 0}, 3
    yield "progressive.jpg", pattern("RGB"), {"quality": 90, "progressive": True}, 3
    yield "grey.jpg", pattern("L"), {"quality": 90}, 2
    yield "cmyk.jpg", pattern("CMYK"), {"quality": 95}, 12
    yield "turned.jpg", pattern("RGB"), {"quality": 90, "exif": exif}, 3
    yield "rgb.png", pattern("RGB"), {}, 0
    yield "alpha.png", alpha, {}, 0
    yield "grey.png", pattern("L"), {}, 0
    yield "grey-alpha.png", alpha.convert("LA"), {}, 0
    yield "deep-grey.png", deep, {}, 0
    yield "bits.png", pattern("1"), {}, 0
    yield "palette.png", pattern("RGB").quantize(16), {}, 0
    yield "palette.gif", pattern("RGB").quantize(16), {}, 0
    yield "rgb.bmp", pattern("RGB"), {}, 0
    # A JPEG by the name of a PNG, as there is one in ImageNet.
    yield "really-jpeg.png", pattern("RGB"), {"quality": 90, "format": "JPEG"}, 3


def read(path):
    image = Image.open(path)
    if image.mode.startswith("I"):
        levels = (numpy.asarray(image).astype(numpy.int64) >> 8).astype(numpy.uint8)
        return Image.fromarray(levels).convert("RGB")
    return ImageOps.exif_transpose(image).convert("RGB")


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "images").mkdir(exist_ok=True)
    lines = []
    for name, image, options, off in files(folder):
        path = folder / "images" / name
        image.save(path, **options)
        levels = numpy.moveaxis(numpy.asarray(read(path)), 2, 0)
        lines.append(f"{name},{levels.shape[1]},{levels.shape[2]},{off},{levels.tobytes().hex()}\n")
    (folder / "images.csv").write_text("".join(lines))


main()
