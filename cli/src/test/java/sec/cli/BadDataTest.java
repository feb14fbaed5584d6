package sec.cli;

import static sec.cli.BadInputTest.fails;
import static sec.cli.BadInputTest.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can get wrong about data sets and transforms. */
class BadDataTest {
  private static final Object[] TRAIN = {"train", "ThreeLayerSE", "--epochs", 1};

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @Test
  void missingDataFolder() {
    List<String> train = List.of("train", "ThreeLayerCNN", "--epochs", "1", "--data", "cifar10");
    fails(3, Cli.run(train.toArray()), "data");
    Object[] elsewhere =
        Stream.concat(train.stream(), Stream.of("--data-dir", folder.resolve("no"))).toArray();
    fails(3, Cli.run(elsewhere), folder.resolve("no").toString());
  }

  @Test
  void truncatedCifarBatch() throws IOException {
    for (String name : List.of("data_batch_1", "data_batch_2", "test_batch")) {
      Files.write(folder.resolve(name + ".bin"), new byte[3073 * 10_000 - 5]);
    }
    for (String name : List.of("data_batch_3", "data_batch_4", "data_batch_5")) {
      Files.write(folder.resolve(name + ".bin"), new byte[3073 * 10_000]);
    }
    fails(
        1,
        Cli.run("train", "ThreeLayerCNN", "--epochs", 1, "--data", "cifar10", "--data-dir", folder),
        "data_batch_1.bin",
        "30,729,995");
  }

  @Test
  void listsOfTransforms() {
    fails(2, Cli.run(with(TRAIN, "--augment", "flop")), "--augment: there is no transform flop");
    fails(2, Cli.run(with(TRAIN, "--augment", "flip(2)")), "chance is a number from 0 to 1");
    fails(2, Cli.run(with(TRAIN, "--prepare", "flip")), "--prepare: flip draws by chance");
    fails(2, Cli.run(with(TRAIN, "--augment", "resize(40)")), "come out as [3, 40, 40]");
    fails(2, Cli.run(with(TRAIN, "--workers", 0)), "from 1 to 256, not 0");
    Object[] larger = with(TRAIN, "--augment", "resize(40)", "--prepare", "resize(40)");
    fails(1, Cli.run(with(larger, "--set", "input=[3,8,8]")), "are [3, 40, 40]; set input=");
  }

  @Test
  void optionsOfOtherDataSets() {
    Object[] cifar = with(TRAIN, "--data", "cifar10");
    fails(2, Cli.run(with(cifar, "--data-seed", 0)), "--data cifar10 has no --data-seed");
    fails(2, Cli.run(with(cifar, "--val-share", 0.5)), "which goes with folder, flat");
    fails(2, Cli.run(with(TRAIN, "--skip-bad")), "--data shapes has no --skip-bad");
    fails(2, Cli.run(with(cifar, "--download")), "--download needs a --data-dir");
    fails(2, Cli.run(with(TRAIN, "--data-dir", folder)), "--data shapes has no --data-dir");
    Object[] photos = with(TRAIN, "--data", "folder", "--data-dir", folder);
    fails(2, Cli.run(with(photos, "--val-share", 1)), "--val-share is between 0 and 1, not 1.0");
    fails(2, Cli.run(with(photos, "--download")), "which goes with cifar10, cifar100, svhn");
    fails(1, Cli.run(photos), "has no class, and at least two are needed");
    Path none = folder.resolve("none");
    fails(3, Cli.run(with(TRAIN, "--data", "svhn", "--data-dir", none)), "there is no such folder");
  }
}
