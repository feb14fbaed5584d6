package sec.compiler.driver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sec.compiler.diagnostics.Diagnostics;
import sec.compiler.diagnostics.PlainRenderer;

/** Whatever a text says, the compiler answers in diagnostics, and soon. */
class HostileTextTest {
  private static final String HEAD = "senet 1;\n";
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Pattern TOKEN = Pattern.compile("\\w+|\"[^\"\n]*\"|\\s+|.", Pattern.DOTALL);

  @TempDir Path folder;

  private static String net(String body) {
    return HEAD + "net N : [3, 8, 8] < " + body + " >\n";
  }

  /** Blocks of which each uses the one before it in {@code body}. */
  private static String tower(int height, String base, String body) {
    StringBuilder text = new StringBuilder(HEAD + "block B0 < " + base + " >\n");
    for (int i = 1; i <= height; i++) {
      text.append("block B").append(i).append(" < ");
      text.append(body.replace("B", "B" + (i - 1))).append(" >\n");
    }
    return text + "net N : [3, 8, 8] < B" + height + " >\n";
  }

  private static String reversed(String text) {
    List<String> lines = new ArrayList<>(text.lines().skip(1).toList());
    Collections.reverse(lines);
    return HEAD + String.join("\n", lines);
  }

  private static String row(int count, String format) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, count).forEach(i -> text.append(format.replace("#", Integer.toString(i))));
    return text.toString();
  }

  private static String puts(int count, String line) {
    return line.repeat(count) + ">\n";
  }

  /** A list of lists of lists, each twice the one before, in parameters of one block. */
  private static String doubling(int times) {
    StringBuilder text = new StringBuilder("block B(a0 = [1, 2]");
    for (int i = 1; i <= times; i++) {
      text.append(", a").append(i).append(" = [a").append(i - 1).append(", a").append(i - 1);
      text.append(']');
    }
    return text + ") < conv(a" + times + ") >\n";
  }

  /** Parameters of which each is the one before it. */
  private static String chained(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < count; i++) {
      text.append(", p").append(i).append(" = p").append(i - 1);
    }
    return text.toString();
  }

  @TestFactory
  Stream<DynamicTest> extremesEndInADiagnostic() {
    int many = 100_000;
    return Stream.of(
            net("<".repeat(many)),
            net("(".repeat(many)),
            net("conv(" + "[".repeat(many)),
            net("conv(" + "-".repeat(many) + "1)"),
            net("conv(" + "- ".repeat(many) + "1)"),
            net("if (" + "not ".repeat(many) + "true) < relu >"),
            net("if (" + "true and ".repeat(many) + "true) < relu >"),
            net("conv(" + "1+".repeat(many) + "1)"),
            net("conv(" + "1*".repeat(many) + "1)"),
            net("conv(" + "max(".repeat(many) + "1" + ")".repeat(many) + ")"),
            net("conv([1]" + "[0]".repeat(many) + ")"),
            net("conv(" + "if (true) 1 else ".repeat(10_000) + "2)"),
            net(row(10_000, "if (C == #) < relu > else ") + "< tanh >"),
            net("add(".repeat(many)),
            net("relu * 1000000000"),
            net("relu * 1e999999999"),
            net("conv(" + "9".repeat(many) + ")"),
            net("< < < relu > * 9999 > * 9999 > * 9999"),
            net("< < < identity > * 9999 > * 9999 > * 9999"),
            net("< < < let a = conv(3); add(a | a) > * 9999 > * 9999 > * 9999"),
            tower(40, "relu relu", "B B"),
            tower(40, "identity", "B B"),
            tower(40, "identity", "let a = B; add(a B | a)"),
            tower(10_000, "relu", "B"),
            reversed(tower(10_000, "relu", "B")),
            HEAD + row(10_000, "variant V# of V#x <>\n").replace("x", "1"),
            HEAD + row(10_000, "variant V# of W# < >\nvariant W# of V# < >\n"),
            HEAD + "x".repeat(1 << 24),
            HEAD + "< ".repeat(1 << 23),
            HEAD + "\"".repeat(1 << 20),
            HEAD + "block ".repeat(100_000),
            HEAD + row(20_000, "block A# < rellu >\n"),
            net("for (i in 1..1000000000) < relu >"),
            net("for (i in 1..9999) < for (j in 1..9999) < for (k in 1..9999) < > > >"),
            net("for (i in 1..9999) < concat(for (j in 1..9999) < conv(1) >) >"),
            net("for (a in [" + "[".repeat(90) + "]".repeat(90) + "]) < conv(a) >"),
            net(row(5_000, "output o# = gap; ") + "rellu"),
            net("let " + row(10_000, "a#, ") + "b = split(2); relu"),
            HEAD + "block A(f: block) < f(f) >\nnet N : [3, 8, 8] < A(A) >",
            HEAD + "block A(f: block) < f(f) f(f) >\nnet N : [3, 8, 8] < A(A) >",
            HEAD + "block A(f = A) < f >\nnet N : [3, 8, 8] < A >",
            HEAD + "block A(f = " + "A(".repeat(20_000) + ")".repeat(20_000) + ") < relu >",
            HEAD + doubling(60) + "net N : [3, 8, 8] < B >",
            net("< conv(" + "0*sum(1..9999) + ".repeat(200) + "3) > * 9999"),
            HEAD
                + "block B(p0 = 1"
                + chained(3_000)
                + ") < conv(p2999) >\n"
                + net("B").substring(9),
            HEAD + "block B(x: value) < x >\n" + net("relu " + "B(x) ".repeat(10_000)).substring(9),
            HEAD + row(2_000, "net N# = M#;\nnet M# = N#;\n"),
            HEAD
                + "net N(n = 1) : [3, 8, 8] < gap fc(n) >\nexperiment E < net N; compare n in 1..1000000 >",
            HEAD
                + "net N(n = 1) : [3, 8, 8] < conv(n) gap >\nexperiment E < net N; compare n in ["
                + "0, ".repeat(20_000)
                + "0] >",
            HEAD + "experiment E < " + "data ".repeat(50_000) + ">",
            HEAD + "\u202E".repeat(10_000),
            HEAD + "block A <" + " ; ".repeat(100_000) + ">",
            net("slot s; s") + "variant V of N <" + puts(60, "at s put < default default >;"),
            net(row(2_000, "slot s#; ") + row(2_000, "s# "))
                + "variant V of N <"
                + puts(2_000, "at * put < default relu >;"),
            net(row(3_000, "slot s#; ") + row(3_000, "s# "))
                + "variant V of N <"
                + row(3_000, "at t# put relu;")
                + ">",
            HEAD + "variant V of N < " + "at ".repeat(100_000) + ">",
            HEAD + "variant V of N < at " + "a.".repeat(100_000) + "b put relu >",
            HEAD + "\u0000\uFFFF\uD83D\uDE42".repeat(1000))
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text.substring(HEAD.length(), Math.min(text.length(), 60)).strip(),
                    () -> assertTrue(assertTimeout(SOON, () -> check(text.getBytes(UTF_8))))));
  }

  @Test
  void longButPlain() throws IOException {
    assertFalse(check(net("relu ".repeat(20_000)).getBytes(UTF_8)));
    assertFalse(check((HEAD + row(3_000, "block A# < conv(C) relu >\n")).getBytes(UTF_8)));
    assertFalse(check((HEAD + "// ".repeat(300_000)).getBytes(UTF_8)));
  }

  /** Tokens deleted, doubled and swapped, and bytes replaced, in texts that were valid. */
  @Test
  void mutationsNeverThrow() throws IOException {
    Random random = new Random(42);
    List<byte[]> seeds = new ArrayList<>();
    for (String name : List.of("constructs", "resnet", "hostile")) {
      seeds.add(resource("/nets/" + name + ".senet"));
    }
    for (String name : List.of("paths", "slots", "expressions", "indices", "names", "vector")) {
      seeds.add(resource("/corpus/valid/" + name + ".senet"));
    }
    for (int i = 0; i < 3000; i++) {
      byte[] seed = seeds.get(random.nextInt(seeds.size()));
      byte[] text =
          random.nextInt(4) == 0 ? bytes(seed, random) : tokens(new String(seed, UTF_8), random);
      try {
        check(text);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("round " + i + ":\n" + new String(text, UTF_8), e);
      }
    }
  }

  private static byte[] bytes(byte[] seed, Random random) {
    byte[] text = seed.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(random.nextInt(5) == 0 ? 256 : 127);
    }
    return text;
  }

  private static byte[] tokens(String seed, Random random) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(seed);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    for (int i = 0; i <= random.nextInt(5); i++) {
      int at = random.nextInt(tokens.size());
      int other = random.nextInt(tokens.size());
      switch (random.nextInt(5)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(at));
        case 2 -> Collections.swap(tokens, at, other);
        case 3 -> tokens.set(at, tokens.get(other));
        default -> tokens.add(at, " " + tokens.get(other) + " ");
      }
    }
    return String.join("", tokens).getBytes(UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (var stream = HostileTextTest.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException(name);
      }
      return stream.readAllBytes();
    }
  }

  /** Whether the text has errors; they can be shown, too. */
  private boolean check(byte[] text) throws IOException {
    Path file = folder.resolve("hostile.senet");
    Files.write(file, text);
    Diagnostics diagnostics = new Diagnostics();
    new FileCheck(diagnostics).check(file.toString());
    String shown = PlainRenderer.render(diagnostics);
    assertTrue(shown.length() < 4_000_000, () -> new String(text, ISO_8859_1));
    return diagnostics.hasErrors();
  }
}
