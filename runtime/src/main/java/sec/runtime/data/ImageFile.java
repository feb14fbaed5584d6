package sec.runtime.data;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image file as red, green and blue, eight bits each: JPEG, PNG, GIF or BMP, whatever the
 * file is called.
 *
 * <p>Grey becomes three equal channels. Of transparent images the colours are taken as they are
 * stored, and colour profiles are left alone; both as Pillow's {@code convert("RGB")} does. CMYK is
 * converted. A photograph is turned as its EXIF orientation says. Of an animation it is the first
 * picture.
 */
public final class ImageFile {
  /** A square of 10,000 pixels; more is rather a file that was made to hurt. */
  private static final long MOST_PIXELS = 100_000_000;

  private static final int UPRIGHT = 1;

  private ImageFile() {}

  /**
   * Reads a file.
   *
   * @param target receives the image
   * @throws IOException if there is no such file, it is no image, or it is torn; the message says
   *     what is wrong, and may leave out with which file
   */
  public static void read(Path file, Pixels target) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length == 0) {
      throw new IOException("the file is empty");
    }
    try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException("the file is no JPEG, PNG, GIF or BMP");
      }
      int orientation = orientation(stream);
      BufferedImage image = decoded(readers.next(), stream);
      PixelCopy.copy(image, target);
      Orientation.apply(orientation, target);
    }
  }

  private static BufferedImage decoded(ImageReader reader, ImageInputStream stream)
      throws IOException {
    // What the decoder tells of, rather than throw it: it fills with grey what is missing.
    String[] torn = {""};
    try {
      reader.setInput(stream, true, true);
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
              torn[0] = warning;
            }
          });
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw new IOException(
            String.format(
                Locale.ROOT, "the image has %,d pixels, more than %,d", pixels, MOST_PIXELS));
      }
      BufferedImage image = reader.read(0);
      if (!torn[0].isEmpty()) {
        throw new IOException("the file is cut short (" + torn[0] + ")");
      }
      return image;
    } catch (RuntimeException e) {
      // What decoders do to broken files: an index out of bounds, a negative size.
      throw new IOException("the file is damaged (" + e + ")", e);
    } finally {
      reader.dispose();
    }
  }

  /** The orientation that EXIF says, from 1 to 8; the stream stands at its start again. */
  private static int orientation(ImageInputStream stream) throws IOException {
    stream.mark();
    try {
      if (stream.readUnsignedShort() != JPEG.SOI) {
        return UPRIGHT;
      }
      stream.seek(0);
      List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif");
      return segments.isEmpty() ? UPRIGHT : orientation(segments.getFirst());
    } catch (IOException | RuntimeException e) {
      // A photograph with broken EXIF is a photograph; if more is broken, its decoder will say so.
      return UPRIGHT;
    } finally {
      stream.reset();
    }
  }

  private static int orientation(JPEGSegment segment) throws IOException {
    byte[] exif = segment.segmentData().readAllBytes();
    // "Exif", and two zeros.
    int header = 6;
    try (ImageInputStream data =
        new ByteArrayImageInputStream(exif, header, exif.length - header)) {
      @Nullable Entry entry = new TIFFReader().read(data).getEntryById(TIFF.TAG_ORIENTATION);
      return entry != null && entry.getValue() instanceof Number number
          ? number.intValue()
          : UPRIGHT;
    }
  }
}
