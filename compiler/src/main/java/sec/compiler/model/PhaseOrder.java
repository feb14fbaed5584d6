package sec.compiler.model;

import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.source.Span;
import sec.compiler.syntax.Statement;
import sec.compiler.syntax.Statement.PhaseKind;

/** Watches that the phases of one body come in their order and are finished by {@code scale}. */
final class PhaseOrder {
  private final Diagnostics diagnostics;
  private Statement.@Nullable Phase last;

  PhaseOrder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void phase(Statement.Phase phase) {
    boolean repeated =
        last != null && last.kind() == phase.kind() && phase.kind() != PhaseKind.LEARN;
    if (last != null && (last.kind().compareTo(phase.kind()) > 0 || repeated)) {
      diagnostics.add(
          Code.E131,
          phase.span(),
          "%s after %s".formatted(phase.kind().word(), last.kind().word()),
          "the order is: squeeze ...; learn ...; excite ...; scale (learn may be left out or repeated)");
    }
    last = phase;
  }

  void scale(Span span) {
    if (last == null) {
      diagnostics.add(
          Code.E131,
          span,
          "scale has nothing to multiply: no phase stands before it",
          "begin with a phase: squeeze gap; excite fc(C) sigmoid; scale");
    }
    last = null;
  }

  void end() {
    if (last != null) {
      diagnostics.add(
          Code.E131,
          last.span(),
          last.kind().word() + " is not finished: the body ends without scale",
          "end the phases with: scale");
    }
  }
}
