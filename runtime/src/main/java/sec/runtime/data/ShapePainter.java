package sec.runtime.data;

/**
 * Paints one image of {@link ProceduralShapes}: a lit background, some clutter, the figure, noise.
 *
 * <p>Place, size, tilt, colours, light and noise are drawn alike for all classes; only the figure's
 * outline tells the class. The ranges below set the difficulty: the less room a figure has to move,
 * and the lighter it is than its background, the more a linear model reads from single pixels.
 */
final class ShapePainter {
  /** Height and width of an image, in pixels. */
  static final int SIDE = 32;

  private static final int PIXELS = SIDE * SIDE;
  private static final int CHANNELS = 3;

  /** A pixel's coverage is measured on this many points along each of its sides. */
  private static final int SAMPLES = 3;

  /** Least Euclidean distance in RGB, in grey levels, between the figure and the background. */
  private static final double LEAST_CONTRAST = 100;

  /** The least factor along a figure's own x axis; the factor along its y axis is the inverse. */
  private static final double LEAST_STRETCH = 0.85;

  private final SplitMix64 random;
  private final double[] canvas = new double[CHANNELS * PIXELS];

  private ShapePainter(SplitMix64 random) {
    this.random = random;
  }

  /** Paints the figure and writes 3 x 32 x 32 unsigned bytes, channel-major, at the offset. */
  static void paint(ShapeClass figure, SplitMix64 random, byte[] pixels, int offset) {
    ShapePainter painter = new ShapePainter(random);
    double[] background = painter.colour(15, 195);
    painter.fill(background);
    painter.drawClutter();
    painter.draw(figure, painter.figurePlacement(), painter.colourApartFrom(background));
    painter.addNoise();
    painter.light();
    painter.develop(pixels, offset);
  }

  /** Where a figure lies: its centre and radius in pixels, its turn, its stretch along one axis. */
  private record Placement(
      double x, double y, double radius, double cosine, double sine, double stretch) {}

  private Placement figurePlacement() {
    double radius = random.between(8.4, 12.0);
    double reach = 15.1 - radius;
    double middle = SIDE / 2.0;
    return placement(
        middle + random.between(-reach, reach), middle + random.between(-reach, reach), radius);
  }

  private Placement placement(double x, double y, double radius) {
    double angle = random.between(-0.4, 0.4);
    double stretch = random.between(LEAST_STRETCH, 1.15);
    return new Placement(x, y, radius, StrictMath.cos(angle), StrictMath.sin(angle), stretch);
  }

  private double[] colour(double darkest, double lightest) {
    double[] colour = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      colour[c] = random.between(darkest, lightest);
    }
    return colour;
  }

  private double[] colourApartFrom(double[] other) {
    while (true) {
      double[] colour = colour(60, 240);
      double squared = 0;
      for (int c = 0; c < CHANNELS; c++) {
        squared += (colour[c] - other[c]) * (colour[c] - other[c]);
      }
      if (squared >= LEAST_CONTRAST * LEAST_CONTRAST) {
        return colour;
      }
    }
  }

  private void fill(double[] colour) {
    for (int i = 0; i < canvas.length; i++) {
      canvas[i] = colour[i / PIXELS];
    }
  }

  /** Two to five small discs and squares anywhere behind the figure. */
  private void drawClutter() {
    int pieces = 2 + random.nextInt(4);
    for (int i = 0; i < pieces; i++) {
      ShapeClass piece = random.nextInt(2) == 0 ? ShapeClass.DISC : ShapeClass.SQUARE;
      double x = random.between(0, SIDE);
      double y = random.between(0, SIDE);
      draw(piece, placement(x, y, random.between(1.5, 3.5)), colour(15, 240));
    }
  }

  private void draw(ShapeClass figure, Placement at, double[] colour) {
    double reach = at.radius * ShapeClass.REACH / LEAST_STRETCH;
    int top = Math.max(0, (int) Math.floor(at.y - reach));
    int bottom = Math.min(SIDE - 1, (int) Math.ceil(at.y + reach));
    int left = Math.max(0, (int) Math.floor(at.x - reach));
    int right = Math.min(SIDE - 1, (int) Math.ceil(at.x + reach));
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double coverage = coverage(figure, at, row, column);
        for (int c = 0; c < CHANNELS; c++) {
          int i = c * PIXELS + row * SIDE + column;
          canvas[i] += coverage * (colour[c] - canvas[i]);
        }
      }
    }
  }

  /** The share of a pixel that the figure covers, from 0 to 1. */
  private static double coverage(ShapeClass figure, Placement at, int row, int column) {
    int covered = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double dy = row + (i + 0.5) / SAMPLES - at.y;
      for (int j = 0; j < SAMPLES; j++) {
        double dx = column + (j + 0.5) / SAMPLES - at.x;
        double x = (dx * at.cosine + dy * at.sine) / (at.radius * at.stretch);
        double y = (dy * at.cosine - dx * at.sine) * at.stretch / at.radius;
        if (figure.covers(x, y)) {
          covered++;
        }
      }
    }
    return covered / (double) (SAMPLES * SAMPLES);
  }

  /**
   * Adds noise, much more of it to one colour channel than to the others.
   *
   * <p>Which channel it is differs from image to image, so that a network can gain by noticing it
   * and trusting that channel less. Deviations are in grey levels; the noise is a centred binomial,
   * close to a Gaussian.
   */
  private void addNoise() {
    int worst = random.nextInt(CHANNELS);
    double little = random.between(3, 9);
    double much = random.between(25, 60);
    for (int i = 0; i < canvas.length; i++) {
      double deviation = i / PIXELS == worst ? much : little;
      canvas[i] += deviation * (Long.bitCount(random.nextLong()) - 32) / 4;
    }
  }

  /**
   * Exposure and a lamp from one side: brightness changes linearly across the image.
   *
   * <p>It comes after the noise and scales it too: a dark image is no noisier than a bright one,
   * and to scale it back is all that is needed.
   */
  private void light() {
    double gain = random.between(0.35, 1.15);
    double angle = random.between(0, 2 * StrictMath.PI);
    double slope = gain * random.between(0, 0.4) / (SIDE / 2.0);
    double slopeX = slope * StrictMath.cos(angle);
    double slopeY = slope * StrictMath.sin(angle);
    for (int i = 0; i < canvas.length; i++) {
      int row = i % PIXELS / SIDE;
      int column = i % SIDE;
      double middle = (SIDE - 1) / 2.0;
      canvas[i] *= gain + slopeX * (column - middle) + slopeY * (row - middle);
    }
  }

  /** Rounds to bytes; what is too dark or too bright for one becomes 0 or 255. */
  private void develop(byte[] pixels, int offset) {
    for (int i = 0; i < canvas.length; i++) {
      pixels[offset + i] = (byte) Math.clamp(Math.round(canvas[i]), 0, 255);
    }
  }
}
