package sec.runtime.pipeline;

import java.util.List;
import sec.runtime.data.Pixels;
import sec.runtime.data.SplitMix64;

/**
 * A margin of black on all four sides, and then a crop of the image's own size from anywhere.
 *
 * @param margin in pixels
 */
record PadCrop(int margin) implements Transform.OfPixels {
  static final TransformKind KIND =
      new TransformKind(
          "pad-crop",
          "adds a black margin and crops the image's own size from anywhere in it",
          List.of(TransformKind.Parameter.pixels("margin", 4)),
          numbers -> new PadCrop((int) numbers[0]));

  @Override
  public void apply(Pixels image, SplitMix64 random) {
    int down = random.nextInt(2 * margin + 1) - margin;
    int right = random.nextInt(2 * margin + 1) - margin;
    CentreCrop.crop(image, down, right, image.height(), image.width());
  }
}
