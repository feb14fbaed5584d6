package constructs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import ai.djl.util.Pair;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a network by their path, {@code stage3.Bottleneck.4.conv.1.weight}: their
 * values at the start of training, and files of them.
 */
public final class Weights {
  /** He et al. 2015: normal, with a deviation of sqrt(2 / outputs that one input reaches). */
  private static final Initializer KAIMING =
      new XavierInitializer(RandomType.GAUSSIAN, FactorType.OUT, 2);

  /** Glorot and Bengio 2010: uniform, within sqrt(6 / (inputs + outputs)). */
  private static final Initializer XAVIER =
      new XavierInitializer(RandomType.UNIFORM, FactorType.AVG, 3);

  private static final Initializer NORMAL = new NormalInitializer(0.01f);

  private Weights() {}

  /**
   * Says how the weight of a layer starts; unless by default, its bias starts at zero.
   *
   * @param how default (uniform within 1 / sqrt(inputs that meet in one output)), kaiming, xavier,
   *     normal (with a deviation of 0.01), zeros, or ones
   * @param layer the layer
   * @return the layer
   */
  public static Block starting(String how, Block layer) {
    if (how.equals("default")) {
      return layer;
    }
    Initializer initializer =
        switch (how) {
          case "kaiming" -> KAIMING;
          case "xavier" -> XAVIER;
          case "normal" -> NORMAL;
          case "zeros" -> Initializer.ZEROS;
          case "ones" -> Initializer.ONES;
          default -> throw new IllegalArgumentException("no initialiser is called " + how);
        };
    layer.setInitializer(initializer, Parameter.Type.WEIGHT);
    layer.setInitializer(initializer, Parameter.Type.GAMMA);
    return layer;
  }

  /**
   * Has every parameter start at values that follow from a seed, its path and its shape alone, so
   * that they are the same wherever the network runs and whatever stands around a layer. It takes
   * effect when the network is initialized; {@link Block#setInitializer} afterwards overrides it.
   */
  public static void start(Block network, long seed) {
    start("", network, seed);
  }

  private static void start(String path, Block block, long seed) {
    Parameter weight = null;
    boolean standard = false;
    for (Pair<String, Parameter> named : block.getDirectParameters()) {
      Parameter parameter = named.getValue();
      long key = key(seed, below(path, role(named.getKey())));
      if (parameter.getType() == Parameter.Type.WEIGHT) {
        weight = parameter;
        Initializer before = parameter.getInitializer();
        Initializer now = before instanceof Drawn ? ((Drawn) before).like : before;
        standard = now == Parameter.Type.WEIGHT.getInitializer();
        if (standard || now == KAIMING || now == XAVIER || now == NORMAL) {
          parameter.setInitializer(new Drawn(now, weight, key));
        }
      } else if (parameter.getType() == Parameter.Type.BIAS && standard) {
        parameter.setInitializer(new Drawn(weight.getType().getInitializer(), weight, key));
      }
    }
    for (Pair<String, Block> child : block.getChildren()) {
      start(below(path, step(child.getKey())), child.getValue(), seed);
    }
  }

  /**
   * Numbers of a stream of their own.
   *
   * @param like which distribution they have
   * @param weight (out, in, ...), whose bias this may be for
   * @param key of the stream
   */
  private record Drawn(Initializer like, Parameter weight, long key) implements Initializer {
    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType type) {
      double inputs = (double) weight.getShape().size() / weight.getShape().get(0);
      double outputs = (double) weight.getShape().size() / weight.getShape().get(1);
      float[] values = new float[Math.toIntExact(shape.size())];
      if (like == KAIMING) {
        normal(values, Math.sqrt(2.0 / outputs));
      } else if (like == NORMAL) {
        normal(values, 0.01);
      } else if (like == XAVIER) {
        uniform(values, Math.sqrt(6.0 / (inputs + outputs)));
      } else {
        uniform(values, 1 / Math.sqrt(inputs));
      }
      return manager.create(values, shape).toType(type, false);
    }

    private void uniform(float[] values, double bound) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (bound * (2 * ((draw(key, i) >>> 40) * 0x1p-24) - 1));
      }
    }

    /** After Box and Muller (1958). */
    private void normal(float[] values, double deviation) {
      for (int i = 0; i < values.length; i += 2) {
        double first = ((draw(key, i) >>> 11) + 1) * 0x1p-53;
        double angle = 2 * Math.PI * ((draw(key, i + 1L) >>> 11) * 0x1p-53);
        double radius = deviation * Math.sqrt(-2 * StrictMath.log(first));
        values[i] = (float) (radius * StrictMath.cos(angle));
        if (i + 1 < values.length) {
          values[i + 1] = (float) (radius * StrictMath.sin(angle));
        }
      }
    }
  }

  /** Number {@code n} of the stream that begins at {@code key}: SplitMix64 (Steele et al. 2014). */
  private static long draw(long key, long n) {
    long z = key + (n + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static long key(long seed, String path) {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    byte[] text = ByteBuffer.allocate(Long.BYTES + name.length).putLong(seed).put(name).array();
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** All parameters and running statistics by path. */
  public static Map<String, Parameter> of(Block network) {
    Map<String, Parameter> found = new LinkedHashMap<>();
    collect("", network, found);
    return found;
  }

  private static void collect(String path, Block block, Map<String, Parameter> found) {
    for (Pair<String, Parameter> named : block.getDirectParameters()) {
      found.put(below(path, role(named.getKey())), named.getValue());
    }
    for (Pair<String, Block> child : block.getChildren()) {
      collect(below(path, step(child.getKey())), child.getValue(), found);
    }
  }

  /**
   * Overwrites all parameters of an initialized network.
   *
   * @param network the network
   * @param file safetensors, as {@link #save} or training writes them
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it holds the weights of another network; nothing is written
   *     then
   */
  public static void load(Block network, Path file) throws IOException {
    Map<String, Parameter> parameters = of(network);
    try (NDManager manager = NDManager.newBaseManager();
        InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      Map<String, NDArray> values = new LinkedHashMap<>();
      NDList.decode(manager, stream).forEach(array -> values.put(array.getName(), array));
      check(file, parameters, values);
      parameters.forEach((path, parameter) -> write(values.get(path), parameter.getArray()));
    }
  }

  private static void check(
      Path file, Map<String, Parameter> parameters, Map<String, NDArray> values) {
    List<String> faults = new ArrayList<>();
    parameters.forEach(
        (path, parameter) -> {
          NDArray value = values.get(path);
          if (value == null) {
            faults.add(path + " is missing");
          } else if (!value.getShape().equals(parameter.getArray().getShape())) {
            faults.add(
                path + " is " + value.getShape() + ", not " + parameter.getArray().getShape());
          }
        });
    values.keySet().stream()
        .filter(path -> !parameters.containsKey(path))
        .forEach(path -> faults.add(path + " is not in the network"));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          file + " holds the weights of another network: " + String.join("; ", faults));
    }
  }

  private static void write(NDArray value, NDArray parameter) {
    try (NDArray target = parameter.stopGradient();
        NDArray here = value.toDevice(parameter.getDevice(), false);
        NDArray source = here.toType(parameter.getDataType(), false)) {
      target.set(new NDIndex("..."), source);
    }
  }

  /** Writes all parameters of an initialized network to a safetensors file. */
  public static void save(Block network, Path file) throws IOException {
    NDList arrays = new NDList();
    of(network)
        .forEach(
            (path, parameter) -> {
              NDArray array = parameter.getArray().duplicate();
              array.setName(path);
              arrays.add(array);
            });
    try (NDList all = arrays;
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
      all.encode(stream, NDList.Encoding.SAFETENSORS);
    }
  }

  /** DJL numbers the children of a block, {@code 01conv}. */
  private static String step(String child) {
    return child.replaceFirst("^\\d+", "").replaceAll("\\[(\\d+)]", ".$1");
  }

  /** What DJL calls the parameters of normalisations is called otherwise in files. */
  private static String role(String name) {
    return switch (name) {
      case "gamma" -> "weight";
      case "beta" -> "bias";
      case "runningMean" -> "running_mean";
      case "runningVar" -> "running_var";
      default -> name;
    };
  }

  private static String below(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }
}
