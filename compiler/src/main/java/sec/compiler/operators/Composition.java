package sec.compiler.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one use of an operator is: a small graph of primitives. Most are a single one.
 *
 * @param inputs how many values it reads: numbers below this one are theirs
 * @param steps in order, each after those it reads; the last one's value is the result
 */
public record Composition(int inputs, List<Step> steps) {

  /** Keeps a copy. */
  public Composition {
    steps = List.copyOf(steps);
  }

  /**
   * One primitive.
   *
   * @param primitive what it computes
   * @param inputs what it reads: {@code i} below the number of inputs is the operator's own input
   *     {@code i}, the others are steps, counted from there
   */
  public record Step(Primitive primitive, List<Integer> inputs) {
    /** Keeps a copy. */
    public Step {
      inputs = List.copyOf(inputs);
    }
  }

  /** One primitive on so many inputs. */
  public static Composition of(Primitive primitive, int inputs) {
    return new Composition(
        inputs, List.of(new Step(primitive, IntStream.range(0, inputs).boxed().toList())));
  }

  /** Writes down the steps of a meaning on inputs of these shapes. */
  static Composition of(Meaning meaning, Arguments arguments, List<Shape> inputs)
      throws ShapeException {
    Draft draft = new Draft(inputs.size());
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      wires.add(new Wire(draft, i, inputs.get(i)));
    }
    Wire result = meaning.of(arguments, wires);
    if (result.id() != inputs.size() + draft.steps.size() - 1 || draft.steps.isEmpty()) {
      throw new IllegalStateException("the last step is not the result");
    }
    return new Composition(inputs.size(), draft.steps);
  }

  /** What an operator computes from its inputs. */
  @FunctionalInterface
  interface Meaning {
    Wire of(Arguments arguments, List<Wire> inputs) throws ShapeException;
  }

  /** Steps under construction. */
  static final class Draft {
    private final int inputs;
    private final List<Step> steps = new ArrayList<>();

    private Draft(int inputs) {
      this.inputs = inputs;
    }

    Wire add(Primitive primitive, List<Wire> read) throws ShapeException {
      Shape shape = primitive.output(read.stream().map(Wire::shape).toList());
      steps.add(new Step(primitive, read.stream().map(Wire::id).toList()));
      return new Wire(this, inputs + steps.size() - 1, shape);
    }
  }
}
