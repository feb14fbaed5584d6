package sec.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Suggestion;
import sec.runtime.data.DataException;
import sec.runtime.data.DataSets;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageDataSource;
import sec.runtime.data.LoadRequest;

/** A data set on the command line. */
final class DataOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "Data set: ${COMPLETION-CANDIDATES}; shapes, which is built in, unless given.")
  private String name = DataSets.byDefault().name();

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Folder with the data set's files; cifar10: the official binary batches.")
  private @Nullable Path folder;

  @Option(
      names = "--data-seed",
      paramLabel = "N",
      description = "Seed that built-in images are drawn from; 0 unless given.")
  private @Nullable Long seed;

  /** The names of the data sets, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return DataSets.names().iterator();
    }
  }

  ImageData load() throws DataException {
    ImageDataSource source = DataSets.named(name).orElseThrow(this::unknown);
    OptionChecks.path(spec, "--data-dir", folder);
    if (folder != null && !source.readsDataDir()) {
      throw new ParameterException(
          spec.commandLine(),
          "--data " + name + " needs no folder; --data-dir goes with --data cifar10");
    }
    if (seed != null && !source.drawsImages()) {
      throw new ParameterException(
          spec.commandLine(),
          "--data "
              + name
              + " is read, not drawn: it has no --data-seed; for the order of the"
              + " images and the initial weights there is --seed");
    }
    return source.load(new LoadRequest(Optional.ofNullable(folder), seed == null ? 0 : seed));
  }

  private ParameterException unknown() {
    String help = Suggestion.help(name, DataSets.names(), "there are");
    return new ParameterException(
        spec.commandLine(), "There is no data set " + name + (help == null ? "" : "; " + help));
  }
}
