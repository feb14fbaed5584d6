package sec.compiler.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.Suggestion;
import sec.compiler.source.Span;
import sec.compiler.syntax.Declaration;
import sec.compiler.syntax.Element.Argument;
import sec.compiler.syntax.Expression;
import sec.compiler.syntax.Name;
import sec.compiler.syntax.QualifiedName;

/** Gives the settings of an experiment their meaning. */
final class ExperimentResolver {
  private final Module module;
  private final Diagnostics diagnostics;
  private final Map<String, Experiment.Setting> settings = new LinkedHashMap<>();
  private final List<Declaration.CompareSetting> compared = new ArrayList<>();
  private final AxisResolver axes;
  private Experiment.@Nullable NetChoice net;
  private boolean named;

  ExperimentResolver(Module module, Diagnostics diagnostics, SlotSearch search) {
    this.module = module;
    this.diagnostics = diagnostics;
    this.axes = new AxisResolver(module, diagnostics, search);
  }

  void resolve(Declaration.Experiment syntax, Experiment experiment) {
    for (Declaration.Setting setting : syntax.settings()) {
      switch (setting) {
        case Declaration.NetSetting written -> trained(written);
        case Declaration.CompareSetting written -> compared.add(written);
        case Declaration.WordSetting written -> worded(written);
      }
    }
    List<Experiment.Axis> resolved = axes.resolve(compared);
    if (!named && !axes.comparesNets()) {
      diagnostics.add(
          Code.E142,
          syntax.name().span(),
          syntax.name() + " does not say what it trains",
          "say it: net Name; or compare several: compare net in [A, B]");
    }
    experiment.complete(net, resolved, settings);
  }

  private void trained(Declaration.NetSetting written) {
    if (named) {
      diagnostics.add(
          Code.E142,
          written.span(),
          "two nets are given in one experiment",
          "compare them: compare net in [A, B]");
      return;
    }
    named = true;
    net = axes.net(written.net().name(), written.net().arguments(), written.net().span());
  }

  private void twice(Name word) {
    diagnostics.add(Code.E142, word.span(), word + " stands twice in one experiment", "keep one");
  }

  private void worded(Declaration.WordSetting written) {
    Name word = written.word();
    ExperimentVocabulary vocabulary = ExperimentVocabulary.of(word.text()).orElse(null);
    if (vocabulary == null) {
      List<String> words = new ArrayList<>(List.of(Words.NET, "compare"));
      words.addAll(ExperimentVocabulary.words());
      diagnostics.add(
          Code.E141,
          word.span(),
          "an experiment has no setting " + word,
          Suggestion.help(word.text(), words, "its settings are"));
      return;
    }
    if (settings.containsKey(word.text())) {
      twice(word);
      return;
    }
    List<Experiment.Item> items =
        vocabulary.isNumber() ? number(written, vocabulary) : words(written, vocabulary);
    settings.put(word.text(), new Experiment.Setting(written.span(), items));
  }

  private List<Experiment.Item> number(
      Declaration.WordSetting written, ExperimentVocabulary vocabulary) {
    if (written.values().size() != 1) {
      diagnostics.add(
          Code.E141,
          written.span(),
          "%s is one whole number: %s".formatted(written.word(), vocabulary.summary()),
          "for example: " + written.word() + " 10");
      return List.of();
    }
    Expression value =
        new ExpressionResolver(ChainScope.of(module, List.of(), diagnostics))
            .resolve(written.values().getFirst());
    return value == null
        ? List.of()
        : List.of(new Experiment.Item(value.span(), "", Map.of(vocabulary.word(), value)));
  }

  private List<Experiment.Item> words(
      Declaration.WordSetting written, ExperimentVocabulary vocabulary) {
    boolean fits =
        vocabulary.takesSeveral() ? !written.values().isEmpty() : written.values().size() == 1;
    if (!fits) {
      diagnostics.add(
          Code.E141,
          written.span(),
          "%s takes %s: %s"
              .formatted(
                  written.word(),
                  vocabulary.takesSeveral() ? "at least one word" : "one word",
                  vocabulary.summary()),
          "there are " + signatures(vocabulary));
      return List.of();
    }
    List<Experiment.Item> items = new ArrayList<>();
    for (Expression value : written.values()) {
      Experiment.Item item =
          switch (value) {
            case Expression.Reference reference ->
                item(vocabulary, reference.name(), List.of(), reference.span());
            case Expression.Call call ->
                item(vocabulary, call.function(), call.arguments(), call.span());
            default -> noWord(vocabulary, value.span());
          };
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private Experiment.@Nullable Item noWord(ExperimentVocabulary vocabulary, Span span) {
    diagnostics.add(
        Code.E141,
        span,
        vocabulary.word() + " is said in words",
        "there are " + signatures(vocabulary));
    return null;
  }

  private Experiment.@Nullable Item item(
      ExperimentVocabulary vocabulary, QualifiedName name, List<Argument> arguments, Span span) {
    String word = name.toString();
    Callee callee =
        vocabulary.choices().stream().filter(c -> c.word().equals(word)).findFirst().orElse(null);
    if (callee == null) {
      List<String> words = vocabulary.choices().stream().map(Callee::word).toList();
      diagnostics.add(
          Code.E141,
          name.span(),
          "there is no %s %s".formatted(vocabulary.word(), word),
          Suggestion.help(word, words, "there are"));
      return null;
    }
    Map<String, Expression> given =
        new ArgumentBinder(ChainScope.of(module, List.of(), diagnostics))
            .bind(span, arguments, callee, true);
    return given == null ? null : new Experiment.Item(span, word, given);
  }

  private static String signatures(ExperimentVocabulary vocabulary) {
    return vocabulary.choices().stream().map(Callee::signature).collect(Collectors.joining(", "));
  }
}
