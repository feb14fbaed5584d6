"""Writes six images in SVHN's format with SciPy, as MATLAB does it, compressed, for SvhnTest.

    python bench/peers/svhn.py runtime/src/test/resources/sec/runtime/data/svhn.mat

Level (row, column, channel) of image i is (7 row + 3 column + 50 channel + i) % 256; the labels are 1, 2, 9, 10, 5, 10.
"""

import sys

import numpy
import scipy.io

rows, columns, channels, images = numpy.meshgrid(range(32), range(32), range(3), range(6), indexing="ij")
levels = (7 * rows + 3 * columns + 50 * channels + images) % 256
labels = numpy.array([[1], [2], [9], [10], [5], [10]])
contents = {"X": levels.astype(numpy.uint8), "y": labels.astype(numpy.uint8)}
scipy.io.savemat(sys.argv[1], contents, do_compression=True)
