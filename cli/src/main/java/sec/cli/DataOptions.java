package sec.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sec.compiler.diagnostics.Printable;
import sec.compiler.diagnostics.Suggestion;
import sec.runtime.data.DataException;
import sec.runtime.data.DataSets;
import sec.runtime.data.ImageData;
import sec.runtime.data.ImageDataSource;
import sec.runtime.data.LoadOption;
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
      description = "Folder with the data set's files.")
  private @Nullable Path folder;

  @Option(
      names = "--data-seed",
      paramLabel = "N",
      description =
          "Seed that built-in images are drawn from, and that --val-share goes by; 0 unless given.")
  private @Nullable Long seed;

  @Option(
      names = "--val-share",
      paramLabel = "X",
      description =
          "folder, flat: share of each class that is for testing, where there is no folder val; 0.2"
              + " unless given.")
  private @Nullable Double testShare;

  @Option(
      names = "--skip-bad",
      description =
          "cifar10, cifar100, svhn, folder, flat: go on without images that cannot be used; each is"
              + " named.")
  private boolean skipBad;

  @Option(
      names = "--download",
      description =
          "cifar10, cifar100, svhn: fetch what is not in --data-dir from the official address.")
  private boolean download;

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
    requireTaken(source, LoadOption.FOLDER, folder != null);
    requireTaken(source, LoadOption.SEED, seed != null);
    requireTaken(source, LoadOption.TEST_SHARE, testShare != null);
    requireTaken(source, LoadOption.SKIP_BAD, skipBad);
    requireTaken(source, LoadOption.DOWNLOAD, download);
    if (download && folder == null) {
      throw new ParameterException(
          spec.commandLine(), "--download needs a --data-dir to put the files into");
    }
    if (testShare != null && !(testShare > 0 && testShare < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--val-share is between 0 and 1, not " + testShare);
    }
    LoadRequest request = LoadRequest.seeded(seed == null ? 0 : seed);
    request = folder == null ? request : request.withFolder(folder);
    request = testShare == null ? request : request.withTestShare(testShare);
    request = skipBad ? request.skippingBad(this::tell) : request;
    request = download ? request.downloading(this::tell) : request;
    return source.load(request);
  }

  private void tell(String notice) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("sec: " + Printable.line(notice));
    err.flush();
  }

  private void requireTaken(ImageDataSource source, LoadOption option, boolean given) {
    if (!given || source.options().contains(option)) {
      return;
    }
    String takers =
        DataSets.all().stream()
            .filter(other -> other.options().contains(option))
            .map(ImageDataSource::name)
            .collect(Collectors.joining(", "));
    String instead =
        option == LoadOption.SEED
            ? "; for the order of the images and the initial weights there is --seed"
            : "";
    throw new ParameterException(
        spec.commandLine(),
        "--data %s has no %s, which goes with %s%s"
            .formatted(name, option.flag(), takers, instead));
  }

  private ParameterException unknown() {
    String help = Suggestion.help(name, DataSets.names(), "there are");
    return new ParameterException(
        spec.commandLine(), "There is no data set " + name + (help == null ? "" : "; " + help));
  }
}
