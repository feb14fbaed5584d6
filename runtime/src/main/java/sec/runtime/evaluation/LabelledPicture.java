package sec.runtime.evaluation;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import sec.compiler.io.AtomicFile;
import sec.runtime.data.Pixels;

/** An image with lines of text in its upper left corner. */
public final class LabelledPicture {
  /** Smaller images are enlarged: text of a readable size has to fit into them. */
  private static final int SMALLEST_SIDE = 256;

  /** How many lines of text are as high as the picture. */
  private static final int LINES = 16;

  private static final int SMALLEST_LETTERS = 12;
  private static final float SHADE = 0.6f;

  private LabelledPicture() {}

  /**
   * Writes a picture as PNG.
   *
   * @param target replaced as a whole
   * @param image red, green and blue
   * @param lines of text, the first at the top
   * @throws IOException if it cannot be written
   */
  public static void write(Path target, Pixels image, List<String> lines) throws IOException {
    BufferedImage picture = enlarged(image);
    draw(picture, lines);
    AtomicFile.write(
        target,
        channel -> {
          OutputStream stream = Channels.newOutputStream(channel);
          ImageIO.write(picture, "png", stream);
          stream.flush();
        });
  }

  /** Each pixel becomes a square of whole size, so that nothing is blurred that is not. */
  private static BufferedImage enlarged(Pixels image) {
    int factor = Math.ceilDiv(SMALLEST_SIDE, Math.min(image.height(), image.width()));
    BufferedImage picture =
        new BufferedImage(
            image.width() * factor, image.height() * factor, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int row = y / factor;
        int column = x / factor;
        picture.setRGB(
            x,
            y,
            image.level(0, row, column) << 16
                | image.level(1, row, column) << 8
                | image.level(2, row, column));
      }
    }
    return picture;
  }

  private static void draw(BufferedImage picture, List<String> lines) {
    Graphics2D graphics = picture.createGraphics();
    try {
      int side = Math.min(picture.getHeight(), picture.getWidth());
      int size = Math.max(SMALLEST_LETTERS, side / LINES);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      FontMetrics metrics = graphics.getFontMetrics();
      int margin = size / 2;
      int widest = lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
      graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, SHADE));
      graphics.setColor(Color.BLACK);
      graphics.fillRect(0, 0, widest + 2 * margin, lines.size() * metrics.getHeight() + margin);
      graphics.setComposite(AlphaComposite.SrcOver);
      graphics.setColor(Color.WHITE);
      int baseline = margin / 2 + metrics.getAscent();
      for (String line : lines) {
        graphics.drawString(line, margin, baseline);
        baseline += metrics.getHeight();
      }
    } finally {
      graphics.dispose();
    }
  }
}
