"""Records what Pillow makes of a small image, for TransformPeersTest: name, height, width, levels as hexadecimal.

    python bench/peers/transforms.py > runtime/src/test/resources/sec/runtime/pipeline/pillow.csv

Hues are turned by Python's colorsys, in floating point: Pillow's HSV has 256 hues only.
"""

import colorsys

import numpy
from PIL import Image, ImageEnhance

HEIGHT, WIDTH = 13, 17


def pattern():
    channel, row, column = numpy.meshgrid(range(3), range(HEIGHT), range(WIDTH), indexing="ij")
    levels = (37 * channel + 11 * row * row + 23 * column + 5 * row * column * (channel + 1)) % 256
    return Image.fromarray(numpy.moveaxis(levels, 0, 2).astype(numpy.uint8))


def turned(image, turn):
    levels = numpy.asarray(image) / 255.0
    result = numpy.zeros_like(levels)
    for place in numpy.ndindex(levels.shape[:2]):
        hue, saturation, value = colorsys.rgb_to_hsv(*levels[place])
        result[place] = colorsys.hsv_to_rgb((hue + turn) % 1, saturation, value)
    return Image.fromarray(numpy.rint(result * 255).astype(numpy.uint8))


def show(name, image):
    levels = numpy.moveaxis(numpy.asarray(image), 2, 0)
    print(f"{name},{levels.shape[1]},{levels.shape[2]},{levels.tobytes().hex()}")


def main():
    image = pattern()
    show("pattern", image)
    for height, width in [(13, 17), (5, 6), (26, 40), (1, 1), (9, 30), (30, 4)]:
        show(f"scale 0 0 13 17 {height} {width}", image.resize((width, height), Image.BILINEAR))
    for top, left, bottom, right in [(2, 3, 11, 10), (0, 5, 13, 17), (12, 16, 13, 17)]:
        part = image.crop((left, top, right, bottom)).resize((8, 8), Image.BILINEAR)
        show(f"scale {top} {left} {bottom - top} {right - left} 8 8", part)
    for factor in [0, 0.6, 1.4]:
        show(f"brightness {factor}", ImageEnhance.Brightness(image).enhance(factor))
        show(f"contrast {factor}", ImageEnhance.Contrast(image).enhance(factor))
        show(f"saturation {factor}", ImageEnhance.Color(image).enhance(factor))
    for turn in [-0.5, -0.1, 0.25, 0.4]:
        show(f"hue {turn}", turned(image, turn))


main()
