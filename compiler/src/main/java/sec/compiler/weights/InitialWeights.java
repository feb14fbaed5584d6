package sec.compiler.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import sec.compiler.ir.Network;
import sec.compiler.ir.Parameter;
import sec.compiler.operators.Initializer;

/**
 * The values with which training starts: a pure function of the seed and the parameter's path,
 * shape and initialiser, the same on every machine. Layers of one path start equal in every variant
 * of a network and in every backend, whatever stands around them.
 *
 * <p>The stream of a parameter has as its key the first 8 bytes, big-endian, of SHA-256 over the
 * seed (8 bytes, big-endian) and the path in files (UTF-8). Its draw {@code n}, from 0, is output
 * {@code n} of SplitMix64 (Steele, Lea, Flood 2014) started at that key. Element {@code i} of a
 * uniform tensor takes the upper 24 bits of draw {@code i}; elements {@code 2j} and {@code 2j + 1}
 * of a normal one are the cosine and the sine of Box and Muller (1958) on the upper 53 bits of the
 * draws {@code 2j} and {@code 2j + 1}. All is computed in double precision, by {@link StrictMath}
 * where a library decides the last bit, then rounded to float.
 */
public final class InitialWeights {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private InitialWeights() {}

  /**
   * All parameters and buffers of {@code network} at the start, each drawn when it is asked for.
   */
  public static Weights of(long seed, Network network) {
    SequencedMap<String, Supplier<Tensor>> sources = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      sources.put(parameter.path(), () -> of(seed, parameter));
    }
    return Weights.onDemand(sources);
  }

  /** One parameter at the start. */
  public static Tensor of(long seed, Parameter parameter) {
    float[] values = new float[Math.toIntExact(parameter.shape().size())];
    switch (parameter.initializer()) {
      case Initializer.Constant(double value) -> Arrays.fill(values, (float) value);
      case Initializer.Uniform(double bound) -> uniform(values, key(seed, parameter.path()), bound);
      case Initializer.Normal(double deviation) ->
          normal(values, key(seed, parameter.path()), deviation);
    }
    return new Tensor(parameter.shape(), values);
  }

  private static void uniform(float[] values, long key, double bound) {
    for (int i = 0; i < values.length; i++) {
      // 24 bits: then even after rounding to float the upper bound itself is never reached.
      double unit = (draw(key, i) >>> 40) * 0x1p-24;
      values[i] = (float) (bound * (2 * unit - 1));
    }
  }

  private static void normal(float[] values, long key, double deviation) {
    for (int i = 0; i < values.length; i += 2) {
      // In (0, 1], so that the logarithm is finite.
      double first = ((draw(key, i) >>> 11) + 1) * 0x1p-53;
      double second = (draw(key, i + 1L) >>> 11) * 0x1p-53;
      double radius = deviation * Math.sqrt(-2 * StrictMath.log(first));
      double angle = 2 * Math.PI * second;
      values[i] = (float) (radius * StrictMath.cos(angle));
      if (i + 1 < values.length) {
        values[i + 1] = (float) (radius * StrictMath.sin(angle));
      }
    }
  }

  /** Output {@code n} of SplitMix64 started at {@code key}. */
  private static long draw(long key, long n) {
    long z = key + (n + 1) * GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static long key(long seed, String path) {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    byte[] message = ByteBuffer.allocate(Long.BYTES + name.length).putLong(seed).put(name).array();
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(message)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
