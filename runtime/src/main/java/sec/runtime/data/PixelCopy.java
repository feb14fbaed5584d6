package sec.runtime.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Java's images as channels of bytes. */
final class PixelCopy {
  private static final int COLOURS = 3;

  private PixelCopy() {}

  /** Copies red, green and blue. */
  static void copy(BufferedImage image, Pixels target) {
    Raster raster = image.getRaster();
    byte[] bytes = target.reset(COLOURS, image.getHeight(), image.getWidth());
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte data
        && image.getColorModel() instanceof ComponentColorModel) {
      copy(raster, model, data, bytes);
    } else if (isGrey(image.getColorModel())) {
      copyGrey(raster, bytes);
    } else {
      copyPacked(image, bytes);
    }
  }

  private static boolean isGrey(ColorModel model) {
    return model instanceof ComponentColorModel && model.getNumColorComponents() == 1;
  }

  /** Eight bits a channel, beside one another; grey is there for all three colours. */
  private static void copy(
      Raster raster, PixelInterleavedSampleModel model, DataBufferByte data, byte[] to) {
    byte[] from = data.getData();
    int height = raster.getHeight();
    int width = raster.getWidth();
    int stride = model.getPixelStride();
    int start =
        model.getOffset(-raster.getSampleModelTranslateX(), -raster.getSampleModelTranslateY())
            - model.getBandOffsets()[0]
            + data.getOffset();
    for (int c = 0; c < COLOURS; c++) {
      int band = model.getNumBands() < COLOURS ? 0 : c;
      int next = c * height * width;
      for (int row = 0; row < height; row++) {
        int place = start + row * model.getScanlineStride() + model.getBandOffsets()[band];
        for (int column = 0; column < width; column++, place += stride) {
          to[next++] = from[place];
        }
      }
    }
  }

  /** Grey of other depths. Java's own conversion would take it for linear, and brighten it. */
  private static void copyGrey(Raster raster, byte[] to) {
    int plane = raster.getHeight() * raster.getWidth();
    boolean deep = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT;
    int[] levels = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    for (int i = 0; i < plane; i++) {
      byte level = (byte) (deep ? levels[i] >> 8 : levels[i]);
      for (int c = 0; c < COLOURS; c++) {
        to[c * plane + i] = level;
      }
    }
  }

  /** Palettes, packed pixels, deep colours. */
  private static void copyPacked(BufferedImage image, byte[] to) {
    int width = image.getWidth();
    int plane = image.getHeight() * width;
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < COLOURS; c++) {
          to[c * plane + y * width + x] = (byte) (row[x] >> (16 - 8 * c));
        }
      }
    }
  }
}
