package sec.compiler.driver;

import sec.compiler.diagnostics.Code;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.ir.BlockTrial;
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
  private static final int MOST_BEYOND_LIMITS = 10;

  private final Diagnostics diagnostics;
  private final Targets targets;

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
    boolean endless =
        diagnostics.sorted().stream().anyMatch(d -> d.code() == Code.E129 || d.code() == Code.E103);
    if (!endless) {
      // Nets first: where one of them shows a block's mistake, it does so with its own numbers.
      module.declared().values().forEach(this::elaborate);
      module.declared().values().forEach(this::trial);
      module.declared().values().forEach(definition -> attempt(definition, module));
    }
    return module.declared().size();
  }

  private void elaborate(Definition definition) {
    boolean net = !(definition instanceof Template template) || template.isNet();
    // Each network beyond the limits takes as long as the limits allow.
    boolean beyond = diagnostics.count(Code.E212) >= MOST_BEYOND_LIMITS;
    if (net && !beyond && NetworkBuilder.isSound(definition)) {
      NetworkBuilder builder = new NetworkBuilder(definition, diagnostics);
      // What a net leaves open is no mistake of its file.
      if (!builder.needsSettings()) {
        builder.build();
      }
    }
  }

  private void trial(Definition definition) {
    if (definition instanceof Experiment experiment) {
      new ExperimentCheck(diagnostics).check(experiment);
    }
  }

  private void attempt(Definition definition, Module module) {
    if (definition instanceof Template block && !block.isNet() && block.isSound()) {
      BlockTrial.rankErrors(block).stream()
          .filter(diagnostic -> diagnostic.span().source() == module.source())
          .forEach(diagnostics::add);
    }
  }
}
