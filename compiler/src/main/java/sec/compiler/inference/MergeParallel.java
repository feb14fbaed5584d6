package sec.compiler.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import sec.compiler.ir.Node;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Primitive;
import sec.compiler.operators.Shape;
import sec.compiler.weights.Tensor;

/**
 * Convolutions that read one value through one window: where their results are added, the sum of
 * their weights does the same, and where they are stacked, the stack of their weights.
 */
final class MergeParallel {
  private final Editor editor;
  private final Readers readers;

  /** What came of merging, and is going to be read by one join. */
  private final List<Node> made = new ArrayList<>();

  private MergeParallel(Editor editor) {
    this.editor = editor;
    this.readers = editor.readers();
  }

  static void apply(Editor editor) {
    new MergeParallel(editor).apply();
  }

  private void apply() {
    for (Node node : editor.nodes()) {
      boolean sum = node.primitive() == Primitive.Elementwise.ADD;
      boolean stack = node.primitive() instanceof Primitive.Concat concat && concat.axis() == 0;
      if (sum || stack) {
        merge(node, sum);
      }
    }
  }

  private void merge(Node join, boolean sum) {
    List<Node> inputs = new ArrayList<>();
    for (int id : join.inputs()) {
      Node next = editor.node(id);
      // Sums may be taken in any order, stacks may not.
      int first = sum ? 0 : Math.max(0, inputs.size() - 1);
      int fellow = -1;
      for (int i = first; i < inputs.size() && fellow < 0; i++) {
        fellow = areParallel(inputs.get(i), next, sum) ? i : -1;
      }
      if (fellow < 0) {
        inputs.add(next);
      } else {
        inputs.set(fellow, merged(inputs.get(fellow), next, sum));
      }
    }
    if (inputs.size() == 1) {
      editor.replace(join, inputs.getFirst());
    } else if (inputs.size() < join.inputs().size()) {
      editor.replace(
          join, editor.add(join, join.path(), join.primitive(), inputs, join.parameters()));
    }
  }

  private boolean areParallel(Node a, Node b, boolean sum) {
    return a.primitive() instanceof Primitive.Conv first
        && b.primitive() instanceof Primitive.Conv second
        && editor.input(a).id() == editor.input(b).id()
        && first.vertical().equals(second.vertical())
        && first.horizontal().equals(second.horizontal())
        && first.groups() == second.groups()
        && (sum ? first.out() == second.out() : first.groups() == 1)
        && (made.contains(a) || readers.isReadOnce(a))
        && readers.isReadOnce(b);
  }

  private Node merged(Node a, Node b, boolean sum) {
    Primitive.Conv first = (Primitive.Conv) a.primitive();
    Primitive.Conv second = (Primitive.Conv) b.primitive();
    int out = sum ? first.out() : first.out() + second.out();
    Primitive.Conv conv =
        new Primitive.Conv(
            out, first.vertical(), first.horizontal(), first.groups(), true, first.init());
    List<Integer> kernel = new ArrayList<>(a.parameters().getFirst().shape().dimensions());
    kernel.set(0, out);
    Join join = sum ? Join.SUM : Join.STACK;
    Supplier<float[]> weight = join.of(numbers(a, 0), numbers(b, 0));
    Supplier<float[]> bias = join.of(numbers(a, 1), numbers(b, 1));
    List<Parameter> parameters =
        List.of(
            editor.parameter(a, "weight", new Shape(kernel), weight),
            editor.parameter(a, "bias", Shape.of(out), bias));
    Node merged =
        editor.add(
            a,
            editor.freePath(a.path().replaceFirst("/merged.*", "") + "/merged"),
            conv,
            List.of(editor.input(a)),
            parameters);
    made.add(merged);
    return merged;
  }

  /** The weight or the bias; zeros where there is none. */
  private Supplier<float[]> numbers(Node node, int i) {
    if (i == node.parameters().size()) {
      int channels = node.shape().channels();
      return () -> new float[channels];
    }
    Supplier<Tensor> tensor = editor.tensor(node.parameters().get(i));
    return () -> tensor.get().values();
  }

  /** What becomes of two lists of numbers. */
  private enum Join {
    SUM,
    STACK;

    Supplier<float[]> of(Supplier<float[]> a, Supplier<float[]> b) {
      return () -> this == SUM ? sum(a.get(), b.get()) : stack(a.get(), b.get());
    }

    private static float[] sum(float[] a, float[] b) {
      float[] sum = new float[a.length];
      for (int i = 0; i < a.length; i++) {
        sum[i] = a[i] + b[i];
      }
      return sum;
    }

    private static float[] stack(float[] a, float[] b) {
      float[] stack = Arrays.copyOf(a, a.length + b.length);
      System.arraycopy(b, 0, stack, a.length, b.length);
      return stack;
    }
  }
}
