package sec.runtime.compile;

import ai.djl.nn.Block;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import sec.compiler.backend.djl.JavaProgram;
import sec.runtime.EnvironmentException;

/**
 * Compiles a generated program with the JDK's own compiler and loads it, all in memory.
 *
 * <p>Every lint is on and a warning is as bad as an error: what the compiler writes must be as
 * clean as code written by hand. Each program gets a class loader of its own, so that two programs
 * with the same class names do not meet, and both can be collected once their blocks are.
 */
public final class InMemoryCompiler {
  // Serialisation is not what generated blocks are for; class files of others are not our matter.
  private static final List<String> OPTIONS =
      List.of("-Xlint:all,-serial,-processing,-options,-classfile,-path", "-proc:none", "-g");

  private final JavaCompiler compiler;

  private InMemoryCompiler(JavaCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * The running JDK's compiler.
   *
   * @throws EnvironmentException if Java runs from a JRE, which has none
   */
  public static InMemoryCompiler ofJdk() throws EnvironmentException {
    return of(ToolProvider.getSystemJavaCompiler());
  }

  static InMemoryCompiler of(@Nullable JavaCompiler compiler) throws EnvironmentException {
    if (compiler == null) {
      throw new EnvironmentException(
          "Training compiles the network's Java, which needs a JDK 21 or newer; "
              + System.getProperty("java.home")
              + " (Java "
              + Runtime.version().feature()
              + ") is a JRE without a compiler. Install a JDK and point JAVA_HOME at it.");
    }
    return new InMemoryCompiler(compiler);
  }

  /**
   * The network of a program, which starts with the weights of seed 0.
   *
   * @throws CompilationException if the program does not compile cleanly, or its main class is no
   *     block or cannot be made
   */
  public Block newBlock(JavaProgram program) {
    Class<?> main = load(program);
    try {
      return main.asSubclass(Block.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw new CompilationException("The network's class " + main.getName() + " fails", e);
    }
  }

  /**
   * The loaded main class of a program.
   *
   * @throws CompilationException if the program does not compile cleanly
   */
  public Class<?> load(JavaProgram program) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (ClassesInMemory files =
        new ClassesInMemory(
            compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8))) {
      List<String> options =
          Stream.concat(OPTIONS.stream(), Stream.of("-classpath", classPath())).toList();
      boolean done = compiler.getTask(null, files, found, options, null, sources(program)).call();
      List<String> findings =
          found.getDiagnostics().stream()
              .filter(finding -> finding.getKind() != Diagnostic.Kind.NOTE)
              .map(InMemoryCompiler::described)
              .toList();
      if (!done || !findings.isEmpty()) {
        throw new CompilationException(
            "The Java written for " + program.mainClass() + " does not compile cleanly", findings);
      }
      return files.loader(Block.class.getClassLoader()).loadClass(program.qualifiedMainClass());
    } catch (ClassNotFoundException e) {
      throw new CompilationException("No source declares " + program.qualifiedMainClass(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<SourceFile> sources(JavaProgram program) {
    String folder =
        program.packageName().isEmpty() ? "" : program.packageName().replace('.', '/') + "/";
    return program.sources().entrySet().stream()
        .map(file -> new SourceFile(folder + file.getKey(), file.getValue()))
        .toList();
  }

  /** The running class path, and where DJL comes from should another loader have brought it. */
  private static String classPath() {
    Set<String> entries = new LinkedHashSet<>();
    entries.add(System.getProperty("java.class.path", ""));
    CodeSource djl = Block.class.getProtectionDomain().getCodeSource();
    if (djl != null) {
      try {
        entries.add(Path.of(djl.getLocation().toURI()).toString());
      } catch (URISyntaxException | IllegalArgumentException e) {
        // Not a file: then the class path has to do, and the Java compiler says what it misses.
      }
    }
    return entries.stream()
        .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String described(Diagnostic<? extends JavaFileObject> finding) {
    String what =
        finding.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ')
            + ": "
            + finding.getMessage(Locale.ROOT);
    JavaFileObject source = finding.getSource();
    if (source == null) {
      return what;
    }
    String file = source.getName().substring(source.getName().lastIndexOf('/') + 1);
    return file + ":" + finding.getLineNumber() + ": " + what + line(source, finding);
  }

  private static String line(JavaFileObject source, Diagnostic<?> finding) {
    if (finding.getLineNumber() == Diagnostic.NOPOS) {
      return "";
    }
    try {
      return source
          .getCharContent(true)
          .toString()
          .lines()
          .skip(finding.getLineNumber() - 1)
          .findFirst()
          .map(text -> "\n    " + text.strip())
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
