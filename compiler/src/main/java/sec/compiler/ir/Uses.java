package sec.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostic;
import sec.compiler.model.Callee;
import sec.compiler.model.Element;
import sec.compiler.model.Parameter;
import sec.compiler.model.PathWords;
import sec.compiler.model.Share;
import sec.compiler.model.Statement;
import sec.compiler.model.Template;
import sec.compiler.operators.Arguments;
import sec.compiler.operators.Arrangement;
import sec.compiler.operators.Composition;
import sec.compiler.operators.Operator;
import sec.compiler.operators.ShapeException;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/** Elaborates the uses of names: operators, blocks, slots, shares, and block values. */
final class Uses {
  /** Block values inside of one another. */
  private static final int DEEPEST = 60;

  private final Elaborator elaborator;
  private final Fillings fillings;
  private int depth;

  /** How many uses of {@code default} this is inside of. */
  private int standing;

  Uses(Elaborator elaborator, Fillings fillings) {
    this.elaborator = elaborator;
    this.fillings = fillings;
  }

  /**
   * What completes a block value.
   *
   * @param positional arguments that fill what remains
   * @param named further ones
   * @param frame where they are written
   */
  private record Completion(
      List<Expression> positional, Map<String, Expression> named, Frame frame) {
    boolean isEmpty() {
      return positional.isEmpty() && named.isEmpty();
    }

    Span span() {
      return positional.isEmpty()
          ? named.values().iterator().next().span()
          : positional.getFirst().span();
    }
  }

  @Nullable Node operator(Element.OperatorUse use, Node input, Frame frame, Level level)
      throws EvaluationException {
    return operator(use, use.span(), input, frame, level, List.of());
  }

  private @Nullable Node operator(
      Element.OperatorUse use,
      Span span,
      Node input,
      Frame frame,
      Level level,
      List<Completion> completions)
      throws EvaluationException {
    Given given = given(Callee.of(use.operator()), use.arguments(), span, frame, completions);
    return operator(use.operator(), span, given, List.of(input), level);
  }

  /** Branches, and their join. */
  @Nullable Node merge(Element.Merge merge, Node input, Frame frame, Level level)
      throws EvaluationException {
    List<Node> results = new ArrayList<>();
    boolean complete = true;
    for (Element.Branch branch : merge.branches()) {
      Element.For loop = branch.loop().orElse(null);
      if (loop != null) {
        for (Frame round : Rounds.of(loop, frame)) {
          complete &=
              add(results, elaborator.labelled(branch.label(), loop.round(), input, round, level));
        }
      } else {
        Node result = elaborator.labelled(branch.label(), branch.chain(), input, frame, level);
        complete &= add(results, result);
      }
    }
    if (complete && results.isEmpty()) {
      elaborator.report(
          Diagnostic.of(Code.E132, merge.span(), merge.kind().word() + " has no branches here")
              .withHelp("the lists of its loops are empty: require (len(xs) > 0) \"...\""));
      return null;
    }
    return complete ? join(merge, results, frame, level) : null;
  }

  private static boolean add(List<Node> results, @Nullable Node result) {
    return result != null && results.add(result);
  }

  /** The join of the results of branches. */
  private @Nullable Node join(Element.Merge merge, List<Node> inputs, Frame frame, Level level)
      throws EvaluationException {
    Callee callee = Callee.of(merge.operator());
    Given given = given(callee, merge.arguments(), merge.span(), frame, List.of());
    return operator(merge.operator(), merge.span(), given, inputs, level);
  }

  private @Nullable Node operator(
      Operator operator, Span span, Given given, List<Node> inputs, Level level) {
    try {
      Arguments arguments = new Arguments(operator, given.values(), given.texts());
      Composition composition =
          operator.composition(arguments, inputs.stream().map(Node::shape).toList());
      return elaborator.nodes(written(operator, span, given), composition, inputs, level);
    } catch (ShapeException e) {
      elaborator.report(e, span);
    } catch (ArithmeticException e) {
      String message = operator.word() + " gives sizes of more than 2^31 here";
      elaborator.report(new ShapeException(Code.E212, message, null), span);
    }
    return null;
  }

  private static Written written(Operator operator, Span span, Given given) {
    return new Written(span, operator.word(), operator, given.values());
  }

  private static Given given(
      Callee callee,
      Map<String, Expression> arguments,
      Span span,
      Frame frame,
      List<Completion> completions)
      throws EvaluationException {
    Given given = new Given(callee);
    given.named(arguments, frame);
    for (Completion completion : completions) {
      given.named(completion.named(), completion.frame());
      given.positional(completion.positional(), completion.frame());
    }
    given.requireAll(span);
    return given;
  }

  /** The parts that a chain of several values ends in; none when there are not as many. */
  List<Node> split(Statement.Unpack unpack, Node input, Frame frame, Level level) {
    int names = unpack.locals().size();
    Element last = unpack.chain().elements().getLast();
    try {
      if (!(last instanceof Element.OperatorUse use) || use.operator() != Operator.SPLIT) {
        throw new EvaluationException(
            Code.E143,
            last.span(),
            "%d names need %d values, but the chain ends in one".formatted(names, names),
            "end it with: split(" + names + ")");
      }
      Given given = given(Callee.of(use.operator()), use.arguments(), use.span(), frame, List.of());
      Arguments arguments = new Arguments(use.operator(), given.values(), given.texts());
      List<Arrangement.Slice> slices = Operator.slices(arguments, input.shape());
      if (slices.size() != names) {
        throw new EvaluationException(
            Code.E143,
            unpack.span(),
            "split gives %d values, but there are %d names".formatted(slices.size(), names),
            "write as many names as parts");
      }
      List<Composition.Step> steps = new ArrayList<>();
      slices.forEach(slice -> steps.add(new Composition.Step(slice, List.of(0))));
      return elaborator.all(
          written(use.operator(), use.span(), given),
          new Composition(1, steps),
          List.of(input),
          level);
    } catch (EvaluationException e) {
      elaborator.report(e.diagnostic());
    } catch (ShapeException e) {
      elaborator.report(e, last.span());
    }
    return List.of();
  }

  @Nullable Node block(Element.BlockUse use, Node input, Frame frame, Level level)
      throws EvaluationException {
    return block(use, use.span(), input, frame, level, List.of());
  }

  private @Nullable Node block(
      Element.BlockUse use,
      Span span,
      Node input,
      Frame frame,
      Level level,
      List<Completion> completions)
      throws EvaluationException {
    Template block = use.block();
    Callee callee = Callee.of(block.name(), block.parameters());
    Given given = given(callee, use.arguments(), span, frame, completions);
    checkTypes(block.parameters(), given);
    if (given.failed()) {
      return null;
    }
    Frame inside = Frame.of(block, given, input.shape(), frame.work());
    String path = level.next(block.name());
    Level inner = elaborator.level(path, elaborator.indexed(block.body()));
    elaborator.places().enter(path, input.shape(), false);
    Node result = elaborator.body(block.body(), input, inside, inner);
    elaborator.places().leave();
    if (result != null) {
      level.add(inner.instance(block, Instance.Kind.BLOCK, inside, given, input, result));
    }
    return result;
  }

  private static void checkTypes(List<Parameter> parameters, Given given)
      throws EvaluationException {
    for (Parameter parameter : parameters) {
      Value value = given.values().get(parameter.name());
      Expression written = given.written(parameter.name());
      if (value != null && written != null) {
        ParameterTypes.check(parameter, value, written);
      }
    }
  }

  @Nullable Node slot(Element.SlotUse use, Node input, Frame frame, Level level)
      throws EvaluationException {
    Callee callee = Callee.of(use.slot().name(), use.slot().parameters());
    Given given = given(callee, use.arguments(), use.span(), frame, List.of());
    checkTypes(use.slot().parameters(), given);
    String path = level.next(use.slot().name());
    SlotUse place = new SlotUse(use.slot(), path, input, given.values(), frame);
    Fillings.Choice choice = fillings.choose(place);
    Set<String> words =
        choice.before() == null
            ? elaborator.indexed(choice.content())
            : PathWords.indexed(choice.content(), choice.standing());
    Level inner = elaborator.level(path, words);
    elaborator.places().enter(path, input.shape(), true);
    fillings.enter(choice);
    Node result = elaborator.chain(choice.content(), input, choice.frame(place), inner);
    fillings.leave();
    elaborator.places().leave();
    if (result != null) {
      level.add(inner.instance(use.slot().name(), Instance.Kind.SLOT, input, result));
    }
    return result;
  }

  /** What {@code default} stands for: it is named as if it still stood there by itself. */
  @Nullable Node standing(Element.Default word, Node input, Frame frame, Level level)
      throws EvaluationException {
    if (standing >= Fillings.MOST_STANDING) {
      throw new EvaluationException(
          Code.E103,
          word.span(),
          "default stands for what uses default more than "
              + Fillings.MOST_STANDING
              + " times over here",
          "put all of it by one line");
    }
    Frame.Standing here = frame.standing();
    if (here == null) {
      throw new IllegalStateException("default outside of what is put");
    }
    Fillings.Choice before = here.choice();
    SlotUse use = here.use();
    SlotUse again = new SlotUse(use.slot(), use.path(), input, use.told(), use.around());
    fillings.enterStanding(before, here.line());
    standing++;
    Node result = elaborator.chain(before.content(), input, before.frame(again), level);
    standing--;
    fillings.leave();
    return result;
  }

  @Nullable Node share(Share share, Node input, Frame frame, Level level) {
    String path = frame.path(share);
    if (path == null) {
      throw new IllegalStateException(share.name() + " is used before it is declared");
    }
    Level inner = elaborator.level(path, elaborator.indexed(share.chain()));
    elaborator.graph().enterShare();
    Node result = elaborator.chain(share.chain(), input, frame, inner);
    elaborator.graph().leaveShare();
    if (result != null) {
      level.add(inner.instance(share.word(), Instance.Kind.SHARE, input, result));
    }
    return result;
  }

  @Nullable Node parameter(Element.ParameterUse use, Node input, Frame frame, Level level)
      throws EvaluationException {
    if (depth >= DEEPEST) {
      throw new EvaluationException(
          Code.E103,
          use.span(),
          "block values use block values more than " + DEEPEST + " deep here",
          "a block that is given to itself never ends");
    }
    BlockValue value = value(use, frame);
    String path = level.next(use.name());
    Level inner = elaborator.level(path, PathWords.indexed(value.written().element()));
    elaborator.places().enter(path, input.shape(), true);
    List<Completion> completions = List.of(new Completion(use.positional(), use.named(), frame));
    depth++;
    Node result = apply(value, use.span(), input, inner, completions);
    depth--;
    elaborator.places().leave();
    if (result != null) {
      level.add(inner.instance(use.name(), Instance.Kind.PARAMETER, input, result));
    }
    return result;
  }

  private static BlockValue value(Element.ParameterUse use, Frame frame)
      throws EvaluationException {
    Value value = frame.find(use.name());
    if (value instanceof BlockValue block) {
      return block;
    }
    throw new EvaluationException(
        Code.E208,
        use.span(),
        value == null || value == Value.None.NONE
            ? use.name() + " is not given, and is used here"
            : "%s is needed here, but %s is %s"
                .formatted(Type.BLOCK.description(), use.name(), value.kind()),
        "give it, or use it only where it is given: if (%1$s != none) < %1$s >"
            .formatted(use.name()));
  }

  private @Nullable Node apply(
      BlockValue value, Span span, Node input, Level level, List<Completion> completions)
      throws EvaluationException {
    Frame inside = value.frame().content(input.shape());
    return switch (value.written().element()) {
      case Element.OperatorUse use -> operator(use, span, input, inside, level, completions);
      case Element.BlockUse use -> block(use, span, input, inside, level, completions);
      case Element.ParameterUse use -> {
        List<Completion> all = new ArrayList<>();
        all.add(new Completion(use.positional(), use.named(), inside));
        all.addAll(completions);
        yield apply(value(use, value.frame()), span, input, level, all);
      }
      case Element other -> {
        for (Completion completion : completions) {
          if (!completion.isEmpty()) {
            throw new EvaluationException(
                Code.E126,
                completion.span(),
                value + " takes no arguments",
                "leave them out, or give a block that has parameters");
          }
        }
        yield elaborator.element(other, input, inside, level);
      }
    };
  }
}
