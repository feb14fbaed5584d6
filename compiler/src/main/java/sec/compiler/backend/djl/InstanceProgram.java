package sec.compiler.backend.djl;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import sec.compiler.ir.Instance;
import sec.compiler.ir.Network;
import sec.compiler.model.Template;

/** The classes of a network's instances, one for all that read the same. */
final class InstanceProgram {
  private final DjlProgram program;
  private final Network network;
  private final Map<String, ClassName> byText = new HashMap<>();
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
    ClassName type = program.newClass(network.name());
    program.add(
        type,
        TemplateClass.text(
            type, new InstanceClass(this, network, network.root()).write(type, doc(network))));
    return type;
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
    // Under one name and without its comment, the text tells what is the same.
    ClassName nameless = program.support("NetBlock").peerClass(block.word());
    TypeSpec draft = new InstanceClass(this, network, block).write(nameless, CodeBlock.of(""));
    ClassName type =
        byText.computeIfAbsent(TemplateClass.text(nameless, draft), text -> add(block));
    byPath.put(block.path(), type);
    return type;
  }

  private ClassName add(Instance block) {
    ClassName type = program.newClass(block.word());
    program.add(
        type,
        TemplateClass.text(type, new InstanceClass(this, network, block).write(type, doc(block))));
    return type;
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
