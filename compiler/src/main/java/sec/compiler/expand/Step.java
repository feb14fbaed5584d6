package sec.compiler.expand;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Instance;

/** One thing that a level does, as the values that go through it. */
sealed interface Step {
  /** Ids of the values it reads: the one that enters it, or one for each branch. */
  default List<Integer> inputs() {
    return List.of();
  }

  /** Ids of values, and of shares, that it reads inside, by name. */
  default Set<Integer> foreign() {
    return Set.of();
  }

  /** Ids of what comes of it: a value, one for each part of a split, or a share. */
  default List<Integer> results() {
    return List.of();
  }

  /** What the chain goes on with; null where it goes on with what it had. */
  default @Nullable Integer result() {
    return null;
  }

  /** Whether what comes of it has a name from the start. */
  default boolean names() {
    return result() == null;
  }

  /** Whether it stands by the value {@code id} and goes on with it. */
  boolean follows(int id);

  /**
   * An operator, a share, or a step of the path with something inside.
   *
   * @param instance what it is
   */
  record Use(Instance instance, List<Integer> inputs, Set<Integer> foreign, List<Integer> results)
      implements Step {
    public Use {
      inputs = List.copyOf(inputs);
      foreign = new LinkedHashSet<>(foreign);
      results = List.copyOf(results);
    }

    /** Whether it goes on with the value that entered it. */
    boolean passesOn() {
      return inputs.size() == 1 && results.equals(inputs);
    }

    boolean isSplit() {
      return results.size() > 1;
    }

    @Override
    public @Nullable Integer result() {
      return isSplit() ? null : results.getFirst();
    }

    @Override
    public boolean follows(int id) {
      return passesOn() && inputs.getFirst() == id;
    }

    String word() {
      return instance.word();
    }

    /** Whether its path has an index. */
    boolean isIndexed() {
      return instance.path().endsWith("]");
    }

    /** Whether it is written as a step of the path with something inside. */
    boolean isCompound() {
      return isCompound(instance);
    }

    static boolean isCompound(Instance instance) {
      return instance.kind() != Instance.Kind.OPERATOR && instance.kind() != Instance.Kind.SHARE;
    }
  }

  /**
   * The declaration of a share.
   *
   * @param form what it is
   */
  record Declaration(Forms.Form form, Set<Integer> foreign) implements Step {
    public Declaration {
      foreign = new LinkedHashSet<>(foreign);
    }

    @Override
    public List<Integer> results() {
      return List.of(form.id());
    }

    @Override
    public boolean follows(int id) {
      return false;
    }
  }

  /**
   * A further result of the network.
   *
   * @param name what it is called
   * @param value which value it is
   */
  record Output(String name, int value) implements Step {
    @Override
    public List<Integer> inputs() {
      return List.of(value);
    }

    @Override
    public boolean follows(int id) {
      return value == id;
    }
  }

  /**
   * A step of the path with nothing inside: those after it count from the next index.
   *
   * @param word its word
   */
  record Placeholder(String word) implements Step {
    @Override
    public boolean follows(int id) {
      return true;
    }
  }
}
