package sec.compiler.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sec.compiler.operators.Shape;

/** The blocks and slots that elaboration is in, for the notes of diagnostics. */
final class Places {
  private static final int MOST_NOTES = 6;

  private final Deque<Place> places = new ArrayDeque<>();

  private record Place(String path, Shape input, boolean slot) {
    private static final int LONGEST = 120;

    String shortPath() {
      return path.length() <= LONGEST
          ? path
          : "..." + path.substring(path.indexOf('.', path.length() - LONGEST) + 1);
    }
  }

  void enter(String path, Shape input, boolean slot) {
    places.push(new Place(path, input, slot));
  }

  void leave() {
    places.pop();
  }

  /** The chain of uses, outermost last; one that changes nothing of the input is not repeated. */
  List<String> uses() {
    List<String> uses = new ArrayList<>();
    @Nullable Shape shown = null;
    Iterator<Place> inner = places.iterator();
    Place place = inner.hasNext() ? inner.next() : null;
    while (place != null && uses.size() < MOST_NOTES) {
      Place next = inner.hasNext() ? inner.next() : null;
      boolean fillsSlot = next != null && next.slot() && next.input().equals(place.input());
      if (!fillsSlot && !place.input().equals(shown)) {
        uses.add("in " + place.shortPath() + ", input " + place.input());
        shown = place.input();
      }
      place = next;
    }
    return uses;
  }
}
