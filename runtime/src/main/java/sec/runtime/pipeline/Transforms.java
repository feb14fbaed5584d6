package sec.runtime.pipeline;

import java.util.List;
import java.util.Optional;

/** The kinds of transforms there are. A new one is added here and nowhere else. */
public final class Transforms {
  private static final List<TransformKind> ALL =
      List.of(
          PadCrop.KIND,
          Flip.KIND,
          Resize.KIND,
          CentreCrop.KIND,
          RandomResizedCrop.KIND,
          ColourJitter.KIND,
          Erase.KIND,
          Cutout.KIND,
          Mixup.KIND,
          Cutmix.KIND);

  private Transforms() {}

  static List<TransformKind> all() {
    return ALL;
  }

  static List<String> names() {
    return ALL.stream().map(TransformKind::name).toList();
  }

  static Optional<TransformKind> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** All kinds, two lines each: how it is written, and what it does. */
  public static String reference() {
    StringBuilder text = new StringBuilder();
    for (TransformKind kind : ALL) {
      text.append(kind.signature()).append("\n    ").append(kind.doc()).append('\n');
    }
    return text.toString();
  }
}
