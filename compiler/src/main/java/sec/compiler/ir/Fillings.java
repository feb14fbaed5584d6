package sec.compiler.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sec.compiler.model.Chain;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Value;

/** Decides what stands in each slot: the last line that reaches it, or its default. */
final class Fillings {
  /** Lines of which each puts something around what stood there before. */
  static final int MOST_STANDING = 100;

  private final List<Assembly.Graft> grafts;
  private final List<PathMatch> matches;

  /** The lines whose paths end in a word or in {@code *}, in order, by that word. */
  private final Map<String, int[]> byWord = new HashMap<>();

  private final Map<String, Assembly.Filling> chosen = new LinkedHashMap<>();
  private final Set<Assembly.Graft> matched = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Within> within = new ArrayDeque<>(List.of(new Within(-1, Set.of(), -1)));

  /**
   * Makes a decision by these lines.
   *
   * @param grafts in order
   * @param counts how often each word stands at each level, for {@code [last]}
   * @param work counts what their paths take to compute
   */
  Fillings(List<Assembly.Graft> grafts, PathCounts counts, Work work) {
    this.grafts = grafts;
    this.matches = grafts.stream().map(graft -> new PathMatch(graft, counts, work)).toList();
  }

  /**
   * Which lines reach slots here: a line never reaches slots inside of what it puts.
   *
   * @param last lines up to this one do not
   * @param others nor do these
   * @param around lines up to this one do not reach the slot it stands in
   */
  private record Within(int last, Set<Integer> others, int around) {
    boolean reaches(int line) {
      return line > last && !others.contains(line);
    }
  }

  /**
   * What stands in one slot.
   *
   * @param graft index of the line that put it there; -1 for the slot's own default
   * @param values what the line sees; none for the default
   * @param content what it is
   * @param before what stood there before; null for the default
   */
  record Choice(int graft, Map<String, Value> values, Chain content, @Nullable Choice before) {
    Frame frame(SlotUse use) {
      Frame written = graft < 0 ? use.around() : Frame.line(values, use.around().work());
      Frame frame = written.slot(use);
      if (before != null) {
        frame.stands(new Frame.Standing(graft, before, use));
      }
      return frame;
    }

    /** What {@code default} means in it, and inside of that. */
    List<Chain> standing() {
      List<Chain> standing = new ArrayList<>();
      Choice choice = before;
      while (choice != null && standing.size() < MOST_STANDING) {
        standing.add(choice.content());
        choice = choice.before();
      }
      return standing;
    }
  }

  /** Chooses for one use of a slot. */
  Choice choose(SlotUse use) throws EvaluationException {
    Choice choice = new Choice(-1, Map.of(), use.slot().fallback(), null);
    chosen.put(use.path(), new Assembly.Filling(null, Map.of()));
    PathMatch.Place place = PathMatch.place(use.path());
    for (int i : byWord.computeIfAbsent(use.slot().name(), this::ending)) {
      Assembly.Graft graft = grafts.get(i);
      use.around().work().spend(graft.line().path().span(), 1);
      if (!within.element().reaches(i)) {
        continue;
      }
      Map<String, Value> indices = matches.get(i).match(place);
      if (indices != null) {
        matched.add(graft);
        Map<String, Value> values = new LinkedHashMap<>(graft.values());
        values.putAll(indices);
        Expression condition = graft.line().condition();
        if (condition == null
            || Frame.line(values, use.around().work()).slot(use).evaluator().truth(condition)) {
          choice = new Choice(i, values, graft.line().content(), choice);
          chosen.put(use.path(), new Assembly.Filling(graft, indices));
        }
      }
    }
    return choice;
  }

  private int[] ending(String word) {
    return IntStream.range(0, grafts.size()).filter(i -> matches.get(i).endsIn(word)).toArray();
  }

  /** Goes into what a line puts. */
  void enter(Choice choice) {
    Within outer = within.element();
    int last = Math.max(choice.graft(), outer.last());
    within.push(new Within(last, outer.others(), outer.last()));
  }

  /** Goes from what {@code line} puts into what stood there before, which lines between reach. */
  void enterStanding(Choice before, int line) {
    Within here = within.element();
    Set<Integer> others = new HashSet<>(here.others());
    others.add(line);
    int last = Math.max(before.graft(), here.around());
    within.push(new Within(last, others, here.around()));
  }

  void leave() {
    within.pop();
  }

  Map<String, Assembly.Filling> chosen() {
    return chosen;
  }

  /** The paths of all slots met, in order. */
  Set<String> paths() {
    return chosen.keySet();
  }

  List<Assembly.Graft> unmatched() {
    return grafts.stream().filter(graft -> !matched.contains(graft)).toList();
  }
}
