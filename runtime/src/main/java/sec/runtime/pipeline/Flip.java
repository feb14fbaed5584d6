package sec.runtime.pipeline;

import java.util.List;
import sec.runtime.data.Pixels;
import sec.runtime.data.SplitMix64;

/**
 * Left and right exchanged, now and then.
 *
 * @param chance from 0 to 1
 */
record Flip(double chance) implements Transform.OfPixels {
  static final TransformKind KIND =
      new TransformKind(
          "flip",
          "exchanges left and right",
          List.of(TransformKind.Parameter.share("chance", 0.5)),
          numbers -> new Flip(numbers[0]));

  @Override
  public void apply(Pixels image, SplitMix64 random) {
    if (random.nextDouble() >= chance) {
      return;
    }
    byte[] bytes = image.bytes();
    int width = image.width();
    for (int start = 0; start < image.length(); start += width) {
      for (int left = start, right = start + width - 1; left < right; left++, right--) {
        byte kept = bytes[left];
        bytes[left] = bytes[right];
        bytes[right] = kept;
      }
    }
  }
}
