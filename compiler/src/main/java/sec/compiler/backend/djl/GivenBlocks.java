package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.Parameter;
import sec.compiler.model.Statement;
import sec.compiler.model.Template;
import sec.compiler.values.Type;

/** Writes the blocks that are given to others as arguments: as functions of their input's sizes. */
final class GivenBlocks {
  private static final ClassName ACTIVATION = ClassName.get("ai.djl.nn", "Activation");

  /** What a function calls the sizes; nothing else is called so. */
  static final List<String> SIZES = List.of("in", "inHeight", "inWidth");

  private final DjlProgram program;

  GivenBlocks(DjlProgram program) {
    this.program = program;
  }

  /**
   * A function that makes a given block.
   *
   * @param given the block
   * @param owner the net or block that gives it
   * @param map whether its input is a map
   * @param reads receives the variables that the function reads
   */
  CodeBlock function(Term.Given given, Template owner, boolean map, Set<String> reads) {
    Whole c = Whole.variable(SIZES.get(0));
    Dims in =
        map
            ? Dims.map(c, Whole.variable(SIZES.get(1)), Whole.variable(SIZES.get(2)))
            : Dims.vector(c);
    Set<String> inside = new TreeSet<>();
    CodeBlock made = block(given, owner, in, inside);
    if (Lines.text(made).contains("->")) {
      throw new NotOneClassException("a block that is given is itself given a block");
    }
    boolean full = program.classes().fullSizes();
    if (!full && (inside.contains(SIZES.get(1)) || inside.contains(SIZES.get(2)))) {
      program.classes().needFullSizes();
    }
    SIZES.forEach(inside::remove);
    reads.addAll(inside);
    return full
        ? CodeBlock.of("($L) -> $L", String.join(", ", SIZES), made)
        : CodeBlock.of("$L -> $L", SIZES.get(0), made);
  }

  /** A given block for an input of these sizes. */
  CodeBlock block(Term.Given given, Template owner, Dims in, Set<String> reads) {
    Chain chain = chain(given.element());
    Optional<CodeBlock> known = known(chain);
    if (known.isPresent()) {
      return known.get();
    }
    Map<String, Term> values = new LinkedHashMap<>();
    List<Parameter> visible = new ArrayList<>();
    given
        .visible()
        .forEach(
            (name, term) ->
                type(term)
                    .ifPresent(
                        type -> {
                          values.put(name, term);
                          visible.add(
                              new Parameter(name, type, null, null, given.element().span()));
                        }));
    CodeBlock made =
        program.content(
            chain,
            name(chain, owner),
            isOperator(chain)
                ? "An operator as a block."
                : "What %s gives to a block.".formatted(owner.name()),
            new DjlProgram.Content(
                owner, visible, CodeBlock.of("$L", DjlProgram.SLOTS), isOperator(chain)),
            values,
            in,
            reads);
    if (reads.contains(DjlProgram.SLOTS)) {
      throw new NotOneClassException("a block that is given has slots");
    }
    return made;
  }

  /** The one chain that a body may be. */
  private static Chain chain(Element element) {
    if (element instanceof Element.Group group
        && group.body().statements().size() == 1
        && group.body().statements().getFirst() instanceof Statement.Flow flow
        && flow.label() == null) {
      return flow.chain();
    }
    return new Chain(element.span(), List.of(element));
  }

  /** What DJL has a block for. */
  private static Optional<CodeBlock> known(Chain chain) {
    if (chain.elements().stream().allMatch(e -> e instanceof Element.Identity)) {
      return Optional.of(CodeBlock.of("$T.identityBlock()", ClassPrinter.DJL_BLOCKS));
    }
    if (chain.elements().size() > 1
        || !(chain.elements().getFirst() instanceof Element.OperatorUse use)) {
      return Optional.empty();
    }
    String method =
        switch (use.operator()) {
          case RELU -> "reluBlock()";
          case SIGMOID -> "sigmoidBlock()";
          case TANH -> "tanhBlock()";
          case GELU -> "geluBlock()";
          default -> "";
        };
    return method.isEmpty()
        ? Optional.empty()
        : Optional.of(CodeBlock.of("$T.$L", ACTIVATION, method));
  }

  private static String name(Chain chain, Template owner) {
    return chain.elements().getFirst() instanceof Element.OperatorUse use && isOperator(chain)
        ? Identifiers.capital(Identifiers.camel(use.operator().word()))
        : owner.name() + "Part";
  }

  private static boolean isOperator(Chain chain) {
    return chain.elements().size() == 1
        && chain.elements().getFirst() instanceof Element.OperatorUse;
  }

  /**
   * The type of a parameter that takes {@code value}; a block inside of a block takes no blocks.
   */
  private static Optional<Type> type(Term value) {
    return switch (value) {
      case Term.Quotient ignored -> Optional.of(Type.INTEGER);
      case Term.Real ignored -> Optional.of(Type.REAL);
      case Term.Truth ignored -> Optional.of(Type.BOOLEAN);
      case Term.Text ignored -> Optional.of(Type.STRING);
      case Term.Variable list -> Optional.of(list.size() ? Type.SIZE : Type.LIST);
      case Term.Items ignored -> Optional.of(Type.LIST);
      case Term.Given ignored -> Optional.empty();
      case Term.Maker ignored -> Optional.empty();
      case Term.Nothing ignored -> Optional.empty();
    };
  }
}
