package sec.compiler.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.syntax.PathPattern;

/** What to say of the slots there are, to someone whose path reaches none of them. */
final class NearestSlots {
  private static final int MOST_SHOWN = 8;

  /** Of longer lists the first are compared: it would take longer than all the rest. */
  private static final int MOST_COMPARED = 500;

  private final List<String> wanted;
  private final List<String> slots;

  NearestSlots(PathPattern path, Set<String> slots) {
    this.wanted = path.steps().stream().map(s -> s.word() == null ? "*" : s.word()).toList();
    // Without indices, which a line may leave out, too.
    Set<String> words = new LinkedHashSet<>();
    slots.stream().limit(MOST_COMPARED).forEach(slot -> words.add(slot.replaceAll("\\[\\d+]", "")));
    this.slots = new ArrayList<>(words);
  }

  String help() {
    if (slots.isEmpty()) {
      return "it has no slots; declare one in a block: slot gate;";
    }
    Map<String, Integer> distances = new HashMap<>();
    slots.forEach(slot -> distances.put(slot, distance(slot)));
    slots.sort(Comparator.comparingInt(distances::get));
    List<String> shown = slots.subList(0, Math.min(MOST_SHOWN, slots.size()));
    String list =
        String.join(", ", shown)
            + (slots.size() > shown.size()
                ? ", and " + (slots.size() - shown.size()) + " more"
                : "");
    return misspelt()
        .map(word -> "did you mean " + word + "? Its slots, nearest first, are " + list)
        .orElse("its slots, nearest first, are " + list);
  }

  /** The first word of the path that no slot has, but nearly. */
  private Optional<String> misspelt() {
    Set<String> words = new LinkedHashSet<>();
    slots.forEach(slot -> words.addAll(List.of(slot.split("\\.", -1))));
    return wanted.stream()
        .filter(word -> !word.equals("*") && !words.contains(word))
        .findFirst()
        .flatMap(word -> Suggestion.nearest(word, words));
  }

  /** How far the words of the path are from those that a slot's path ends in. */
  private int distance(String slot) {
    String[] steps = slot.split("\\.", -1);
    int total = 0;
    for (int i = 1; i <= wanted.size(); i++) {
      String word = wanted.get(wanted.size() - i);
      String step = i <= steps.length ? steps[steps.length - i] : "";
      // The last word says which slot is meant: it counts most.
      total += (word.equals("*") ? 0 : Suggestion.distance(word, step)) * (i == 1 ? 4 : 1);
    }
    return total;
  }
}
