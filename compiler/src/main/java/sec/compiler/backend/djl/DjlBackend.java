package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import sec.compiler.ir.Network;

/**
 * Writes networks as Java that a person would have written with DJL: one class a block, its
 * parameters, the sizes it uses and its slots as constructor arguments, conditions and repeats as
 * code. It depends on DJL alone.
 */
public final class DjlBackend {
  private final List<Network> networks;
  private final JavaLayout layout;

  private DjlBackend(List<Network> networks, JavaLayout layout) {
    this.networks = networks;
    this.layout = layout;
  }

  /** Java for {@code network}, in a package called like it. */
  public static JavaProgram generate(Network network) {
    return generate(network, JavaLayout.word(network.name()));
  }

  /** Java for {@code network}, in the given package. */
  public static JavaProgram generate(Network network, String packageName) {
    return new DjlBackend(List.of(network), JavaLayout.flat(packageName)).all().getFirst();
  }

  /**
   * Java for several networks, a program for each, all with the same sources: a package below
   * {@code packageName} for each file of declarations, and what several networks use is written
   * once. What they have from the standard library's blocks stands in {@code packageName} itself.
   */
  public static List<JavaProgram> generateAll(List<Network> networks, String packageName) {
    return new DjlBackend(networks, JavaLayout.byFile(packageName)).all();
  }

  /**
   * Java with one class for each distinct instance of a block, its numbers known and its slots
   * filled: for networks that have something no class can say for every use of a block.
   */
  public static JavaProgram generateInstances(Network network, String packageName) {
    return new DjlBackend(List.of(network), JavaLayout.flat(packageName))
        .programs(classes -> List.of(instances(network, classes)))
        .getFirst();
  }

  private List<JavaProgram> all() {
    return programs(this::write);
  }

  /** The programs of what {@code write} writes: once more where slots have to hand on H and W. */
  private List<JavaProgram> programs(Function<JavaClasses, List<ClassName>> write) {
    JavaClasses classes = new JavaClasses(layout, false);
    List<ClassName> mains = write.apply(classes);
    if (classes.needsFullSizes()) {
      classes = new JavaClasses(layout, true);
      mains = write.apply(classes);
    }
    return programs(classes, mains);
  }

  private List<ClassName> write(JavaClasses classes) {
    NetClasses nets = new NetClasses(networks, classes);
    List<ClassName> mains = new ArrayList<>();
    for (Network network : networks) {
      JavaClasses before = classes.copy();
      try {
        mains.add(nets.write(network));
      } catch (NotOneClassException e) {
        classes.reset(before);
        mains.add(instances(network, classes));
      }
    }
    return mains;
  }

  private static ClassName instances(Network network, JavaClasses classes) {
    return new InstanceProgram(new DjlProgram(network, classes), network).write();
  }

  private List<JavaProgram> programs(JavaClasses classes, List<ClassName> mains) {
    Map<String, String> sources = new TreeMap<>(classes.sources());
    for (String name : classes.supports()) {
      sources.put(name + ".java", support(name, classes.fullSizes()));
    }
    return mains.stream()
        .map(main -> new JavaProgram(layout.root(), layout.name(main), sources))
        .toList();
  }

  private String support(String name, boolean fullSizes) {
    try (InputStream stream = DjlBackend.class.getResourceAsStream(name + ".java.txt")) {
      if (stream == null) {
        throw new IllegalStateException("no resource for " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return (fullSizes ? text : channelsOnly(text)).replace("${package}", layout.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Slots hand on H and W only where something in them asks. */
  private static String channelsOnly(String text) {
    return text.replace("int c, int h, int w", "int c")
        .replace("path, c, h, w", "path, c")
        .replaceAll("(?m)^   \\* @param [hw] .*\\n", "");
  }
}
