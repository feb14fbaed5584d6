package sec.compiler.backend.djl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import sec.compiler.ir.Assembly;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.model.Chain;
import sec.compiler.model.Definition;
import sec.compiler.model.Element;
import sec.compiler.model.Parameter;
import sec.compiler.model.Variant;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/** Writes the class of a variant: the net's class, with something in its slots. */
final class VariantClass {
  private final DjlProgram program;
  private final Network network;
  private final Assembly assembly;
  private final Signature net;
  private final VariantParameters open;
  private final List<Parameter> parameters;
  private final Map<String, Boolean> ranks = new HashMap<>();

  VariantClass(DjlProgram program, Network network, Signature net) {
    this.program = program;
    this.network = network;
    this.assembly = network.assembly();
    this.net = net;
    this.open = new VariantParameters(assembly, net.parameters());
    this.parameters = open.open();
    ranks(network.root());
  }

  private void ranks(Instance instance) {
    if (instance.kind() == Instance.Kind.SLOT) {
      ranks.put(instance.path(), instance.input().isMap());
    }
    instance.children().forEach(this::ranks);
  }

  /** Slots of one rank that get the same. */
  private record Group(Assembly.@Nullable Graft graft, Map<String, Value> indices, boolean map) {}

  /** The class, which extends the net's. */
  ClassName write() {
    return program
        .classes()
        .add(Optional.of(assembly.target().span().source()), network.name(), this::written);
  }

  private TypeSpec written(ClassName type) {
    TypeSpec.Builder spec =
        TypeSpec.classBuilder(type)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(net.type())
            .addJavadoc(doc());
    if (!parameters.isEmpty()) {
      spec.addMethod(withoutArguments());
    }
    spec.addMethod(constructor());
    if (!assembly.grafts().isEmpty()) {
      spec.addMethod(slots(type));
      spec.addMethod(fill());
    }
    return spec.build();
  }

  private CodeBlock doc() {
    CodeBlock.Builder doc = CodeBlock.builder();
    if (!assembly.target().doc().isEmpty()) {
      doc.add("$L\n\n<p>", JavaDoc.escaped(assembly.target().doc()));
    }
    doc.add("$L\n", from());
    if (!assembly.grafts().isEmpty()) {
      doc.add("\n<pre>\n");
      for (Assembly.Graft graft : assembly.grafts()) {
        doc.add("$L\n", JavaDoc.escaped(graft.line().span().text()));
      }
      doc.add("</pre>\n");
    }
    return doc.build();
  }

  private String from() {
    return assembly.target() instanceof Variant variant && network.name().equals(variant.name())
        ? "From {@code %s} of %s."
            .formatted(variant, JavaDoc.escaped(JavaDoc.file(variant.span().source())))
        : "{@code %s} with more put into its slots.".formatted(assembly.target().name());
  }

  private MethodSpec withoutArguments() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : parameters) {
      arguments.add(
          program.argument(
              open.value(parameter), parameter, assembly.net(), Map.of(), new TreeSet<>()));
    }
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The network as it was compiled.\n")
        .addStatement("this($L)", CodeBlock.join(arguments, ", "))
        .build();
  }

  /** The parameters of the net's class. */
  private List<Parameter> passed() {
    return assembly.net().parameters().stream()
        .filter(p -> net.parameters().contains(p.name()))
        .toList();
  }

  private MethodSpec constructor() {
    List<CodeBlock> arguments = new ArrayList<>();
    Map<String, Term> given = open.netArguments();
    for (Parameter parameter : passed()) {
      Term value = given.get(parameter.name());
      if (value == null) {
        throw new NotOneClassException(parameter.name() + " has no value");
      }
      arguments.add(
          program.argument(value, parameter, assembly.net(), net.blocks(), new TreeSet<>()));
    }
    if (!assembly.grafts().isEmpty()) {
      arguments.add(CodeBlock.of("slots($L)", names()));
    } else if (net.slots()) {
      arguments.add(CodeBlock.of("$T.asDeclared()", program.support("Slots")));
    }
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addStatement("super($L)", CodeBlock.join(arguments, ", "));
    if (parameters.isEmpty()) {
      constructor.addJavadoc("The network as it was compiled.\n");
    }
    parameters(constructor);
    for (Parameter parameter : parameters) {
      constructor.addJavadoc(
          "@param $L $L\n",
          Identifiers.parameter(parameter.name()),
          TemplateClass.described(parameter, isNet() ? "net" : "variant"));
    }
    return constructor.build();
  }

  private boolean isNet() {
    return assembly.target() instanceof Variant variant && variant.isNet();
  }

  private void parameters(MethodSpec.Builder method) {
    for (Parameter parameter : parameters) {
      method.addParameter(
          Parameters.type(parameter.type(), program), Identifiers.parameter(parameter.name()));
    }
  }

  private String names() {
    return String.join(
        ", ", parameters.stream().map(p -> Identifiers.parameter(p.name())).toList());
  }

  private String sizeNames() {
    return program.classes().fullSizes() ? "c, h, w" : "c";
  }

  private MethodSpec slots(ClassName type) {
    MethodSpec.Builder slots =
        MethodSpec.methodBuilder("slots")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(program.support("Slots"));
    parameters(slots);
    return parameters.isEmpty()
        ? slots.addStatement("return $T::fill", type).build()
        : slots
            .addStatement("return (path, $1L) -> fill(path, $1L, $2L)", sizeNames(), names())
            .build();
  }

  private MethodSpec fill() {
    MethodSpec.Builder fill =
        MethodSpec.methodBuilder("fill")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(ClassPrinter.BLOCK)
            .addParameter(String.class, "path")
            .addParameter(TypeName.INT, "c");
    if (program.classes().fullSizes()) {
      fill.addParameter(TypeName.INT, "h").addParameter(TypeName.INT, "w");
    }
    parameters(fill);
    Set<String> left = new LinkedHashSet<>(assembly.fillings().keySet());
    List<Placed> todo = new ArrayList<>(placed().values());
    boolean always = false;
    while (!todo.isEmpty()) {
      Placed next =
          todo.stream()
              .filter(placed -> new SlotCondition(placed.paths(), left).isBrief())
              .findFirst()
              .orElse(todo.getFirst());
      todo.remove(next);
      CodeBlock condition = new SlotCondition(next.paths(), left).code();
      left.removeAll(next.paths());
      always = condition.isEmpty();
      if (always) {
        fill.addStatement("return $L", next.made());
      } else {
        fill.beginControlFlow("if ($L)", condition)
            .addStatement("return $L", next.made())
            .endControlFlow();
      }
    }
    return (always ? fill : fill.addStatement("return null")).build();
  }

  /** The same construction for several slots. */
  private record Placed(CodeBlock made, Set<String> paths) {}

  /** What is put, by its text: different indices may come to the same. */
  private Map<String, Placed> placed() {
    Map<String, Placed> placed = new LinkedHashMap<>();
    groups()
        .forEach(
            (group, paths) -> {
              if (group.graft() != null) {
                CodeBlock made = content(group);
                placed
                    .computeIfAbsent(
                        Lines.text(made), text -> new Placed(made, new LinkedHashSet<>()))
                    .paths()
                    .addAll(paths);
              }
            });
    return placed;
  }

  private Map<Group, Set<String>> groups() {
    Map<Group, Set<String>> groups = new LinkedHashMap<>();
    assembly
        .fillings()
        .forEach(
            (path, filling) ->
                groups
                    .computeIfAbsent(
                        new Group(
                            filling.graft(), filling.indices(), ranks.getOrDefault(path, true)),
                        group -> new LinkedHashSet<>())
                    .add(path));
    return groups;
  }

  private CodeBlock content(Group group) {
    Assembly.Graft graft = group.graft();
    if (graft == null) {
      throw new IllegalStateException("a default is not put");
    }
    Map<String, Term> values = new LinkedHashMap<>();
    graft.values().forEach((name, value) -> values.put(name, Terms.of(value)));
    if (seesTarget(graft)) {
      parameters.forEach(p -> values.put(p.name(), Parameters.variable(p)));
    }
    group.indices().forEach((name, value) -> values.put(name, Terms.of(value)));
    List<Parameter> visible = new ArrayList<>(parameters);
    group
        .indices()
        .keySet()
        .forEach(
            i -> visible.addFirst(new Parameter(i, Type.INTEGER, null, null, graft.line().span())));
    for (Definition d = assembly.target(); d instanceof Variant v; d = v.base()) {
      addVisible(visible, v.parameters());
    }
    addVisible(visible, assembly.net().parameters());
    Chain chain = graft.line().content();
    if (chain.elements().stream().allMatch(element -> element instanceof Element.Identity)) {
      return CodeBlock.of("$T.identityBlock()", ClassName.get("ai.djl.nn", "Blocks"));
    }
    CodeBlock below = CodeBlock.of("slots($L).within(path)", names());
    return program.content(
        chain,
        network.name() + "Content",
        "What %s puts into slots.".formatted(network.name()),
        new DjlProgram.Content(assembly.net(), visible, below, false),
        values,
        DjlProgram.variables(group.map()),
        new TreeSet<>());
  }

  /** Whether a line sees the target's parameters: its own lines, and those put on top, do. */
  private boolean seesTarget(Assembly.Graft graft) {
    if (assembly.target() instanceof Variant target) {
      for (Definition d = target.base(); d instanceof Variant below; d = below.base()) {
        if (below.grafts().contains(graft.line())) {
          return false;
        }
      }
    }
    return true;
  }

  private static void addVisible(List<Parameter> visible, List<Parameter> more) {
    for (Parameter parameter : more) {
      if (visible.stream().noneMatch(p -> p.name().equals(parameter.name()))) {
        visible.add(parameter);
      }
    }
  }
}
