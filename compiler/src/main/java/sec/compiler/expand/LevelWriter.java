package sec.compiler.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sec.compiler.ir.Instance;
import sec.compiler.model.Words;

/**
 * Writes one level of the tree of paths: the body of the net, or what is inside of a step.
 *
 * <p>The order of steps stays, since indices follow it. What comes of one step alone and is all
 * that the rest needs makes a chain; what several chains from one value are joined to makes a
 * merge; whatever is left gets a name by {@code let}.
 */
final class LevelWriter {
  private final Expansion expansion;
  private final Instance instance;
  private final List<Step> steps;
  private final Readings readings;

  /** Words whose one use has an index all the same. */
  private final Set<String> single;

  private Map<Integer, String> names;

  LevelWriter(Expansion expansion, Instance instance, Map<Integer, String> outer) {
    this.expansion = expansion;
    this.instance = instance;
    this.steps = expansion.steps(instance);
    this.readings = new Readings(steps, instance);
    this.single = single(steps);
    this.names = new HashMap<>(outer);
    if (instance.kind() == Instance.Kind.SHARE) {
      // What enters is another value with each use.
      names.remove(instance.entry());
    }
  }

  private static Set<String> single(List<Step> steps) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> indexed = new TreeSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Placeholder placeholder) {
        counts.merge(placeholder.word(), 2, Integer::sum);
      } else if (step instanceof Step.Use use && use.instance().kind() != Instance.Kind.SHARE) {
        counts.merge(use.word(), 1, Integer::sum);
        if (use.isIndexed()) {
          indexed.add(use.word());
        }
      }
    }
    indexed.removeIf(word -> counts.getOrDefault(word, 0) > 1);
    return indexed;
  }

  List<Line> write() {
    Draft draft = new Draft(instance.entry());
    produced(draft, instance.entry());
    region(draft, 0, steps.size(), instance.result());
    List<Line> lines = new ArrayList<>(draft.lines());
    for (Step step : steps) {
      if (step instanceof Step.Use use && single.contains(use.word()) && !isRepeatable(use)) {
        // A word that is written twice has an index; this one is never done.
        lines.add(Draft.alone("if (false) < " + use.word() + ": identity >"));
      }
    }
    return lines;
  }

  /** Whether {@code * 1} gives it an index, and gives none to what is inside. */
  private static boolean isRepeatable(Step.Use step) {
    return step.isCompound()
        || (step.instance().kind() == Instance.Kind.OPERATOR
            && !Steps.isJoin(step.instance())
            && !step.isSplit());
  }

  /** Goes from the draft's value to {@code goal} by the steps from {@code first} to {@code end}. */
  private void region(Draft draft, int first, int end, int goal) {
    int at = first;
    while (at < end) {
      int cut = cut(draft, at, end, goal);
      at = cut >= 0 && stretch(draft, at, cut) ? cut + 1 : bind(draft, at, end);
    }
    if (draft.current() != goal) {
      draft.start(named(goal), goal);
    }
  }

  /** The first step after which nothing without a name is needed but its own result; or -1. */
  private int cut(Draft draft, int at, int end, int goal) {
    Set<Integer> live = new HashSet<>();
    live.add(draft.current());
    int current = draft.current();
    for (int c = at; c < end; c++) {
      Step step = steps.get(c);
      Integer result = step.result();
      current = result == null ? current : result;
      live.addAll(step.results());
      int now = c;
      live.removeIf(id -> isKnown(id) || (id != goal && !readings.isUsed(id, now, end)));
      if (live.isEmpty() || (live.size() == 1 && live.contains(current))) {
        return c;
      }
    }
    return -1;
  }

  private boolean isKnown(int id) {
    return names.containsKey(id) || readings.hasName(id);
  }

  private String named(int id) {
    String name = names.get(id);
    if (name == null) {
      throw new IllegalStateException("value " + id + " has no name in " + instance.path());
    }
    return name;
  }

  /**
   * Writes the steps from {@code at} to {@code cut}; false, and nothing, where that needs names.
   */
  private boolean stretch(Draft draft, int at, int cut) {
    Step last = steps.get(cut);
    if (last instanceof Step.Use use && use.instance().kind() == Instance.Kind.OPERATOR) {
      if (Steps.isScale(use.instance())) {
        return scale(draft, at, cut, use);
      }
      if (Steps.isJoin(use.instance())) {
        return merge(draft, at, cut, use);
      }
    }
    return at == cut && one(draft, last);
  }

  private boolean one(Draft draft, Step step) {
    return switch (step) {
      case Step.Declaration declaration -> declare(draft, declaration.form());
      case Step.Output output -> output(draft, output);
      case Step.Placeholder placeholder -> {
        draft.step(placeholder.word(), List.of(), false);
        yield true;
      }
      case Step.Use use -> one(draft, use);
    };
  }

  private boolean declare(Draft draft, Forms.Form form) {
    List<Line> inside = new LevelWriter(expansion, form.use(), names).write();
    String name = expansion.shareName(form, names.values());
    names.put(form.id(), name);
    String place = name.equals(form.place()) ? "" : form.place() + ": ";
    draft.bound("share " + name + " = " + place, Line.chain(orIdentity(inside)));
    return true;
  }

  private boolean output(Draft draft, Step.Output output) {
    String head = "output " + output.name() + " = ";
    if (output.value() == draft.current()) {
      draft.add(head);
    } else if (names.containsKey(output.value())) {
      draft.bound(head, List.of(new Line.Part(named(output.value()), null)));
    } else {
      return false;
    }
    return true;
  }

  private boolean one(Draft draft, Step.Use step) {
    int input = step.inputs().getFirst();
    boolean goesOn = input == draft.current();
    if (!goesOn && !names.containsKey(input)) {
      return false;
    }
    if (step.isSplit()) {
      split(draft, step, goesOn ? "" : named(input) + " ");
      return true;
    }
    if (!goesOn) {
      draft.start(named(input), input);
    }
    if (step.isCompound()) {
      List<Line> inside = new LevelWriter(expansion, step.instance(), names).write();
      draft.step(step.word(), inside, single.contains(step.word()));
    } else {
      draft.operation(use(step) + times(step), expansion.note(step));
    }
    draft.setCurrent(step.results().getFirst());
    produced(draft, step.results().getFirst());
    return true;
  }

  private String use(Step.Use step) {
    return step.instance().kind() == Instance.Kind.SHARE
        ? named(expansion.form(step.instance()).id())
        : expansion.use(step);
  }

  private String times(Step.Use step) {
    return single.contains(step.word()) && isRepeatable(step) ? " * 1" : "";
  }

  private void split(Draft draft, Step.Use step, String head) {
    List<String> bound = new ArrayList<>();
    for (int id : step.results()) {
      names.put(id, expansion.newName());
      bound.add(named(id));
    }
    draft.bound(
        "let " + String.join(", ", bound) + " = " + head,
        List.of(new Line.Part(expansion.use(step), expansion.note(step))));
  }

  /** A value is there, and gets its name if it needs one. */
  private void produced(Draft draft, int id) {
    if (readings.hasName(id) && !names.containsKey(id)) {
      name(draft, id);
    }
  }

  private void name(Draft draft, int id) {
    names.put(id, expansion.newName());
    draft.add("let " + named(id) + " = ");
  }

  private boolean merge(Draft draft, int at, int cut, Step.Use join) {
    List<Interval> branches = intervals(draft, at, cut, join.inputs());
    if (branches.isEmpty()) {
      return false;
    }
    List<String> texts = new ArrayList<>();
    for (Interval branch : branches) {
      texts.add(Line.branch(lines(draft, branch)));
    }
    draft.operation(expansion.merge(join, texts), expansion.note(join));
    draft.setCurrent(join.results().getFirst());
    produced(draft, join.results().getFirst());
    return true;
  }

  /**
   * The steps of one branch.
   *
   * @param first the first
   * @param end after the last
   * @param value what comes of them
   */
  private record Interval(int first, int end, int value) {}

  /** The branches of the join at {@code cut}; none where steps do not belong to one each. */
  private List<Interval> intervals(Draft draft, int at, int cut, List<Integer> values) {
    List<Interval> intervals = new ArrayList<>();
    int from = at;
    for (int value : values) {
      boolean there = value == draft.current() || names.containsKey(value);
      int end = there ? from : readings.producer(value) + 1;
      if (end < from || end > cut) {
        return List.of();
      }
      while (end < cut && steps.get(end).follows(value)) {
        end++;
      }
      Interval interval = new Interval(from, end, value);
      if (!isContained(draft, interval, cut)) {
        return List.of();
      }
      intervals.add(interval);
      from = end;
    }
    return from == cut ? intervals : List.of();
  }

  /** Whether an interval reads only what is there, and only its value is read elsewhere. */
  private boolean isContained(Draft draft, Interval interval, int cut) {
    Set<Integer> inside = new HashSet<>();
    for (int i = interval.first(); i < interval.end(); i++) {
      Step step = steps.get(i);
      for (int id : step.inputs()) {
        if (!inside.contains(id) && id != draft.current() && !names.containsKey(id)) {
          return false;
        }
      }
      for (int id : step.foreign()) {
        if (!inside.contains(id) && !names.containsKey(id)) {
          return false;
        }
      }
      inside.addAll(step.results());
    }
    inside.remove(draft.current());
    return inside.stream()
        .allMatch(
            id ->
                id == interval.value()
                    ? readings.lastUse(id) <= cut
                        && (readings.lastUse(id) == cut || names.containsKey(id))
                    : names.containsKey(id) || readings.lastUse(id) < interval.end());
  }

  /** An interval by itself; what it names is seen nowhere else. */
  private List<Line> lines(Draft around, Interval interval) {
    Map<Integer, String> outside = names;
    names = new HashMap<>(outside);
    Draft draft = new Draft(around.current());
    region(draft, interval.first(), interval.end(), interval.value());
    names = outside;
    return orIdentity(draft.lines());
  }

  private static List<Line> orIdentity(List<Line> lines) {
    return lines.isEmpty() ? List.of(Draft.alone(Words.IDENTITY)) : lines;
  }

  private boolean scale(Draft draft, int at, int cut, Step.Use step) {
    int map = step.inputs().get(0);
    int gate = step.inputs().get(1);
    if (map == draft.current()) {
      List<Interval> gates = intervals(draft, at, cut, List.of(gate));
      if (gates.isEmpty()) {
        return false;
      }
      draft.phases(Line.chain(lines(draft, gates.getFirst())), expansion.note(step));
    } else if (at == cut && names.containsKey(map) && names.containsKey(gate)) {
      draft.start(named(map), map);
      draft.phases(List.of(new Line.Part(named(gate), null)), expansion.note(step));
    } else {
      return false;
    }
    draft.setCurrent(step.results().getFirst());
    produced(draft, step.results().getFirst());
    return true;
  }

  /** Gives a name to something, so that chains can begin with it. Returns the next step. */
  private int bind(Draft draft, int at, int end) {
    if (!names.containsKey(draft.current())) {
      name(draft, draft.current());
      return at;
    }
    if (!isBindable(steps.get(at))) {
      if (!one(draft, steps.get(at))) {
        throw new IllegalStateException("step " + at + " of " + instance.path());
      }
      return at + 1;
    }
    int last = at;
    while (last + 1 < end && continues(steps.get(last), steps.get(last + 1), last + 1)) {
      last++;
    }
    int value = steps.get(last).results().getFirst();
    List<Line> lines = lines(draft, new Interval(at, last + 1, value));
    names.put(value, expansion.newName());
    draft.bound("let " + named(value) + " = ", Line.chain(lines));
    return last + 1;
  }

  /** Whether one value comes of it that is not there before. */
  private static boolean isBindable(Step step) {
    return step instanceof Step.Use use && !use.isSplit() && !use.passesOn();
  }

  private boolean continues(Step step, Step next, int at) {
    int value = step.results().getFirst();
    return isBindable(next)
        && !readings.hasName(value)
        && next.inputs().equals(List.of(value))
        && readings.lastUse(value) == at;
  }
}
