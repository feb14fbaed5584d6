package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import sec.compiler.source.Source;

/** The classes of some networks, by package. What reads the same is one class. */
final class JavaClasses {
  /** By support class, the one that it extends or uses: that comes with it. */
  private static final Map<String, String> COMPANIONS =
      Map.ofEntries(
          Map.entry("ChannelConv", "Layer"),
          Map.entry("ChannelLayerNorm", "Layer"),
          Map.entry("DropPath", "Scalar"),
          Map.entry("GroupNorm", "Layer"),
          Map.entry("GroupedLinear", "Layer"),
          Map.entry("Nonlinearity", "Scalar"),
          Map.entry("OverPlaces", "Scalar"),
          Map.entry("PlaceAttention", "Scalar"),
          Map.entry("Prelu", "Layer"),
          Map.entry("ResponseNorm", "Scalar"),
          Map.entry("TransposedConv", "Layer"));

  private final JavaLayout layout;
  private final boolean fullSizes;
  private Map<String, ClassNames> names = new HashMap<>();
  private Map<String, String> sources = new LinkedHashMap<>();
  private Map<String, ClassName> byText = new HashMap<>();
  private Set<String> supports = new TreeSet<>();
  private boolean needsFullSizes;

  /**
   * Starts without classes.
   *
   * @param layout where they belong
   * @param fullSizes whether slots hand on H and W beside C
   */
  JavaClasses(JavaLayout layout, boolean fullSizes) {
    this.layout = layout;
    this.fullSizes = fullSizes;
  }

  boolean fullSizes() {
    return fullSizes;
  }

  /** Whether something that stands in a slot asks for H or W, which were not handed on. */
  boolean needsFullSizes() {
    return needsFullSizes;
  }

  void needFullSizes() {
    needsFullSizes = true;
  }

  /** Texts by path below the root package's folder, without the support classes. */
  Map<String, String> sources() {
    return sources;
  }

  /** The support classes that the classes so far need. */
  Set<String> supports() {
    return supports;
  }

  /** A class that comes from no declaration; it is written out when it is asked for. */
  ClassName support(String name) {
    supports.add(name);
    String companion = COMPANIONS.get(name);
    if (companion != null) {
      supports.add(companion);
    }
    return ClassName.get(layout.root(), name);
  }

  /**
   * A class made from a declaration in {@code from}, if from any: a new one, or one that reads the
   * same.
   */
  ClassName add(Optional<Source> from, String wanted, Function<ClassName, TypeSpec> written) {
    return add(from, wanted, written, written);
  }

  /**
   * A class made from a declaration in {@code from}.
   *
   * @param wanted what it is called, if the name is free
   * @param compared what must be equal for it to be the same as another one
   * @param written what is written, under the name that it gets
   */
  ClassName add(
      Optional<Source> from,
      String wanted,
      Function<ClassName, TypeSpec> compared,
      Function<ClassName, TypeSpec> written) {
    String packageName = from.map(layout::packageOf).orElse(layout.root());
    ClassName draft = ClassName.get(packageName, Identifiers.capital(wanted));
    String text = TemplateClass.text(draft, compared.apply(draft));
    ClassName known = byText.get(text);
    if (known != null) {
      return known;
    }
    ClassName type =
        ClassName.get(
            packageName, names.computeIfAbsent(packageName, name -> new ClassNames()).next(wanted));
    byText.put(text, type);
    sources.put(layout.file(type), TemplateClass.text(type, written.apply(type)));
    return type;
  }

  /** All of this, to go back to. */
  JavaClasses copy() {
    JavaClasses copy = new JavaClasses(layout, fullSizes);
    copy.reset(this);
    return copy;
  }

  /** Forgets what came after {@code before} was copied. */
  void reset(JavaClasses before) {
    names = new HashMap<>();
    before.names.forEach((name, taken) -> names.put(name, taken.copy()));
    sources = new LinkedHashMap<>(before.sources);
    byText = new HashMap<>(before.byText);
    supports = new TreeSet<>(before.supports);
    needsFullSizes = before.needsFullSizes;
  }
}
