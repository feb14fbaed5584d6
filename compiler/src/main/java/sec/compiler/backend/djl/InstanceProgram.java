package sec.compiler.backend.djl;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.model.Template;

/** The classes of a network's instances, one for all that read the same. */
final class InstanceProgram {
  private final DjlProgram program;
  private final Network network;
  private final Map<String, ClassName> byPath = new LinkedHashMap<>();

  InstanceProgram(DjlProgram program, Network network) {
    this.program = program;
    this.network = network;
  }

  DjlProgram program() {
    return program;
  }

  ClassName support(String name) {
    return program.support(name);
  }

  /** The class of the whole network. */
  ClassName write() {
    return add(network.assembly().net(), network.name(), network.root(), doc(network));
  }

  /** A block as it is at this place, of the class for all of its uses if there is one. */
  CodeBlock construct(Instance block) {
    Template template = requireNonNull(block.block());
    return program
        .constructed(template, block.arguments(), Dims.of(block.input()))
        .orElseGet(() -> CodeBlock.of("new $T()", type(block)));
  }

  /** The class of a block as it is at this place. */
  private ClassName type(Instance block) {
    ClassName known = byPath.get(block.path());
    if (known != null) {
      return known;
    }
    ClassName type = add(requireNonNull(block.block()), block.word(), block, doc(block));
    byPath.put(block.path(), type);
    return type;
  }

  /** Classes are the same when they differ in nothing but their comments. */
  private ClassName add(Template template, String wanted, Instance instance, CodeBlock doc) {
    return program
        .classes()
        .add(
            Optional.of(template.span().source()),
            wanted,
            type -> new InstanceClass(this, network, instance).write(type, CodeBlock.of("")),
            type -> new InstanceClass(this, network, instance).write(type, doc));
  }

  private static CodeBlock doc(Network network) {
    CodeBlock from =
        CodeBlock.of("From {@code $L}, as it was compiled.\n", network.assembly().net());
    return network.doc().isEmpty()
        ? from
        : CodeBlock.of("$L\n\n<p>$L", JavaDoc.escaped(network.doc()), from);
  }

  private static CodeBlock doc(Instance instance) {
    Template block = requireNonNull(instance.block());
    String arguments =
        instance.arguments().entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(", "));
    CodeBlock from =
        CodeBlock.of(
            "From {@code $L} of $L, as it is at {@code $L}$L.\n",
            block,
            JavaDoc.escaped(JavaDoc.file(block.span().source())),
            instance.path(),
            arguments.isEmpty() ? "" : ", with " + JavaDoc.escaped(arguments));
    return block.doc().isEmpty()
        ? from
        : CodeBlock.of("$L\n\n<p>$L", JavaDoc.escaped(block.doc()), from);
  }
}
