package sec.compiler.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sec.compiler.model.Body;
import sec.compiler.model.Element;
import sec.compiler.model.Statement;
import sec.compiler.model.Template;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Value;

/**
 * How many blocks and operators a body comes to at the least, before it is elaborated: each block
 * is gone through once, however often it is used, so what doubles forty times is found out at once.
 * What stands in slots and parameters is left out, and of conditions the smaller way is taken.
 */
final class LeastSize {
  /** As good as infinite, and can be added to itself. */
  private static final long HUGE = Long.MAX_VALUE / 4;

  /** Blocks in one another; what is nested deeper is told when it is elaborated. */
  private static final int DEEPEST = 1000;

  private final Map<Template, Long> known = new HashMap<>();
  private int depth;

  /**
   * A use that makes a body too large.
   *
   * @param span of the use
   * @param size blocks and operators that it comes to at the least, with what stands before it
   */
  record Excess(Span span, long size) {}

  /** The first use in {@code body} with which it comes to more than {@code limit}. */
  Optional<Excess> beyond(Body body, long limit) {
    long size = 0;
    for (Statement statement : body.statements()) {
      for (Element element : elements(statement)) {
        size = sum(size, of(element));
        if (size > limit) {
          return Optional.of(new Excess(element.span(), size));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Element> elements(Statement statement) {
    return switch (statement) {
      case Statement.Let let -> let.chain().elements();
      case Statement.Unpack unpack -> unpack.chain().elements();
      case Statement.Output output -> output.chain().elements();
      case Statement.Phase phase -> phase.chain().elements();
      case Statement.Flow flow -> flow.chain().elements();
      // A share counts where it is used.
      case Statement.Sharing ignored -> List.of();
      case Statement.Require ignored -> List.of();
      case Statement.Scale ignored -> List.of();
    };
  }

  private long of(Body body) {
    long size = 0;
    for (Statement statement : body.statements()) {
      size = sum(size, of(elements(statement)));
    }
    return size;
  }

  private long of(List<Element> elements) {
    long size = 0;
    for (Element element : elements) {
      size = sum(size, of(element));
    }
    return size;
  }

  private long of(Element element) {
    return switch (element) {
      case Element.BlockUse use -> sum(1, of(use.block()));
      case Element.ShareUse use -> of(use.share().chain().elements());
      case Element.Group group -> of(group.body());
      case Element.Merge merge -> {
        long size = 0;
        for (Element.Branch branch : merge.branches()) {
          size = sum(size, of(branch.chain().elements()));
        }
        yield size;
      }
      case Element.Repeat repeat -> times(of(repeat.element()), count(repeat.count()));
      case Element.For loop -> times(of(loop.body()), rounds(loop.list()));
      case Element.Conditional choice ->
          choice.otherwise() == null ? 0 : Math.min(of(choice.then()), of(choice.otherwise()));
      case Element.OperatorUse ignored -> 1;
      case Element.SlotUse ignored -> 0;
      case Element.ParameterUse ignored -> 0;
      case Element.ValueUse ignored -> 0;
      case Element.Default ignored -> 0;
      case Element.Identity ignored -> 0;
      case Element.Unresolved ignored -> 0;
    };
  }

  private long of(Template block) {
    Long before = known.get(block);
    if (before != null || depth >= DEEPEST) {
      return before == null ? 0 : before;
    }
    depth++;
    long size = of(block.body());
    depth--;
    known.put(block, size);
    return size;
  }

  /** The length of a list that is written down; 0 where it is to be computed. */
  private static long rounds(Expression list) {
    return switch (list) {
      case Expression.Listing listing -> listing.items().size();
      case Expression.Binary range when range.operator() == Expression.BinaryOperator.RANGE -> {
        long from = count(range.left());
        long to = count(range.right());
        yield from > 0 && to >= from ? to - from + 1 : 0;
      }
      case Expression.Call call
          when call.function().toString().equals("zip") && !call.values().isEmpty() ->
          rounds(call.values().getFirst());
      default -> 0;
    };
  }

  /** A count that is written down; 0 where it is to be computed, or is told for itself. */
  private static long count(Expression count) {
    return count instanceof Expression.Literal literal
            && literal.value() instanceof Value.Number number
            && number.value().isInt()
            && number.value().intValueExact() >= 0
            && number.value().intValueExact() <= Elaborator.MOST_REPEATS
        ? number.value().intValueExact()
        : 0;
  }

  private static long sum(long a, long b) {
    return Math.min(HUGE, a + b);
  }

  private static long times(long a, long b) {
    return a == 0 || b == 0 ? 0 : a > HUGE / b ? HUGE : a * b;
  }
}
