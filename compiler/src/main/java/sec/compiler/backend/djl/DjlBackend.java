package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.SourceVersion;
import sec.compiler.ir.Assembly;
import sec.compiler.ir.Network;

/**
 * Writes a network as Java that a person would have written with DJL: one class a block, its
 * parameters, the sizes it uses and its slots as constructor arguments, conditions and repeats as
 * code. It depends on DJL alone.
 */
public final class DjlBackend {
  private final Network network;
  private final String packageName;

  private DjlBackend(Network network, String packageName) {
    this.network = network;
    this.packageName = packageName;
  }

  /** Java for {@code network}, in a package called like it. */
  public static JavaProgram generate(Network network) {
    String name = network.name().toLowerCase(Locale.ROOT).replace("_", "");
    return generate(network, SourceVersion.isKeyword(name) ? name + "net" : name);
  }

  /** Java for {@code network}, in the given package. */
  public static JavaProgram generate(Network network, String packageName) {
    DjlBackend backend = new DjlBackend(network, packageName);
    try {
      DjlProgram program = new DjlProgram(network, packageName, false);
      ClassName main = backend.write(program);
      if (program.needsFullSizes()) {
        program = new DjlProgram(network, packageName, true);
        main = backend.write(program);
      }
      return new JavaProgram(packageName, main.simpleName(), backend.sources(program));
    } catch (NotOneClassException e) {
      return generateInstances(network, packageName);
    }
  }

  /**
   * Java with one class for each distinct instance of a block, its numbers known and its slots
   * filled: for networks that have something no class can say for every use of a block.
   */
  public static JavaProgram generateInstances(Network network, String packageName) {
    DjlProgram program = new DjlProgram(network, packageName, false);
    ClassName main = new InstanceProgram(program, network).write();
    return new JavaProgram(
        packageName, main.simpleName(), new DjlBackend(network, packageName).sources(program));
  }

  private ClassName write(DjlProgram program) {
    Assembly assembly = network.assembly();
    Map<String, Term> defaults = new LinkedHashMap<>();
    assembly.arguments().forEach((name, value) -> defaults.put(name, Terms.of(value)));
    ClassName variant = assembly.grafts().isEmpty() ? null : program.newClass(network.name());
    Signature net =
        new TemplateClass(program, assembly.net())
            .writeNet(Dims.of(assembly.input()), defaults, variant);
    if (variant == null) {
      return net.type();
    }
    new VariantClass(program, network, net).write(variant);
    return variant;
  }

  private Map<String, String> sources(DjlProgram program) {
    Map<String, String> sources = new LinkedHashMap<>(program.sources());
    for (String name : program.supports()) {
      sources.put(name + ".java", support(name, program));
    }
    return sources;
  }

  private String support(String name, DjlProgram program) {
    try (InputStream stream = DjlBackend.class.getResourceAsStream(name + ".java.txt")) {
      if (stream == null) {
        throw new IllegalStateException("no resource for " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return (program.fullSizes() ? text : channelsOnly(text)).replace("${package}", packageName);
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
