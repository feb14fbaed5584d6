package sec.compiler.driver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target in its two parts.
 *
 * @param name {@code FILE.senet}, {@code FILE.senet:Name}, or {@code Name}
 * @param arguments what the net is given, with its parentheses; empty for nothing
 */
record TargetName(String name, String arguments) {
  private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

  /** A file may have parentheses in its name, and the arguments a colon. */
  private static final Pattern APPLIED =
      Pattern.compile("((?:.*?\\.senet:)?" + IDENTIFIER + ")(\\(.*)", Pattern.DOTALL);

  static TargetName of(String target) {
    Matcher applied = APPLIED.matcher(target);
    return applied.matches()
        ? new TargetName(applied.group(1), applied.group(2))
        : new TargetName(target, "");
  }
}
