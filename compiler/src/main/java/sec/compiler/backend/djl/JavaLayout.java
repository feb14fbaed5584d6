package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import sec.compiler.source.Source;

/** Which package a class belongs to. */
final class JavaLayout {
  private static final String STANDARD = "<library>/std/";

  private final String root;
  private final boolean byFile;
  private final Map<String, String> packages = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private JavaLayout(String root, boolean byFile) {
    this.root = root;
    this.byFile = byFile;
  }

  /** One package for everything. */
  static JavaLayout flat(String root) {
    return new JavaLayout(root, false);
  }

  /**
   * A package below {@code root} for each file of declarations; what comes from the standard
   * library's blocks, or from no file, stands in {@code root} itself.
   */
  static JavaLayout byFile(String root) {
    return new JavaLayout(root, true);
  }

  String root() {
    return root;
  }

  /** The package of what is made from declarations in {@code source}. */
  String packageOf(Source source) {
    return !byFile || source.name().startsWith(STANDARD)
        ? root
        : packages.computeIfAbsent(source.name(), name -> fresh(JavaDoc.file(source)));
  }

  private String fresh(String file) {
    String base = word(file.replaceFirst("\\.[^.]*$", ""));
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + i;
    }
    return root.isEmpty() ? name : root + "." + name;
  }

  /** A word that a package may be called. */
  static String word(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return plain.isEmpty() || Character.isDigit(plain.charAt(0)) || SourceVersion.isKeyword(plain)
        ? "net" + plain
        : plain;
  }

  /** The name of a class, from the root package. */
  String name(ClassName type) {
    return file(type).replaceFirst("\\.java$", "").replace('/', '.');
  }

  /** The file of a class, from the root package's folder. */
  String file(ClassName type) {
    String below = type.packageName().substring(root.length()).replaceFirst("^\\.", "");
    return (below.isEmpty() ? "" : below.replace('.', '/') + "/") + type.simpleName() + ".java";
  }
}
