package sec.runtime.pipeline;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sec.compiler.operators.Shape;
import sec.runtime.data.SplitMix64;

class TransformListTest {
  private static final Shape INPUT = Shape.of(3, 24, 24);

  private static List<Transform> made(String text) {
    return TransformList.parse(text).transforms(INPUT);
  }

  @Test
  void numbersComeByPlaceByNameOrNotAtAll() {
    assertEquals(List.of(new PadCrop(4), new Flip(0.5)), made("pad-crop flip"));
    assertEquals(List.of(new PadCrop(2), new Flip(0.25)), made(" pad-crop( 2 )flip(chance=0.25) "));
    assertEquals(
        List.of(new RandomResizedCrop(24, 0.3, 1), new Erase(0.1, 0.02, 0.5)),
        made("random-resized-crop(least=0.3) erase(0.1, most=.5)"));
    assertEquals(List.of(new Resize(24, 24), new CentreCrop(9, 9)), made("resize centre-crop(9)"));
    assertEquals(
        List.of(new Mixup(0.2), new Cutmix(1), new Cutout(16)), made("mixup cutmix cutout"));
    assertEquals(List.of(new ColourJitter(0.4, 0.4, 0.4, 0.1)), made("colour-jitter(hue=0.1)"));
  }

  @Test
  void isWrittenWithAllItsNumbers() {
    TransformList list = TransformList.parse("pad-crop flip(.25) resize");
    assertEquals("pad-crop(4) flip(0.25) resize", list.toString());
    assertEquals("", TransformList.NONE.toString());
    assertEquals(
        "random-resized-crop(least=0.3, most=1)",
        TransformList.parse("random-resized-crop(least=0.3)").toString());
  }

  /** Every kind, each number given in its range or left out. */
  @Test
  void isReadBackAsItIsWritten() {
    SplitMix64 random = new SplitMix64(17);
    for (int round = 0; round < 2000; round++) {
      TransformKind kind = Transforms.all().get(round % Transforms.all().size());
      String given =
          kind.parameters().stream()
              .filter(parameter -> random.nextInt(2) == 0)
              .map(parameter -> parameter.name() + "=" + drawn(parameter, random))
              .collect(Collectors.joining(", ", kind.name() + "(", ")"));
      TransformList list = TransformList.parse("flip " + given);
      TransformList again = TransformList.parse(list.toString());
      assertEquals(list.toString(), again.toString());
      assertEquals(outcome(list), outcome(again), given);
    }
  }

  private static double drawn(TransformKind.Parameter parameter, SplitMix64 random) {
    double share = Math.pow(random.between(0, 1), 6);
    double number = parameter.least() + share * (parameter.most() - parameter.least());
    return parameter.whole() ? Math.rint(number) : number;
  }

  /** The transforms, or why there are none: some numbers do not go with each other. */
  private static String outcome(TransformList list) {
    try {
      return list.transforms(INPUT).toString();
    } catch (IllegalArgumentException e) {
      return requireNonNull(e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flop | there is no transform flop; did you mean flip?",
        "flip( | \"(\" is no list of transforms",
        "flip, | \",\" is no list of transforms",
        "'' | no list of transforms; one looks like 'pad-crop(4) flip'",
        "flip(2) | flip: chance is a number from 0 to 1, not \"2\"",
        "flip(x) | flip: chance is a number from 0 to 1, not \"x\"",
        "flip(NaN) | not \"NaN\"",
        "pad-crop(1.5) | pad-crop: margin is a whole number from 1 to 8192, not \"1.5\"",
        "flip(0.5, 1) | flip takes at most 1 numbers: flip(chance=0.5)",
        "flip(p=1) | flip has no p: flip(chance=0.5)",
        "erase(1, 0.5, 0.1) | erase: least is 0.5 and most 0.1"
      })
  void saysWhatIsWrong(String text, String message) {
    String said =
        requireNonNull(assertThrows(IllegalArgumentException.class, () -> made(text)).getMessage());
    assertTrue(said.contains(message), said);
  }

  @Test
  void asksForASideWhereTheNetHasTwo() {
    TransformList list = TransformList.parse("centre-crop");
    Shape wide = Shape.of(3, 20, 30);
    String message =
        assertThrows(IllegalArgumentException.class, () -> list.transforms(wide)).getMessage();
    assertTrue(requireNonNull(message).contains("give its side"), message);
  }

  @Test
  void everyKindIsListedWithWhatItDoes() {
    String reference = Transforms.reference();
    for (String name : Transforms.names()) {
      assertTrue(reference.contains(name), name);
      requireNonNull(TransformList.parse(name).transforms(INPUT));
    }
    assertTrue(reference.contains("pad-crop(margin=4)\n    adds a black margin"), reference);
  }
}
