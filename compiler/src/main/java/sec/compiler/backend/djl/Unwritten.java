package sec.compiler.backend.djl;

import sec.compiler.model.Element;

/** What a class for all uses of a block cannot say, with the reason. */
final class Unwritten {
  private Unwritten() {}

  static NotOneClassException of(Element element) {
    return new NotOneClassException(
        switch (element) {
          case Element.ParameterUse use -> use.name() + " stands for a block that is given";
          case Element.Default ignored -> "default stands in what is put";
          default -> throw new IllegalArgumentException(element.toString());
        });
  }

  /** The name of a parameter that is used as it was given. */
  static String plain(Element.ParameterUse use) {
    if (!use.positional().isEmpty() || !use.named().isEmpty()) {
      throw new NotOneClassException(use.name() + " is completed where it is used");
    }
    return use.name();
  }
}
