package sec.compiler.ir;

import sec.compiler.operators.Initializer;
import sec.compiler.operators.Shape;

/**
 * A tensor of a network that training changes or keeps: a parameter, or a buffer.
 *
 * @param path its one name everywhere, as weight files write it: {@code
 *     stage3.Bottleneck.4.conv.1.weight}
 * @param shape its dimensions
 * @param initializer how it starts
 * @param trained true for parameters, false for buffers
 */
public record Parameter(String path, Shape shape, Initializer initializer, boolean trained) {

  /** A path as weight files write it: {@code [i]} becomes {@code .i}. */
  public static String inFiles(String path) {
    return path.replace("[", ".").replace("]", "");
  }
}
