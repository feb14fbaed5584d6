package sec.compiler.backend.djl;

import sec.compiler.model.Element;
import sec.compiler.model.Slot;

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

  /** A slot that tells what stands in it something. */
  static Slot plain(Slot slot) {
    if (!slot.parameters().isEmpty()) {
      throw new NotOneClassException("slot " + slot.name() + " has parameters");
    }
    return slot;
  }
}
