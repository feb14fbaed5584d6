package sec.compiler.driver;

import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.ir.BlockTrial;
import sec.compiler.ir.Budget;
import sec.compiler.ir.ExperimentCheck;
import sec.compiler.ir.NetworkBuilder;
import sec.compiler.model.Definition;
import sec.compiler.model.Experiment;
import sec.compiler.model.Module;
import sec.compiler.model.ModuleLoader;
import sec.compiler.model.Template;
import sec.compiler.source.Source;
import sec.compiler.source.SourceTree;

/** Checks whole files: every declaration, not only what one network needs. */
public final class FileCheck {
  private final Diagnostics diagnostics;
  private final Targets targets;
  private final BlockTrial trials = new BlockTrial();

  /** Makes a check that reports to {@code diagnostics}. */
  public FileCheck(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.targets = new Targets(diagnostics);
  }

  /**
   * Checks a file.
   *
   * @param path as a person wrote it
   * @return how many declarations it has
   */
  public int check(String path) {
    return targets.module(new Source("command line", path).all()).map(this::check).orElse(0);
  }

  /** Checks a text that is no file, in the same way. */
  public int check(Source text) {
    return check(new ModuleLoader(new SourceTree(), diagnostics).text(text));
  }

  private int check(Module module) {
    Budget budget = Budget.ofFile(module.source());
    boolean endless =
        diagnostics.sorted().stream().anyMatch(d -> d.code() == Code.E129 || d.code() == Code.E103);
    if (!endless && !diagnostics.isSpent()) {
      // Nets first: where one of them shows a block's mistake, it does so with its own numbers.
      module.declared().values().forEach(definition -> elaborate(definition, budget));
      module.declared().values().forEach(definition -> trial(definition, budget));
      module.declared().values().forEach(definition -> attempt(definition, module));
    }
    return module.declared().size();
  }

  private void elaborate(Definition definition, Budget budget) {
    boolean net = !(definition instanceof Template template) || template.isNet();
    if (net && !isOver(budget) && NetworkBuilder.isSound(definition)) {
      NetworkBuilder builder = new NetworkBuilder(definition, diagnostics, budget);
      // What a net leaves open is no mistake of its file.
      if (!builder.needsSettings()) {
        builder.build();
      }
    }
  }

  private void trial(Definition definition, Budget budget) {
    if (definition instanceof Experiment experiment && !isOver(budget)) {
      new ExperimentCheck(diagnostics, budget).check(experiment);
    }
  }

  private boolean isOver(Budget budget) {
    return budget.isSpent() || diagnostics.isSpent();
  }

  private void attempt(Definition definition, Module module) {
    if (definition instanceof Template block && !block.isNet() && block.isSound()) {
      trials.rankErrors(block).stream()
          .filter(diagnostic -> diagnostic.span().source() == module.source())
          .forEach(diagnostics::add);
    }
  }
}
