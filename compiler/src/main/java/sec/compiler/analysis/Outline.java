package sec.compiler.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;

/**
 * A network as a person would sketch it: its tree of blocks, slots, labels and operators, where
 * equal blocks one after the other are one, what does nothing is left out, and a slot is one with
 * the single block that stands in it.
 *
 * @param title what to call it: {@code Bottleneck(256)}, {@code gate: SE(r = 16)}
 * @param copies the instances it stands for, each the next one's input; one for most
 * @param slot the slot that it stands in, if it is a slot's content
 * @param sequel whether it is what stands before it once more, perhaps with other sizes, and alone
 *     reads what comes of that
 * @param children what is inside, of the first copy; none for an operator
 */
public record Outline(
    String title,
    List<Instance> copies,
    @Nullable Instance slot,
    boolean sequel,
    List<Outline> children) {

  /** Keeps copies. */
  public Outline {
    copies = List.copyOf(copies);
    children = List.copyOf(children);
  }

  /** The outline of a network. */
  public static Outline of(Network network) {
    return new OutlineBuilder(network).outline(network.root());
  }

  /** The network's node whose value comes out of it. */
  public int result() {
    return copies.getLast().result();
  }

  /** What is drawn or listed of it: the first copy. */
  public Instance instance() {
    return copies.getFirst();
  }

  /** Whether there is nothing inside to be opened: it is an operator. */
  public boolean isOperator() {
    return children.isEmpty();
  }

  /** How many levels of others it has inside. */
  public int height() {
    return children.stream().mapToInt(child -> 1 + child.height()).max().orElse(0);
  }

  /** The contents of slots inside, not those inside of one another. */
  public Stream<Outline> slots() {
    return children.stream()
        .flatMap(child -> child.slot != null ? Stream.of(child) : child.slots());
  }

  /** With one more copy. */
  Outline with(Instance copy) {
    List<Instance> all = new ArrayList<>(copies);
    all.add(copy);
    return new Outline(title, all, slot, sequel, children);
  }

  /** The same as a sequel. */
  Outline again() {
    return new Outline(title, copies, slot, true, children);
  }

  /** Whether it is called alike, and has alike contents in its slots. */
  boolean looksLike(Outline other) {
    return title.equals(other.title)
        && slots().map(Outline::title).toList().equals(other.slots().map(Outline::title).toList());
  }

  /** The same, called otherwise, as all that stands at {@code place}. */
  Outline at(Instance place, String called) {
    return new Outline(called, List.of(place), slot, sequel, children);
  }
}
