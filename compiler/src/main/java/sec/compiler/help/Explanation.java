package sec.compiler.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import sec.compiler.diagnostics.Code;

/**
 * What a code means, with an example that has it and the same example mended. The pages are
 * resources in Markdown, {@code E203.md}; a test runs their examples.
 *
 * @param code the code
 * @param page the whole page
 */
public record Explanation(Code code, String page) {
  private static final String FOLDER = "explain/";

  /** The page of {@code code}. */
  public static Explanation of(Code code) {
    String name = FOLDER + code + ".md";
    try (InputStream stream = Explanation.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("there is no " + name);
      }
      return new Explanation(
          code, new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code that {@code text} names, in capitals or not. */
  public static Optional<Code> code(String text) {
    return Stream.of(Code.values()).filter(c -> c.name().equalsIgnoreCase(text)).findFirst();
  }

  /** A few words: "a number that must be whole and is not". */
  public String title() {
    String first = page.lines().findFirst().orElse("");
    return first.substring(first.indexOf(": ") + 2);
  }

  /** The page as a terminal shows it: examples set in, without Markdown's marks. */
  public String text() {
    StringBuilder out = new StringBuilder();
    boolean example = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("```")) {
        example = !example;
        String file = line.substring(line.indexOf(' ') + 1);
        if (example && line.indexOf(' ') > 0) {
          out.append("    // ").append(file).append('\n');
        }
      } else {
        String shown = example ? "    " + line : line.replaceFirst("^# ", "").replace("`", "");
        out.append(shown.stripTrailing()).append('\n');
      }
    }
    return out.toString();
  }
}
