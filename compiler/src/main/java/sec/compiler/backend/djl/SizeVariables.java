package sec.compiler.backend.djl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of a constructor that hold sizes which repeats and conditions change. */
final class SizeVariables {
  private final Lines constructor;
  private final Identifiers identifiers;

  /** Variables that are assigned more than once: a lambda may not read them. */
  private final List<String> changing = new ArrayList<>();

  SizeVariables(Lines constructor, Identifiers identifiers) {
    this.constructor = constructor;
    this.identifiers = identifiers;
  }

  void addChanging(String variable) {
    changing.add(variable);
  }

  /** Whether a lambda may read all of {@code names}. */
  boolean areFixed(Set<String> names) {
    return Collections.disjoint(names, changing);
  }

  /** The same sizes in variables that a lambda may read. */
  Dims fixed(Dims dims) {
    return new Dims(dims.map(), fixed("c", dims.c()), fixed("h", dims.h()), fixed("w", dims.w()));
  }

  private Whole fixed(String hint, Whole size) {
    if (Collections.disjoint(size.names(), changing)) {
      return size;
    }
    String variable = identifiers.fresh(hint);
    constructor.assignment(variable, size.names(), "int $L = $L", variable, size.text());
    return Whole.variable(variable);
  }

  /** Starts a condition; {@code both}: whether it has an else. */
  Ways ways(boolean both) {
    return new Ways(both);
  }

  /** Starts a repeat of what makes {@code once} of {@code before}. */
  Round round(Dims before, Dims once) {
    return new Round(before, once);
  }

  /**
   * The two ways of a condition. Sizes that speak of variables declared in there get a variable of
   * their own outside.
   */
  final class Ways {
    private final int start = constructor.mark();
    private final int declared = changing.size();
    private final boolean both;
    private int thenEnd;
    private int inserted;

    private Ways(boolean both) {
      this.both = both;
    }

    /** The first way ends here. */
    void between() {
      thenEnd = constructor.mark();
    }

    /** The sizes after the condition, whose second way ends here. */
    Dims after(Term.Truth condition, Dims before, Dims then, Dims otherwise) {
      Dims chosen = DimensionWalk.chosen(condition, then, otherwise);
      List<String> own = changing.subList(declared, changing.size());
      Set<String> inside = new HashSet<>(own);
      own.clear();
      return new Dims(
          chosen.map(),
          after(inside, "channels", chosen.c(), before.c(), then.c(), otherwise.c()),
          after(inside, "height", chosen.h(), before.h(), then.h(), otherwise.h()),
          after(inside, "width", chosen.w(), before.w(), then.w(), otherwise.w()));
    }

    private Whole after(
        Set<String> inside, String hint, Whole chosen, Whole before, Whole then, Whole otherwise) {
      if (Collections.disjoint(chosen.names(), inside)) {
        return chosen;
      }
      String variable = identifiers.fresh(hint);
      if (both) {
        constructor.assignment(variable, otherwise.names(), "$L = $L", variable, otherwise.text());
      }
      constructor.assignmentAt(
          thenEnd + inserted, variable, then.names(), "$L = $L", variable, then.text());
      constructor.assignmentAt(
          start, variable, before.names(), "int $L = $L", variable, before.text());
      inserted++;
      changing.add(variable);
      return Whole.variable(variable);
    }
  }

  /** The sizes of the current value in a repeat: variables, where one round changes them. */
  final class Round {
    private final Dims before;
    private final int declared = changing.size();
    private final Set<String> inside = new HashSet<>();
    private final @Nullable String c;
    private final @Nullable String h;
    private final @Nullable String w;

    private Round(Dims before, Dims once) {
      this.before = before;
      this.c = changed(before.c(), once.c()) ? identifiers.fresh("channels") : null;
      this.h = changed(before.h(), once.h()) ? identifiers.fresh("height") : null;
      this.w = changed(before.w(), once.w()) ? identifiers.fresh("width") : null;
    }

    private static boolean changed(Whole before, Whole after) {
      return !before.text().equals(after.text());
    }

    void declare() {
      declare(c, before.c());
      declare(h, before.h());
      declare(w, before.w());
    }

    private void declare(@Nullable String variable, Whole start) {
      if (variable != null) {
        constructor.assignment(variable, start.names(), "int $L = $L", variable, start.text());
        changing.add(variable);
      }
    }

    Dims inside() {
      return new Dims(before.map(), or(c, before.c()), or(h, before.h()), or(w, before.w()));
    }

    private static Whole or(@Nullable String variable, Whole same) {
      return variable == null ? same : Whole.variable(variable);
    }

    void update(Dims result) {
      update(c, result.c());
      update(h, result.h());
      update(w, result.w());
    }

    private void update(@Nullable String variable, Whole value) {
      if (variable != null) {
        constructor.assignment(variable, value.names(), "$L = $L", variable, value.text());
      }
    }

    /** After at least one round a size may no longer depend on the rounds before. */
    Dims after(Dims result, Whole count) {
      inside.addAll(changing.subList(declared, changing.size()));
      return new Dims(
          before.map(),
          after(c, result.c(), before.c(), count),
          after(h, result.h(), before.h(), count),
          after(w, result.w(), before.w(), count));
    }

    private Whole after(@Nullable String variable, Whole result, Whole before, Whole count) {
      if (variable == null) {
        return before;
      }
      boolean settled = count.constant() != null && Collections.disjoint(result.names(), inside);
      return settled ? result : Whole.variable(variable);
    }
  }
}
