package sec.compiler.driver;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.ir.Network;
import sec.compiler.ir.NetworkBuilder;
import sec.compiler.model.Definition;
import sec.compiler.model.Element;
import sec.compiler.model.Experiment;
import sec.compiler.model.Module;
import sec.compiler.model.ModuleLoader;
import sec.compiler.model.Resolver;
import sec.compiler.model.Template;
import sec.compiler.model.Variant;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;
import sec.compiler.source.SourceTree.UnreadableException;
import sec.compiler.source.Span;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.SenetReader;

/** Finds networks by what a person calls them. */
public final class Targets {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  static final String COMMAND_LINE = "command line";

  private final Diagnostics diagnostics;
  private final ModuleLoader loader;
  private final StandardLibrary library;

  /** Makes a finder that reports to {@code diagnostics}. */
  public Targets(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    SourceTree sources = new SourceTree();
    this.loader = new ModuleLoader(sources, diagnostics);
    this.library = new StandardLibrary(sources, loader);
  }

  /** A declaration and the file it stands in. */
  private record Found(Definition definition, Module module) {}

  /** The network of a request; empty when something is wrong, which is then in the diagnostics. */
  public Optional<Network> network(TargetRequest request) {
    Optional<Found> found = find(new Source(COMMAND_LINE, TargetName.of(request.target()).name()));
    if (found.isEmpty() || diagnostics.hasErrors()) {
      return Optional.empty();
    }
    NetworkBuilder builder = new NetworkBuilder(found.get().definition(), diagnostics);
    new TargetArguments(request, found.get().definition(), diagnostics)
        .apply(builder, written -> names(found.get(), written));
    request.settings().forEach(setting -> set(builder, found.get(), setting));
    request
        .preferences()
        .forEach(
            (name, value) -> {
              if (builder.isOpen(name)) {
                set(builder, found.get(), name + "=" + value);
              }
            });
    List<String> contents = new ArrayList<>();
    for (String put : request.puts()) {
      put(builder, found.get(), put).ifPresent(contents::add);
    }
    if (!contents.isEmpty()) {
      builder.named(
          found.get().definition().name()
              + contents.stream().collect(Collectors.joining("And", "With", "")));
    }
    return diagnostics.hasErrors() ? Optional.empty() : builder.build();
  }

  /**
   * The nets and variants of the standard library, in alphabetical order of file, then by place.
   */
  public List<Definition> libraryNets() {
    return loader.wholeLibrary().stream()
        .flatMap(module -> module.declared().values().stream())
        .filter(Targets::isNet)
        .toList();
  }

  static boolean isNet(Definition definition) {
    return definition instanceof Variant || (definition instanceof Template t && t.isNet());
  }

  private Optional<Found> find(Source request) {
    String text = request.text();
    int colon = text.lastIndexOf(SourceTree.EXTENSION + ":");
    boolean file = colon >= 0 || text.endsWith(SourceTree.EXTENSION);
    if (!file
        && (text.contains("/") || text.contains("\\") || !IDENTIFIER.matcher(text).matches())) {
      diagnostics.add(
          Code.E302,
          request.all(),
          "a target is a file, FILE.senet or FILE.senet:Name, or the name of a net of the library",
          "arguments may follow the name of a net: Name(r=4)");
      return Optional.empty();
    }
    if (!file) {
      return inLibrary(request);
    }
    int end = colon < 0 ? text.length() : colon + SourceTree.EXTENSION.length();
    Optional<Module> module = module(request.span(0, end));
    if (module.isEmpty() || diagnostics.hasErrors()) {
      return Optional.empty();
    }
    return end == text.length()
        ? only(module.get(), request.all())
        : named(module.get(), request.span(end + 1, text.length()));
  }

  /** Reads the file that {@code span} names. */
  Optional<Module> module(Span span) {
    if (span.text().isEmpty()) {
      // An empty path is the working folder: true, but no help to who has an unset variable.
      diagnostics.add(Code.E104, span, "the name of a file is missing", null);
      return Optional.empty();
    }
    try {
      return loader.file(Path.of(span.text()));
    } catch (InvalidPathException e) {
      diagnostics.add(Code.E104, span, "this is no file name: " + e.getMessage(), null);
    } catch (UnreadableException e) {
      diagnostics.add(Code.E104, span, e.message(), null);
    }
    return Optional.empty();
  }

  private Optional<Found> inLibrary(Source request) {
    Optional<Module> module = library.declaring(request.text());
    if (module.isPresent()) {
      Definition definition = Objects.requireNonNull(module.get().declared().get(request.text()));
      return isNet(definition)
          ? Optional.of(new Found(definition, module.get()))
          : notANet(definition, request.all());
    }
    List<String> names = libraryNets().stream().map(Definition::name).toList();
    diagnostics.add(
        Code.E302,
        request.all(),
        "the standard library has no net or variant " + request.text(),
        Suggestion.help(request.text(), names, "it has"));
    return Optional.empty();
  }

  private Optional<Found> notANet(Definition block, Span span) {
    if (block instanceof Experiment) {
      diagnostics.add(
          Code.E133, span, block.name() + " is an experiment, and a net is needed here", null);
      return Optional.empty();
    }
    diagnostics.add(
        Code.E133,
        span,
        block.name() + " is a block: it becomes a network by standing in a net",
        "put it into one: ThreeLayerCNN --put 'middle=" + block.name() + "'");
    return Optional.empty();
  }

  private Optional<Found> only(Module module, Span span) {
    List<Definition> nets = module.declared().values().stream().filter(Targets::isNet).toList();
    if (nets.size() == 1) {
      return Optional.of(new Found(nets.getFirst(), module));
    }
    String file = span.text();
    diagnostics.add(
        Code.E302,
        span,
        nets.isEmpty()
            ? file + " declares no net or variant"
            : "%s declares %d nets and variants: say which".formatted(file, nets.size()),
        nets.isEmpty()
            ? "declare one: net Mine(classes = 10) : [3, 32, 32] < ... >"
            : nets.stream().map(d -> file + ":" + d.name()).collect(Collectors.joining(", ")));
    return Optional.empty();
  }

  private Optional<Found> named(Module module, Span span) {
    Definition definition = module.declared().get(span.text());
    if (definition == null) {
      List<String> names =
          module.declared().values().stream().filter(Targets::isNet).map(Definition::name).toList();
      diagnostics.add(
          Code.E302,
          span,
          span.text().isEmpty()
              ? "a name is missing after the colon"
              : module.source() + " declares no net or variant " + span.text(),
          Suggestion.help(span.text(), names, "it declares"));
      return Optional.empty();
    }
    return isNet(definition)
        ? Optional.of(new Found(definition, module))
        : notANet(definition, span);
  }

  private void set(NetworkBuilder builder, Found found, String setting) {
    int equals = setting.indexOf('=');
    Source source = new Source("--set", setting);
    String name = equals < 0 ? setting : setting.substring(0, equals).strip();
    if (equals < 0 || !IDENTIFIER.matcher(name).matches()) {
      diagnostics.add(
          Code.E303, source.all(), "a setting is name=value", "for example --set classes=100");
      return;
    }
    SenetReader.expression(source, equals + 1, diagnostics)
        .ifPresent(
            written -> builder.set(name, source.span(0, equals), written, names(found, written)));
  }

  /** What the value of a setting may name; numbers and lists name nothing. */
  private Module names(Found found, Expression written) {
    return written instanceof Expression.Literal || written instanceof Expression.Listing
        ? found.module()
        : Resolver.within(found.module(), loader.wholeLibrary());
  }

  /** Adds a line to {@code builder} and returns what to call its content. */
  private Optional<String> put(NetworkBuilder builder, Found found, String put) {
    Source source = new Source("--put", put);
    if (!put.contains("=")) {
      diagnostics.add(
          Code.E301, source.all(), "a line is slot=content", "for example --put 'gate=SE(r=8)'");
      return Optional.empty();
    }
    Module names = Resolver.within(found.module(), loader.wholeLibrary());
    return SenetReader.placement(source, diagnostics)
        .map(line -> Resolver.placement(line, found.definition(), names, diagnostics))
        .map(
            graft -> {
              builder.put(graft);
              return graft.content().elements().stream()
                  .map(Targets::word)
                  .collect(Collectors.joining());
            });
  }

  private static String word(Element element) {
    return switch (element) {
      case Element.OperatorUse use -> capital(use.operator().word());
      case Element.BlockUse use -> use.block().name();
      case Element.Identity ignored -> "Identity";
      case Element.Repeat repeat -> word(repeat.element());
      default -> "Body";
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
