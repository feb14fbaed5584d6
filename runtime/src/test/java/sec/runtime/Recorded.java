package sec.runtime;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Numbers that PyTorch gave, recorded by a script in {@code bench/peers}. */
public final class Recorded {
  private Recorded() {}

  /**
   * Lines of a case, in order.
   *
   * @param file of the test resources of this package
   * @param name what the lines begin with
   * @return the numbers after the name
   */
  public static double[][] of(String file, String name) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                requireNonNull(Recorded.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.startsWith(name + ","))
          .map(line -> Stream.of(line.split(",")).skip(1).mapToDouble(Double::parseDouble))
          .map(DoubleStream::toArray)
          .toArray(double[][]::new);
    }
  }
}
