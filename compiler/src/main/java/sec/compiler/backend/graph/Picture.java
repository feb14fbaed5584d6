package sec.compiler.backend.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import sec.compiler.ir.Network;

/**
 * What is drawn of a network, without places: boxes in groups, and the values that go from one to
 * another. Its texts are the author's, and each writer escapes them.
 *
 * @param title of the network
 * @param description of what is seen, for who cannot see it
 * @param items the outermost boxes and groups, in order
 * @param edges between boxes
 */
public record Picture(String title, String description, List<Item> items, List<Edge> edges) {

  /** Keeps copies. */
  public Picture {
    items = List.copyOf(items);
    edges = List.copyOf(edges);
  }

  /**
   * The picture of {@code network}.
   *
   * @param depth how many levels inside of one another are open; without one, all labels down to
   *     the first blocks
   */
  public static Picture of(Network network, OptionalInt depth) {
    return new PictureBuilder(network, depth).picture();
  }

  /** A box or a group. */
  public sealed interface Item {
    /** Its number in the picture. */
    int id();

    /** All boxes in it. */
    Stream<Box> boxes();
  }

  /** What a box stands for. */
  public enum Kind {
    /** The network's input, or one of its results. */
    END,
    /** A block, slot or label that is not opened. */
    BLOCK,
    /** An operator with parameters. */
    LEARNED,
    /** An operator without. */
    OPERATOR,
    /** A sum, product or the like: a sign in a circle. */
    JOIN
  }

  /**
   * A box.
   *
   * @param id its number
   * @param kind what it stands for
   * @param title its text, in which {@code × 6} stands for so many
   * @param slots what stands in slots inside of it, where it is not opened
   * @param attention whether it gates what enters it, or stands in a slot
   */
  public record Box(int id, Kind kind, String title, List<String> slots, boolean attention)
      implements Item {
    /** Keeps a copy. */
    public Box {
      slots = List.copyOf(slots);
    }

    @Override
    public Stream<Box> boxes() {
      return Stream.of(this);
    }
  }

  /**
   * Something that is opened.
   *
   * @param id its number
   * @param title its text
   * @param attention whether it gates what enters it, or stands in a slot
   * @param items what is inside
   */
  public record Group(int id, String title, boolean attention, List<Item> items) implements Item {
    /** Keeps a copy. */
    public Group {
      items = List.copyOf(items);
    }

    @Override
    public Stream<Box> boxes() {
      return items.stream().flatMap(Item::boxes);
    }
  }

  /**
   * A value on its way.
   *
   * @param from the box that it comes from
   * @param to the box that reads it
   * @param value its number
   * @param shape its shape, where it is not what came to {@code from}, once for each value
   */
  public record Edge(Box from, Box to, int value, Optional<String> shape) {}

  /** All boxes, in order. */
  public List<Box> boxes() {
    return items.stream().flatMap(Item::boxes).toList();
  }
}
