package sec.compiler.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private final Map<Integer, TreeSet<Integer>> uses = new HashMap<>();
  private final Map<Integer, Integer> producer = new HashMap<>();

  /** Values that are read inside of steps: those see them by name alone. */
  private final Set<Integer> toBind = new HashSet<>();

  /** Words whose one use has an index all the same. */
  private final Set<String> single = new TreeSet<>();

  private Map<Integer, String> names;

  LevelWriter(Expansion expansion, Instance instance, Map<Integer, String> outer) {
    this.expansion = expansion;
    this.instance = instance;
    this.steps = expansion.steps(instance);
    this.names = new HashMap<>(outer);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      int here = i;
      step.inputs().forEach(id -> use(id, here));
      step.foreign().forEach(id -> use(id, here));
      toBind.addAll(step.foreign());
      if (!step.passesOn()) {
        step.results().forEach(id -> producer.putIfAbsent(id, here));
      }
    }
    use(instance.result(), steps.size());
    if (givesOutLast()) {
      for (int id : expansion.outputs().values()) {
        use(id, steps.size());
        toBind.add(id);
      }
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    steps.forEach(step -> counts.merge(step.word(), 1, Integer::sum));
    steps.stream()
        .filter(step -> step.isIndexed() && counts.getOrDefault(step.word(), 0) == 1)
        .forEach(step -> single.add(step.word()));
  }

  /** Whether further results have to wait until all are there, to come in their order. */
  private boolean givesOutLast() {
    return instance.kind() == Instance.Kind.NET && !expansion.outputsFollow();
  }

  List<Line> write() throws UnsupportedExpansionException {
    List<Line> lines = new ArrayList<>(expansion.shares(instance, names));
    Draft draft = new Draft(instance.entry());
    produced(draft, instance.entry(), instance.kind() == Instance.Kind.NET);
    region(draft, 0, steps.size(), instance.result());
    lines.addAll(draft.lines());
    if (givesOutLast()) {
      for (Map.Entry<String, Integer> output : expansion.outputs().entrySet()) {
        lines.add(output(output.getKey(), output.getValue()));
      }
    }
    for (Step step : steps) {
      if (single.contains(step.word()) && !isRepeatable(step)) {
        // A word that is written twice has an index; this one is never done.
        lines.add(Draft.alone("if (false) < " + step.word() + ": identity >"));
      }
    }
    return lines;
  }

  private Line output(String name, int id) throws UnsupportedExpansionException {
    String value = names.get(id);
    if (value == null) {
      throw new UnsupportedExpansionException(
          "output " + name + " is inside of a block, and the order of the outputs is another one");
    }
    return new Line.Chain("output " + name + " = ", List.of(new Line.Part(value, null)));
  }

  /** Whether {@code * 1} gives it an index, and gives none to what is inside. */
  private static boolean isRepeatable(Step step) {
    return step.isCompound()
        || (step.instance().kind() == Instance.Kind.OPERATOR
            && !Steps.isJoin(step.instance())
            && !step.isSplit());
  }

  /** Goes from the draft's value to {@code goal} by the steps from {@code first} to {@code end}. */
  private void region(Draft draft, int first, int end, int goal)
      throws UnsupportedExpansionException {
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
      live.removeIf(id -> isKnown(id) || (id != goal && !isUsed(id, now, end)));
      if (live.isEmpty() || (live.size() == 1 && live.contains(current))) {
        return c;
      }
    }
    return -1;
  }

  private boolean isKnown(int id) {
    return names.containsKey(id) || toBind.contains(id) || isPart(id);
  }

  /** Parts of a split have names from the start. */
  private boolean isPart(int id) {
    Integer at = producer.get(id);
    return at != null && steps.get(at).isSplit();
  }

  private void use(int id, int at) {
    uses.computeIfAbsent(id, i -> new TreeSet<>()).add(at);
  }

  private int lastUse(int id) {
    TreeSet<Integer> all = uses.get(id);
    return all == null ? -1 : all.last();
  }

  /** Whether a step after {@code at} and before {@code end} reads this value. */
  private boolean isUsed(int id, int at, int end) {
    TreeSet<Integer> all = uses.get(id);
    Integer next = all == null ? null : all.higher(at);
    return next != null && next < end;
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
  private boolean stretch(Draft draft, int at, int cut) throws UnsupportedExpansionException {
    Step last = steps.get(cut);
    if (Steps.isScale(last.instance())) {
      return scale(draft, at, cut);
    }
    if (last.instance().kind() == Instance.Kind.OPERATOR && Steps.isJoin(last.instance())) {
      return merge(draft, at, cut);
    }
    return at == cut && one(draft, last);
  }

  private boolean one(Draft draft, Step step) throws UnsupportedExpansionException {
    int input = step.inputs().getFirst();
    if (input != draft.current()) {
      if (!names.containsKey(input)) {
        return false;
      }
      draft.start(named(input), input);
    }
    if (step.isSplit()) {
      split(draft, step);
    } else if (step.isCompound()) {
      List<Line> inside = new LevelWriter(expansion, step.instance(), names).write();
      draft.step(step.word(), inside, single.contains(step.word()));
    } else {
      draft.operation(expansion.use(step) + times(step), expansion.note(step));
    }
    Integer result = step.result();
    if (result != null) {
      draft.setCurrent(result);
      produced(draft, result, step.instance().kind() == Instance.Kind.OPERATOR);
    }
    return true;
  }

  private String times(Step step) {
    return single.contains(step.word()) && isRepeatable(step) ? " * 1" : "";
  }

  private void split(Draft draft, Step step) {
    List<String> bound = new ArrayList<>();
    for (int id : step.results()) {
      names.put(id, expansion.newName());
      bound.add(named(id));
    }
    draft.let(String.join(", ", bound), expansion.use(step), expansion.note(step));
  }

  /** A value is there: it gets its name, and is given out where it is a result of the network. */
  private void produced(Draft draft, int id, boolean first) {
    if (first && expansion.outputsFollow()) {
      expansion.outputs(id).forEach(output -> draft.add("output " + output + " = "));
    }
    if (toBind.contains(id) && !names.containsKey(id)) {
      name(draft, id);
    }
  }

  private void name(Draft draft, int id) {
    names.put(id, expansion.newName());
    draft.add("let " + named(id) + " = ");
  }

  private boolean merge(Draft draft, int at, int cut) throws UnsupportedExpansionException {
    Step join = steps.get(cut);
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
    produced(draft, join.results().getFirst(), true);
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
      int end = there ? from : producer.getOrDefault(value, -1) + 1;
      if (end < from || end > cut) {
        return List.of();
      }
      while (end < cut
          && steps.get(end).passesOn()
          && steps.get(end).inputs().getFirst() == value) {
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
                    ? lastUse(id) <= cut && (lastUse(id) == cut || names.containsKey(id))
                    : names.containsKey(id) || lastUse(id) < interval.end());
  }

  /** An interval by itself; what it names is seen nowhere else. */
  private List<Line> lines(Draft around, Interval interval) throws UnsupportedExpansionException {
    Map<Integer, String> outside = names;
    names = new HashMap<>(outside);
    Draft draft = new Draft(around.current());
    region(draft, interval.first(), interval.end(), interval.value());
    names = outside;
    List<Line> lines = draft.lines();
    return lines.isEmpty() ? List.of(Draft.alone(Words.IDENTITY)) : lines;
  }

  private boolean scale(Draft draft, int at, int cut) throws UnsupportedExpansionException {
    Step step = steps.get(cut);
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
    produced(draft, step.results().getFirst(), true);
    return true;
  }

  /** Gives a name to something, so that chains can begin with it. Returns the next step. */
  private int bind(Draft draft, int at, int end) throws UnsupportedExpansionException {
    if (!names.containsKey(draft.current())) {
      name(draft, draft.current());
      return at;
    }
    Step first = steps.get(at);
    if (first.isSplit() || first.passesOn()) {
      if (!one(draft, first)) {
        throw new IllegalStateException(first.instance().path());
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
    draft.bound(named(value), Line.chain(lines));
    return last + 1;
  }

  private boolean continues(Step step, Step next, int at) {
    int value = step.results().getFirst();
    return !next.isSplit()
        && !next.passesOn()
        && !toBind.contains(value)
        && next.inputs().equals(List.of(value))
        && lastUse(value) == at;
  }
}
