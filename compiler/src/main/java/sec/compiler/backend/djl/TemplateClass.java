package sec.compiler.backend.djl;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import sec.compiler.model.Chain;
import sec.compiler.model.Definition;
import sec.compiler.model.Parameter;
import sec.compiler.model.Template;
import sec.compiler.source.Source;

/** Writes the class of a block, of a net, or of what stands in a slot. */
final class TemplateClass {
  private static final ClassName ARRAY = ClassName.get("ai.djl.ndarray", "NDArray");
  private static final List<String> SIZES = List.of("c", "h", "w");

  private final DjlProgram program;
  private final Template template;

  TemplateClass(DjlProgram program, Template template) {
    this.program = program;
    this.template = template;
  }

  /** What a class is made of. */
  private record Draft(
      Kind kind, String name, CodeBlock doc, List<Parameter> parameters, ClassPrinter printer) {}

  private enum Kind {
    NET,
    BLOCK,
    CONTENT,
    /** A content that belongs to no file. */
    COMMON
  }

  /**
   * A block's class.
   *
   * @param entry its sizes, variables of the constructor
   * @param given blocks that are given to it, and are no parameters of the class then
   */
  Signature write(Dims entry, Map<String, Term> given) {
    return finish(draft(Kind.BLOCK, template, entry, given), Optional.empty());
  }

  /**
   * A net's class: its input's sizes are constants.
   *
   * @param net the net, or another one that is this net with some of its parameters set
   * @param entry its sizes
   * @param fixed what parameters are that are none of the class
   * @param defaults values of its parameters for the constructor without arguments; empty where it
   *     has none
   */
  Signature writeNet(
      Definition net, Dims entry, Map<String, Term> fixed, Optional<Map<String, Term>> defaults) {
    return finish(draft(Kind.NET, net, entry, fixed), defaults);
  }

  private Draft draft(Kind kind, Definition named, Dims entry, Map<String, Term> fixed) {
    List<Parameter> open =
        template.parameters().stream().filter(p -> !fixed.containsKey(p.name())).toList();
    ClassPrinter printer = printer(open, fixed, entry);
    printer.body(template.body());
    return new Draft(kind, named.name(), doc(named), open, printer);
  }

  /** The class of what stands in a slot or is given; it takes what it reads of what it sees. */
  Signature content(Chain chain, String name, String doc, DjlProgram.Content content, Dims entry) {
    List<Parameter> visible = content.parameters();
    ClassPrinter printer = printer(visible, Map.of(), entry);
    printer.chain(chain);
    Set<String> read = new LinkedHashSet<>(printer.constructor().reads());
    read.addAll(printer.forward().reads());
    List<Parameter> used =
        visible.stream().filter(p -> read.contains(Identifiers.parameter(p.name()))).toList();
    CodeBlock text =
        CodeBlock.of(
            "$L\n\n<pre>$L</pre>\n", JavaDoc.escaped(doc), JavaDoc.escaped(chain.span().text()));
    return finish(
        new Draft(content.common() ? Kind.COMMON : Kind.CONTENT, name, text, used, printer),
        Optional.empty());
  }

  private ClassPrinter printer(List<Parameter> parameters, Map<String, Term> fixed, Dims entry) {
    Map<String, Term> values = new LinkedHashMap<>(fixed);
    parameters.forEach(p -> values.put(p.name(), Parameters.variable(p)));
    Set<String> taken =
        parameters.stream().map(p -> Identifiers.parameter(p.name())).collect(Collectors.toSet());
    return new ClassPrinter(program, template, new Scope(values, entry), taken);
  }

  private Signature finish(Draft draft, Optional<Map<String, Term>> defaults) {
    Set<String> reads = reads(draft);
    Set<String> made = draft.printer().constructor().reads();
    // The forward pass knows how high and wide its input is.
    List<String> sizes =
        SIZES.stream()
            .filter(size -> made.contains(size) || (size.equals("c") && reads.contains(size)))
            .toList();
    boolean slots = reads.contains(DjlProgram.SLOTS);
    ClassName type =
        program
            .classes()
            .add(
                draft.kind() == Kind.COMMON
                    ? Optional.empty()
                    : Optional.of(template.span().source()),
                draft.name(),
                name -> type(draft, name, sizes, slots, defaults));
    List<String> parameters = draft.parameters().stream().map(Parameter::name).toList();
    return new Signature(type, sizes, parameters, slots, draft.printer().blocks());
  }

  private static Set<String> reads(Draft draft) {
    Set<String> reads = new LinkedHashSet<>(draft.printer().constructor().reads());
    reads.addAll(draft.printer().forward().reads());
    if (reads.contains(Whole.UNKNOWN)) {
      throw new NotOneClassException(
          "a size in " + draft.name() + " depends on what stands in its slots");
    }
    return reads;
  }

  private MethodSpec withoutArguments(Draft draft, boolean slots, Map<String, Term> defaults) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : draft.parameters()) {
      Term value = defaults.get(parameter.name());
      if (value == null) {
        throw new NotOneClassException(parameter.name() + " has no value");
      }
      arguments.add(
          program.argument(value, parameter, template, draft.printer().blocks(), new TreeSet<>()));
    }
    if (slots) {
      arguments.add(CodeBlock.of("$T.asDeclared()", program.support("Slots")));
    }
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The network as it was compiled.\n")
        .addStatement("this($L)", CodeBlock.join(arguments, ", "))
        .build();
  }

  private TypeSpec type(
      Draft draft,
      ClassName name,
      List<String> sizes,
      boolean slots,
      Optional<Map<String, Term>> defaults) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .superclass(program.support("NetBlock"))
            .addJavadoc(draft.doc());
    if (draft.kind() != Kind.NET) {
      type.addModifiers(Modifier.FINAL);
    }
    List<CodeBlock> kept = parameterFields(draft, sizes, type);
    childFields(draft, type);
    if (slots || !draft.parameters().isEmpty()) {
      defaults.ifPresent(values -> type.addMethod(withoutArguments(draft, slots, values)));
    }
    if (!sizes.isEmpty()
        || slots
        || !draft.parameters().isEmpty()
        || !draft.printer().constructor().isEmpty()
        || draft.kind() == Kind.NET) {
      type.addMethod(constructor(draft, sizes, slots, kept));
    }
    return type.addMethod(forward(draft.printer().forward(), measured(draft, sizes))).build();
  }

  /** Takes the sizes that only the forward pass reads from its input. */
  private static CodeBlock measured(Draft draft, List<String> sizes) {
    CodeBlock.Builder code = CodeBlock.builder();
    Set<String> reads = draft.printer().forward().reads();
    for (int axis = 1; axis < SIZES.size(); axis++) {
      String size = SIZES.get(axis);
      if (reads.contains(size) && !sizes.contains(size)) {
        code.addStatement("int $L = (int) x.getShape().get($L)", size, axis + 1);
      }
    }
    return code.build();
  }

  /** The forward pass that consists of these lines. */
  static MethodSpec forward(Lines lines) {
    return forward(lines, CodeBlock.of(""));
  }

  private static MethodSpec forward(Lines lines, CodeBlock first) {
    return MethodSpec.methodBuilder("forward")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(ARRAY)
        .addParameter(ARRAY, "x")
        .addParameter(ClassName.get("", "Pass"), "pass")
        .addCode(first)
        .addCode(lines.code())
        .build();
  }

  static String text(ClassName type, TypeSpec spec) {
    return JavaFile.builder(type.packageName(), spec)
        .skipJavaLangImports(true)
        .indent("  ")
        .build()
        .toString()
        // Fields belong together.
        .replaceAll(
            "(?m)^(  private [^(\\n]*(?:\\(\\))?;\\n)\\n(?=  private [^(\\n]*(?:\\(\\))?;$)", "$1");
  }

  /** Parameters that the forward pass reads become fields. */
  private List<CodeBlock> parameterFields(Draft draft, List<String> sizes, TypeSpec.Builder type) {
    Set<String> reads = draft.printer().forward().reads();
    List<CodeBlock> kept = new ArrayList<>();
    for (String size : sizes) {
      if (reads.contains(size)) {
        type.addField(TypeName.INT, size, Modifier.PRIVATE, Modifier.FINAL);
        kept.add(CodeBlock.of("this.$1L = $1L", size));
      }
    }
    for (Parameter parameter : draft.parameters()) {
      String name = Identifiers.parameter(parameter.name());
      if (reads.contains(name)) {
        type.addField(
            Parameters.type(parameter.type(), program), name, Modifier.PRIVATE, Modifier.FINAL);
        kept.add(CodeBlock.of("this.$1L = $1L", name));
      }
    }
    return kept;
  }

  private static void childFields(Draft draft, TypeSpec.Builder type) {
    draft
        .printer()
        .children()
        .fields()
        .forEach(
            (name, kind) -> {
              if (kind == Children.Field.MANY) {
                TypeName list =
                    ParameterizedTypeName.get(ClassName.get(List.class), ClassPrinter.BLOCK);
                type.addField(
                    FieldSpec.builder(list, name, Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $T<>()", ClassName.get(ArrayList.class))
                        .build());
              } else if (kind == Children.Field.ONE) {
                type.addField(ClassPrinter.BLOCK, name, Modifier.PRIVATE, Modifier.FINAL);
              } else {
                type.addField(ClassPrinter.BLOCK, name, Modifier.PRIVATE);
              }
            });
  }

  private MethodSpec constructor(
      Draft draft, List<String> sizes, boolean slots, List<CodeBlock> kept) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
    for (String size : sizes) {
      constructor.addParameter(TypeName.INT, size);
      constructor.addJavadoc("@param $L $L\n", size, described(size));
    }
    for (Parameter parameter : draft.parameters()) {
      String name = Identifiers.parameter(parameter.name());
      constructor.addParameter(Parameters.type(parameter.type(), program), name);
      constructor.addJavadoc(
          "@param $L $L\n", name, described(parameter, template.isNet() ? "net" : "block"));
    }
    if (slots) {
      constructor.addParameter(program.support("Slots"), DjlProgram.SLOTS);
      constructor.addJavadoc("@param $L what stands in the slots\n", DjlProgram.SLOTS);
    }
    kept.forEach(line -> constructor.addStatement("$L", line));
    constructor.addCode(draft.printer().constructor().code());
    if (draft.kind() == Kind.NET) {
      // A subclass fills slots; it has nothing of its own that could be used too early.
      constructor.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "this-escape")
              .build());
      // As in every other framework: without it DJL would draw values of its own.
      constructor.addStatement("$T.start(this, 0)", program.support("Weights"));
    }
    return constructor.build();
  }

  static String described(String size) {
    return switch (size) {
      case "c" -> "channels of the input";
      case "h" -> "height of the input";
      default -> "width of the input";
    };
  }

  static String described(Parameter parameter, String kind) {
    return parameter.fallback() == null
        ? "the " + kind + "'s " + parameter.name()
        : "the "
            + kind
            + "'s "
            + parameter.name()
            + "; by default "
            + JavaDoc.escaped(parameter.fallback().span().text());
  }

  private static CodeBlock doc(Definition named) {
    Source source = named.span().source();
    String from = "From {@code %s} of %s.".formatted(named, JavaDoc.escaped(JavaDoc.file(source)));
    return named.doc().isEmpty()
        ? CodeBlock.of("$L\n", from)
        : CodeBlock.of("$L\n\n<p>$L\n", JavaDoc.escaped(named.doc()), from);
  }
}
