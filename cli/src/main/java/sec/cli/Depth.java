package sec.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many levels of a network are open: {@code --depth}.
 *
 * @param levels from 0
 */
record Depth(int levels) {
  private static final String ALL = "all";

  static OptionalInt of(@Nullable Depth depth) {
    return depth == null ? OptionalInt.empty() : OptionalInt.of(depth.levels);
  }

  /** Reads what users type. */
  static final class Converter implements ITypeConverter<Depth> {
    @Override
    public Depth convert(String text) {
      if (text.equals(ALL)) {
        return new Depth(Integer.MAX_VALUE);
      }
      if (!text.matches("\\d{1,9}")) {
        throw new TypeConversionException(
            "it is a number of levels from 0, or all, not '" + text + "'");
      }
      return new Depth(Integer.parseInt(text));
    }
  }
}
