package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sec.compiler.ir.Network;
import sec.compiler.model.Chain;
import sec.compiler.model.Element;
import sec.compiler.model.Parameter;
import sec.compiler.model.PathWords;
import sec.compiler.model.Template;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/** The classes of one network, each written when it is first needed. */
final class DjlProgram {
  /** The variable that says what stands in slots. */
  static final String SLOTS = "slots";

  private final JavaClasses classes;
  private final SlotSizes slotSizes;
  private final Map<Key, Signature> templates = new HashMap<>();
  private final Map<ContentKey, Signature> contents = new HashMap<>();
  private final Set<Key> refused = new HashSet<>();

  private record Key(Template template, boolean map) {}

  private record ContentKey(Chain chain, boolean map) {}

  /** Starts the program of {@code network}, whose classes stand among {@code classes}. */
  DjlProgram(Network network, JavaClasses classes) {
    this.classes = classes;
    this.slotSizes = new SlotSizes(network.root());
  }

  JavaClasses classes() {
    return classes;
  }

  SlotSizes slotSizes() {
    return slotSizes;
  }

  /** The class of pools that leave padding out. */
  ClassName insidePool() {
    return support("InsidePool");
  }

  /** A class that does not come from the network; it is written out when it is asked for. */
  ClassName support(String name) {
    return classes.support(name);
  }

  /** A layer that DJL does not have; what it extends comes with it. */
  ClassName layer(String name) {
    support("Layer");
    return support(name);
  }

  /** The class of a block, for an input that is a map or a vector. */
  Signature template(Template template, boolean map) {
    Key key = new Key(template, map);
    Signature known = templates.get(key);
    if (known != null) {
      return known;
    }
    Signature signature = new TemplateClass(this, template).write(variables(map));
    templates.put(key, signature);
    return signature;
  }

  /**
   * The construction of one block, its arguments known, from the class for all of them; empty where
   * there can be none, or where that class would ask what stands in its slots.
   */
  Optional<CodeBlock> constructed(Template block, Map<String, Value> arguments, Dims in) {
    if (refused.contains(new Key(block, in.map()))) {
      return Optional.empty();
    }
    JavaClasses before = classes.copy();
    Map<Key, Signature> templatesBefore = new HashMap<>(templates);
    Map<ContentKey, Signature> contentsBefore = new HashMap<>(contents);
    try {
      Signature signature = template(block, in.map());
      if (!signature.slots()) {
        Map<String, Term> values = new HashMap<>();
        arguments.forEach((name, value) -> values.put(name, Terms.of(value)));
        return Optional.of(
            construct(signature, block, new Scope(values, in), CodeBlock.of(""), new TreeSet<>()));
      }
    } catch (NotOneClassException e) {
      // Then this one has a class of its own.
    }
    // What was written on the way, and found to be of no use.
    classes.reset(before);
    restore(templates, templatesBefore);
    restore(contents, contentsBefore);
    refused.add(new Key(block, in.map()));
    return Optional.empty();
  }

  private static <K, V> void restore(Map<K, V> map, Map<K, V> before) {
    map.clear();
    map.putAll(before);
  }

  static Dims variables(boolean map) {
    Whole c = Whole.variable("c");
    return map ? Dims.map(c, Whole.variable("h"), Whole.variable("w")) : Dims.vector(c);
  }

  /**
   * {@code new SE(c, r)}: the construction of a block whose parameters are those of {@code inner}.
   */
  CodeBlock construct(
      Signature signature, Template block, Scope inner, CodeBlock slots, Set<String> reads) {
    Map<String, Type> types = new HashMap<>();
    block.parameters().forEach(p -> types.put(p.name(), p.type()));
    return construct(signature, types, inner.parameters(), inner.entry(), slots, reads);
  }

  private CodeBlock construct(
      Signature signature,
      Map<String, Type> types,
      Map<String, Term> values,
      Dims in,
      CodeBlock slots,
      Set<String> reads) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (String size : signature.sizes()) {
      Whole value =
          switch (size) {
            case "c" -> in.c();
            case "h" -> in.h();
            default -> in.w();
          };
      reads.addAll(value.names());
      arguments.add(CodeBlock.of("$L", value.text()));
    }
    for (String name : signature.parameters()) {
      Term value = values.get(name);
      Type type = types.get(name);
      if (value == null || type == null) {
        throw new NotOneClassException(name + " has no value here");
      }
      reads.addAll(value.names());
      arguments.add(Parameters.argument(value, type));
    }
    if (signature.slots()) {
      arguments.add(slots);
    }
    return CodeBlock.of("new $T($L)", signature.type(), CodeBlock.join(arguments, ",$W"));
  }

  /**
   * The construction of what stands in a slot.
   *
   * @param chain the content
   * @param className what its class is called, if it needs one
   * @param doc of that class
   * @param owner whose parameters it sees
   * @param values of what it sees
   * @param in sizes of the slot
   * @param reads receives the variables that the construction reads
   */
  CodeBlock content(
      Chain chain,
      String className,
      String doc,
      Content owner,
      Map<String, Term> values,
      Dims in,
      Set<String> reads) {
    boolean onlyBlocks =
        chain.elements().stream().allMatch(element -> element instanceof Element.BlockUse);
    if (onlyBlocks) {
      return blocks(chain, owner.slots(), new Scope(values, in), reads);
    }
    ContentKey key = new ContentKey(chain, in.map());
    Signature signature = contents.get(key);
    if (signature == null) {
      signature =
          new TemplateClass(this, owner.template())
              .content(chain, className, doc, owner.parameters(), variables(in.map()));
      contents.put(key, signature);
    }
    watch(signature);
    Map<String, Type> types = new HashMap<>();
    owner.parameters().forEach(p -> types.put(p.name(), p.type()));
    return construct(signature, types, values, in, owner.slots(), reads);
  }

  /**
   * Where the content of a slot is written.
   *
   * @param template the net or block whose body it belongs to
   * @param parameters what it sees
   * @param slots Java for what stands in slots below it
   */
  record Content(Template template, List<Parameter> parameters, CodeBlock slots) {}

  private CodeBlock blocks(Chain chain, CodeBlock slots, Scope scope, Set<String> reads) {
    CodeBlock.Builder code = CodeBlock.builder().add("new $T()", support("Chain"));
    PathNames names = new PathNames(List.of(), PathWords.indexed(chain));
    Dims dims = scope.entry();
    for (Element element : chain.elements()) {
      Element.BlockUse use = (Element.BlockUse) element;
      String name = names.next(use.block().name()).text();
      Signature signature = template(use.block(), dims.map());
      watch(signature);
      Scope inner = scope.inside(use.block(), use.arguments(), dims);
      CodeBlock within = CodeBlock.of("$L.within($L)", slots, name);
      CodeBlock made = construct(signature, use.block(), inner, within, reads);
      code.add(".then($L, $L)", name, made);
      if (signature.slots()) {
        reads.add(SLOTS);
      }
      dims =
          new DimensionWalk(
                  use.block(), scope.inside(use.block(), use.arguments(), dims), slotSizes)
              .body(use.block().body(), dims);
    }
    return code.build();
  }

  private void watch(Signature signature) {
    if (!classes.fullSizes()
        && (signature.sizes().contains("h") || signature.sizes().contains("w"))) {
      classes.needFullSizes();
    }
  }

  /** {@code c} or {@code c, h, w} of a slot. */
  String slotSizeArguments(Dims in, Set<String> reads) {
    Set<String> used = new TreeSet<>(in.c().names());
    String text = in.c().text();
    if (classes.fullSizes()) {
      used.addAll(in.h().names());
      used.addAll(in.w().names());
      text += ", " + in.h().text() + ", " + in.w().text();
    }
    reads.addAll(used);
    return text;
  }
}
