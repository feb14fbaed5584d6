package sec.compiler.backend.djl;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import sec.compiler.values.Value;

/** The classes of one network, each written when it is first needed. */
final class DjlProgram {
  /** The variable that says what stands in slots. */
  static final String SLOTS = "slots";

  private final JavaClasses classes;
  private final SlotSizes slotSizes;
  private final Map<Key, Signature> templates = new HashMap<>();
  private final Map<ContentKey, Signature> contents = new HashMap<>();
  private final Map<Key, NotOneClassException> refused = new HashMap<>();

  private record Key(Template template, boolean map, Map<String, Term> given) {}

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

  /**
   * The class of a block, for an input that is a map or a vector. Where no class can be given
   * blocks, it is the class for those that stand among {@code arguments}.
   */
  Signature template(Template template, boolean map, Map<String, Term> arguments) {
    Map<String, Term> given = new LinkedHashMap<>();
    arguments.forEach(
        (name, value) -> {
          if (value instanceof Term.Given block) {
            given.put(name, block.closed());
          }
        });
    Signature known = templates.get(new Key(template, map, given));
    if (known != null) {
      return known;
    }
    Optional<Signature> open = attempt(new Key(template, map, Map.of()));
    if (open.isPresent()) {
      return open.get();
    }
    Key key = new Key(template, map, given);
    if (given.isEmpty()) {
      throw requireNonNull(refused.get(key));
    }
    Signature signature = new TemplateClass(this, template).write(variables(map), given);
    templates.put(key, signature);
    return signature;
  }

  private Optional<Signature> attempt(Key key) {
    Signature known = templates.get(key);
    if (known != null || refused.containsKey(key)) {
      return Optional.ofNullable(known);
    }
    State before = state();
    try {
      Signature signature =
          new TemplateClass(this, key.template()).write(variables(key.map()), key.given());
      templates.put(key, signature);
      return Optional.of(signature);
    } catch (NotOneClassException e) {
      reset(before);
      refused.put(key, e);
      return Optional.empty();
    }
  }

  /**
   * The construction of one block, its arguments known, from the class for all of them; empty where
   * there can be none, or where that class would ask what stands in its slots.
   */
  Optional<CodeBlock> constructed(Template block, Map<String, Value> arguments, Dims in) {
    Key refusal = new Key(block, in.map(), Map.of("", new Term.Nothing()));
    if (refused.containsKey(refusal)) {
      return Optional.empty();
    }
    State before = state();
    try {
      Map<String, Term> values = new LinkedHashMap<>();
      arguments.forEach((name, value) -> values.put(name, Terms.of(value)));
      Signature signature = template(block, in.map(), values);
      if (!signature.slots()) {
        return Optional.of(
            construct(signature, block, new Scope(values, in), CodeBlock.of(""), new TreeSet<>()));
      }
      refused.put(refusal, new NotOneClassException(block.name() + " has slots"));
    } catch (NotOneClassException e) {
      refused.put(refusal, e);
    }
    // What was written on the way was found to be of no use.
    reset(before);
    return Optional.empty();
  }

  private record State(
      JavaClasses classes, Map<Key, Signature> templates, Map<ContentKey, Signature> contents) {}

  private State state() {
    return new State(classes.copy(), new HashMap<>(templates), new HashMap<>(contents));
  }

  private void reset(State before) {
    classes.reset(before.classes());
    templates.clear();
    templates.putAll(before.templates());
    contents.clear();
    contents.putAll(before.contents());
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
    return construct(
        signature, block.parameters(), block, inner.parameters(), inner.entry(), slots, reads);
  }

  private CodeBlock construct(
      Signature signature,
      List<Parameter> parameters,
      Template owner,
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
    for (Parameter parameter : parameters) {
      if (signature.parameters().contains(parameter.name())) {
        Term value = values.get(parameter.name());
        if (value == null) {
          throw new NotOneClassException(parameter.name() + " has no value here");
        }
        arguments.add(argument(value, parameter, owner, signature.blocks(), reads));
      }
    }
    if (signature.slots()) {
      arguments.add(slots);
    }
    return CodeBlock.of("new $T($L)", signature.type(), CodeBlock.join(arguments, ",$W"));
  }

  /**
   * An argument of a construction.
   *
   * @param value what is given
   * @param parameter for which parameter
   * @param owner the block that it belongs to
   * @param blocks whether the input is a map, of its parameters that are blocks
   * @param reads receives the variables that the argument reads
   */
  CodeBlock argument(
      Term value,
      Parameter parameter,
      Template owner,
      Map<String, Boolean> blocks,
      Set<String> reads) {
    reads.addAll(value.names());
    return value instanceof Term.Given given
        ? new GivenBlocks(this)
            .function(
                given,
                owner,
                blocks.getOrDefault(Identifiers.parameter(parameter.name()), true),
                reads)
        : Parameters.argument(value, parameter);
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
              .content(chain, className, doc, owner, variables(in.map()));
      contents.put(key, signature);
    }
    watch(signature);
    if (signature.slots()) {
      reads.add(SLOTS);
    }
    return construct(
        signature, owner.parameters(), owner.template(), values, in, owner.slots(), reads);
  }

  /**
   * Where the content of a slot is written.
   *
   * @param template the net or block whose body it belongs to
   * @param parameters what it sees
   * @param slots Java for what stands in slots below it
   * @param common whether it belongs to no file in particular
   */
  record Content(Template template, List<Parameter> parameters, CodeBlock slots, boolean common) {}

  private CodeBlock blocks(Chain chain, CodeBlock slots, Scope scope, Set<String> reads) {
    CodeBlock.Builder code = CodeBlock.builder().add("new $T()", support("Chain"));
    PathNames names = new PathNames(List.of(), PathWords.indexed(chain));
    Dims dims = scope.entry();
    for (Element element : chain.elements()) {
      Element.BlockUse use = (Element.BlockUse) element;
      String name = names.next(use.block().name()).text();
      Scope inner = scope.inside(use.block(), use.arguments(), dims);
      Signature signature = template(use.block(), dims.map(), inner.parameters());
      watch(signature);
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
