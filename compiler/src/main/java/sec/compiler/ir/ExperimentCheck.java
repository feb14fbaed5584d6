package sec.compiler.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.model.Callee;
import sec.compiler.model.Definition;
import sec.compiler.model.Experiment;
import sec.compiler.model.ExperimentVocabulary;
import sec.compiler.model.Inherited;
import sec.compiler.model.Parameter;
import sec.compiler.model.Variant;
import sec.compiler.syntax.Expression;
import sec.compiler.values.Type;
import sec.compiler.values.Value;

/** Checks an experiment: its numbers, and that every value it compares makes a network. */
public final class ExperimentCheck {
  /** Networks that are built to see whether they can be. */
  private static final int MOST_NETWORKS = 64;

  private final Diagnostics diagnostics;
  private final Budget budget;
  private final Work work;
  private int networks;

  /** Makes a check that reports to {@code diagnostics}, with what is left of {@code budget}. */
  public ExperimentCheck(Diagnostics diagnostics, Budget budget) {
    this.diagnostics = diagnostics;
    this.budget = budget;
    this.work = new Work(diagnostics::add, budget.network());
  }

  /** One thing that is varied: for a network, what it is and what is put and set. */
  private record Trial(
      Experiment.@Nullable NetChoice net,
      Variant.@Nullable Graft put,
      @Nullable String parameter,
      @Nullable Value value,
      @Nullable Expression written) {}

  /** Checks all of {@code experiment}. */
  public void check(Experiment experiment) {
    try {
      all(experiment);
    } catch (LimitException e) {
      return; // It is reported.
    }
  }

  private void all(Experiment experiment) {
    experiment.settings().forEach(this::setting);
    List<List<Trial>> axes = new ArrayList<>();
    experiment.net().ifPresent(net -> axes.add(List.of(new Trial(net, null, null, null, null))));
    for (Experiment.Axis axis : experiment.axes()) {
      List<Trial> trials = trials(axis);
      if (trials.isEmpty()) {
        return;
      }
      axes.add(trials);
    }
    List<Trial> first = axes.stream().map(List::getFirst).toList();
    build(first);
    for (int axis = 0; axis < axes.size(); axis++) {
      for (Trial trial : axes.get(axis).subList(1, axes.get(axis).size())) {
        List<Trial> varied = new ArrayList<>(first);
        varied.set(axis, trial);
        build(varied);
      }
    }
  }

  private List<Trial> trials(Experiment.Axis axis) {
    return switch (axis) {
      case Experiment.NetAxis nets ->
          nets.nets().stream().map(net -> new Trial(net, null, null, null, null)).toList();
      case Experiment.SlotAxis slots ->
          slots.contents().stream().map(put -> new Trial(null, put, null, null, null)).toList();
      case Experiment.ParameterAxis values -> values(values);
    };
  }

  private List<Trial> values(Experiment.ParameterAxis axis) {
    List<Trial> trials = new ArrayList<>();
    try {
      if (axis.values() instanceof Expression.Listing listing) {
        for (Expression written : listing.items()) {
          trials.add(new Trial(null, null, axis.parameter(), evaluate(written), written));
        }
      } else if (evaluate(axis.values()) instanceof Value.Items items) {
        for (Value value : items.items()) {
          trials.add(new Trial(null, null, axis.parameter(), value, axis.values()));
        }
      }
    } catch (EvaluationException e) {
      diagnostics.add(e.diagnostic());
    }
    return trials;
  }

  private Value evaluate(Expression expression) throws EvaluationException {
    return Frame.line(Map.of(), work).evaluator().evaluate(expression);
  }

  private void build(List<Trial> trials) {
    Optional<Experiment.NetChoice> net =
        trials.stream().map(Trial::net).filter(n -> n != null).findFirst();
    if (net.isEmpty() || ++networks > MOST_NETWORKS || diagnostics.count(Code.E212) > 0) {
      return;
    }
    Definition definition = net.get().net();
    if (!NetworkBuilder.isSound(definition)) {
      return;
    }
    NetworkBuilder builder = new NetworkBuilder(definition, diagnostics, budget);
    try {
      Given given = new Given(Callee.of(definition.name(), definition));
      given.named(net.get().arguments(), Frame.line(Map.of(), work));
      Map<String, Value> values = new LinkedHashMap<>(given.values());
      for (Trial trial : trials) {
        if (trial.value() != null && trial.parameter() != null) {
          values.put(trial.parameter(), trial.value());
        }
      }
      checkTypes(definition, given, trials);
      builder.given(values);
    } catch (EvaluationException e) {
      diagnostics.add(e.diagnostic());
      return;
    }
    trials.stream().map(Trial::put).filter(p -> p != null).forEach(builder::put);
    if (!builder.needsSettings()) {
      builder.build();
    }
  }

  private static void checkTypes(Definition definition, Given given, List<Trial> trials)
      throws EvaluationException {
    for (Parameter parameter : Inherited.by(definition)) {
      Value value = given.values().get(parameter.name());
      Expression written = given.written(parameter.name());
      if (value != null && written != null) {
        ParameterTypes.check(parameter, value, written);
      }
      for (Trial trial : trials) {
        if (parameter.name().equals(trial.parameter())
            && trial.value() != null
            && trial.written() != null) {
          ParameterTypes.check(parameter, trial.value(), trial.written());
        }
      }
    }
  }

  private void setting(String word, Experiment.Setting setting) {
    ExperimentVocabulary vocabulary = ExperimentVocabulary.of(word).orElseThrow();
    for (Experiment.Item item : setting.items()) {
      Callee callee =
          vocabulary.choices().stream()
              .filter(c -> c.word().equals(item.word()))
              .findFirst()
              .orElse(null);
      item.arguments()
          .forEach(
              (name, written) -> {
                Callee.Formal formal = callee == null ? null : callee.formal(name);
                argument(
                    name,
                    formal == null ? Type.INTEGER : formal.type(),
                    written,
                    vocabulary.isNumber());
              });
    }
  }

  private void argument(String name, Type type, Expression written, boolean positive) {
    try {
      Value value = evaluate(written);
      ParameterTypes.check(new Parameter(name, type, null, null, written.span()), value, written);
      boolean below = value instanceof Value.Number number && number.value().signum() <= 0;
      if (positive && below) {
        throw new EvaluationException(
            Code.E207, written.span(), name + " is at least 1, but it is " + value, null);
      }
    } catch (EvaluationException e) {
      diagnostics.add(e.diagnostic());
    }
  }
}
