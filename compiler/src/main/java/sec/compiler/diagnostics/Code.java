package sec.compiler.diagnostics;

import java.util.Locale;

/**
 * The stable codes of diagnostics. E1xx: the text and its names; E2xx: numbers and shapes; E3xx:
 * slots, targets and settings; W: warnings. A code once given keeps its meaning for good.
 */
public enum Code {
  /** Text that the grammar does not take. */
  E101,
  /** Nesting beyond the limit. */
  E103,
  /** A file that is not UTF-8 text, is too large, or cannot be read. */
  E104,
  /** A language version this compiler does not know. */
  E106,
  /** A number that is too long to be meant. */
  E107,
  /** A character that changes how the text around it is shown. */
  E108,
  /** An import that leads nowhere. */
  E111,
  /** Files that import one another in a circle. */
  E112,
  /** An imported file that has no such declaration. */
  E113,
  /** An import that leaves the folder it must stay in. */
  E114,
  /** A word in a chain that names nothing. */
  E121,
  /** A word in an expression that names nothing. */
  E122,
  /** A name declared twice. */
  E123,
  /** A name that hides another one. */
  E124,
  /** An argument that the callee does not have. */
  E125,
  /** More arguments than the callee has parameters. */
  E126,
  /** A required argument that is missing. */
  E127,
  /** An argument given twice, or a positional one after a named one. */
  E128,
  /** Blocks that use one another, or variants of one another, in a circle. */
  E129,
  /** A slot that is declared and never used. */
  E130,
  /** Phases out of order, or not finished by scale. */
  E131,
  /** An empty branch. */
  E132,
  /** A name of the wrong kind: a net in a chain, a block as a target. */
  E133,
  /** A slot, or something else, declared where it may not stand. */
  E134,
  /** A type name that is none. */
  E135,
  /** A value that is computed and never used. */
  E136,
  /** A setting, or a word of one, that experiments do not have. */
  E141,
  /** An experiment that does not say one thing, or says two. */
  E142,
  /** Names for several values where there are not as many. */
  E143,
  /** A number that must be whole and is not. */
  E201,
  /** Arithmetic that has no result. */
  E202,
  /** A vector where a map is needed, or the other way round. */
  E203,
  /** Shapes that cannot be merged. */
  E204,
  /** A window larger than the map under it. */
  E205,
  /** Groups that do not divide the channels. */
  E206,
  /** A number outside what its place allows. */
  E207,
  /** A value of the wrong type. */
  E208,
  /** A {@code require} that does not hold. */
  E209,
  /** A repeat count that is none. */
  E211,
  /** A network beyond the limits. */
  E212,
  /** Uses of a share that would need different weights. */
  E213,
  /** A path that matches no slot. */
  E301,
  /** A target that does not exist. */
  E302,
  /** A setting that the target does not have. */
  E303,
  /** A file without a version line. */
  W105;

  /** Whether this is an error or a warning. */
  public Severity severity() {
    return name().startsWith("W") ? Severity.WARNING : Severity.ERROR;
  }

  /** How bad a diagnostic is. */
  public enum Severity {
    /** The input is wrong: nothing is compiled. */
    ERROR,
    /** The input is taken as it is. */
    WARNING;

    /** "error" or "warning". */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
