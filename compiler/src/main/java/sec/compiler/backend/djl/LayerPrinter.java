package sec.compiler.backend.djl;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes the construction of layers that DJL does not have, or has and cannot run. */
final class LayerPrinter {
  private final Set<String> reads = new TreeSet<>();
  private final List<CodeBlock> arguments = new ArrayList<>();

  private LayerPrinter() {}

  private LayerPrinter with(Whole value) {
    reads.addAll(value.names());
    arguments.add(CodeBlock.of("$L", value.text()));
    return this;
  }

  private LayerPrinter with(Term term) {
    reads.addAll(term.names());
    arguments.add(CodeBlock.of("$L", term.text()));
    return this;
  }

  private LayerPrinter with(Whole[] size) {
    reads.addAll(size[0].names());
    reads.addAll(size[1].names());
    arguments.add(ChildPrinter.shape(size));
    return this;
  }

  private ChildPrinter.Child built(DjlProgram program, String layer) {
    return new ChildPrinter.Child(
        CodeBlock.of("new $T($L)", program.support(layer), CodeBlock.join(arguments, ", ")), reads);
  }

  static ChildPrinter.Child groupedLinear(DjlProgram program, OperatorTerms terms, Dims in) {
    return new LayerPrinter()
        .with(in.c())
        .with(terms.whole("out"))
        .with(terms.whole("groups"))
        .with(terms.truth("bias"))
        .built(program, "GroupedLinear");
  }

  static ChildPrinter.Child channelConv(DjlProgram program, OperatorTerms terms) {
    return new LayerPrinter()
        .with(terms.whole("k"))
        .with(terms.truth("bias"))
        .built(program, "ChannelConv");
  }

  static ChildPrinter.Child layerNorm(DjlProgram program, OperatorTerms terms, Dims in) {
    return new LayerPrinter()
        .with(in.c())
        .with(terms.real("eps"))
        .built(program, "ChannelLayerNorm");
  }

  static ChildPrinter.Child groupNorm(DjlProgram program, OperatorTerms terms, Dims in) {
    return new LayerPrinter()
        .with(in.c())
        .with(terms.whole("groups"))
        .with(terms.real("eps"))
        .built(program, "GroupNorm");
  }

  static ChildPrinter.Child prelu(DjlProgram program, OperatorTerms terms, Dims in) {
    Term.Truth shared = terms.truth("shared");
    Whole slopes =
        shared.constant() == null
            ? Whole.ONE.choice(shared.text(), shared.names(), in.c())
            : shared.constant() ? Whole.ONE : in.c();
    return new LayerPrinter().with(slopes).built(program, "Prelu");
  }

  static ChildPrinter.Child transposed(DjlProgram program, OperatorTerms terms, Dims in) {
    ChildPrinter.Child made =
        new LayerPrinter()
            .with(in.c())
            .with(terms.whole("out"))
            .with(terms.size("k"))
            .with(terms.whole("groups"))
            .built(program, "TransposedConv");
    CodeBlock.Builder code = made.code().toBuilder();
    Set<String> reads = new TreeSet<>(made.reads());
    setting(code, reads, "stride", terms.size("stride"), 1);
    setting(code, reads, "pad", terms.padding(true), 0);
    setting(code, reads, "outputPad", terms.size("output_pad"), 0);
    setting(code, reads, "dilation", terms.size("dilation"), 1);
    Term.Truth bias = terms.truth("bias");
    if (!Boolean.FALSE.equals(bias.constant())) {
      reads.addAll(bias.names());
      code.add("$Z.bias($L)", bias.text());
    }
    return new ChildPrinter.Child(code.build(), reads);
  }

  private static void setting(
      CodeBlock.Builder code, Set<String> reads, String name, Whole[] size, long standard) {
    if (!size[0].is(standard) || !size[1].is(standard)) {
      reads.addAll(size[0].names());
      reads.addAll(size[1].names());
      code.add("$Z.$L($L)", name, ChildPrinter.shape(size));
    }
  }
}
