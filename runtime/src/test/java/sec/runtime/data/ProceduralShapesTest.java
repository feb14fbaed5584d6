package sec.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sec.compiler.operators.Shape;

class ProceduralShapesTest {

  @Test
  void hasTenClassesOfEqualSize() {
    ImageData data = new ProceduralShapes(40, 20).load(LoadRequest.seeded(1));
    assertEquals("shapes", data.name());
    assertEquals(
        List.of(
            "disc",
            "ring",
            "square",
            "frame",
            "triangle",
            "cross",
            "star",
            "crescent",
            "stripes",
            "checkers"),
        data.classNames());
    assertEquals(Shape.of(3, 32, 32), data.shape());
    int[] counts = new int[10];
    for (int i = 0; i < data.train().size(); i++) {
      counts[data.train().label(i)]++;
    }
    assertArrayEquals(new int[] {4, 4, 4, 4, 4, 4, 4, 4, 4, 4}, counts);
  }

  /** Holds on every machine: this is the promise that a seed fixes every byte. */
  @Test
  void keepsTheBytesItHadWhenItWasWritten() {
    ImageData data = new ProceduralShapes(200, 100).load(LoadRequest.seeded(42));
    assertEquals(1748737835L, checksum(data.train()));
    assertEquals(157968505L, checksum(data.test()));
  }

  @Test
  void anImageDependsOnSeedSplitAndIndexAlone() {
    ImageData few = new ProceduralShapes(20, 20).load(LoadRequest.seeded(1));
    ImageData more = new ProceduralShapes(30, 20).load(LoadRequest.seeded(1));
    ImageData other = new ProceduralShapes(20, 20).load(LoadRequest.seeded(2));
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(levels(few.train(), i), levels(more.train(), i));
      assertFalse(Arrays.equals(levels(few.train(), i), levels(few.test(), i)), "splits");
      assertFalse(Arrays.equals(levels(few.train(), i), levels(other.train(), i)), "seeds");
    }
    assertFalse(Arrays.equals(levels(few.train(), 0), levels(few.train(), 10)), "indices");
  }

  /** The painter does not look for a figure beyond its reach. */
  @ParameterizedTest
  @EnumSource
  void aFigureLiesWithinItsReachAndFillsSomeOfIt(ShapeClass figure) {
    int covered = 0;
    double furthest = 0;
    for (int i = -150; i <= 150; i++) {
      for (int j = -150; j <= 150; j++) {
        if (figure.covers(i / 100.0, j / 100.0)) {
          covered++;
          furthest = Math.max(furthest, Math.hypot(i / 100.0, j / 100.0));
        }
      }
    }
    double reach = furthest;
    assertTrue(furthest > 0.8 && furthest <= ShapeClass.REACH, () -> figure + " reaches " + reach);
    double area = covered / 10_000.0;
    assertTrue(area > 0.6 && area < 2.4, () -> figure + " covers " + area);
  }

  @Test
  void figuresAreTheFiguresTheyAreNamedAfter() {
    assertTrue(ShapeClass.DISC.covers(0, 0));
    assertFalse(ShapeClass.RING.covers(0, 0));
    assertTrue(ShapeClass.SQUARE.covers(0.65, 0.65));
    assertFalse(ShapeClass.DISC.covers(0.65, 0.65));
    assertFalse(ShapeClass.FRAME.covers(0, 0));
    assertTrue(ShapeClass.FRAME.covers(0.6, 0.6));
    assertTrue(ShapeClass.TRIANGLE.covers(0, -0.95), "the tip is up, where y is least");
    assertFalse(ShapeClass.TRIANGLE.covers(0.5, -0.5));
    assertTrue(ShapeClass.CROSS.covers(0, 0.9) && ShapeClass.CROSS.covers(0.9, 0));
    assertFalse(ShapeClass.CROSS.covers(0.5, 0.5));
    assertTrue(ShapeClass.STAR.covers(0, -0.9), "a tip is up");
    assertFalse(ShapeClass.STAR.covers(0, 0.9), "a notch is down");
    assertTrue(ShapeClass.CRESCENT.covers(-0.8, 0));
    assertFalse(ShapeClass.CRESCENT.covers(0.4, 0));
    assertTrue(ShapeClass.STRIPES.covers(0, 0.5) && !ShapeClass.STRIPES.covers(0.27, 0.5));
    assertTrue(ShapeClass.CHECKERS.covers(0.2, 0.2) && !ShapeClass.CHECKERS.covers(0.2, -0.2));
  }

  private static long checksum(LabelledImages images) {
    CRC32 checksum = new CRC32();
    for (int i = 0; i < images.size(); i++) {
      checksum.update(levels(images, i));
    }
    return checksum.getValue();
  }

  private static byte[] levels(LabelledImages images, int image) {
    return Images.read(images, image).toArray();
  }
}
