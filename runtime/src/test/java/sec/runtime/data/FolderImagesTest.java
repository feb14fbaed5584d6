package sec.runtime.data;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.runtime.data.DataException.Kind;

class FolderImagesTest {
  private final FolderImages folders = new FolderImages();
  private final FlatNames flat = new FlatNames();
  private final List<String> notices = new ArrayList<>();

  @TempDir Path root;
  private LoadRequest request;

  @BeforeEach
  void ask() {
    request = LoadRequest.from(root);
  }

  /** An image whose every level is the number. */
  private Path write(String file, int number) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    BufferedImage image = new BufferedImage(4 + number % 3, 5, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      int rgb = number << 16 | number << 8 | number;
      image.setRGB(i % image.getWidth(), i / image.getWidth(), rgb);
    }
    assertTrue(ImageIO.write(image, "png", path.toFile()));
    return path;
  }

  /** The numbers of a class's images. */
  private static Set<Integer> numbers(LabelledImages images, int label) {
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < images.size(); i++) {
      if (images.label(i) == label) {
        numbers.add(Images.read(images, i).level(0, 0, 0));
      }
    }
    return numbers;
  }

  private DataException fails(ImageDataSource source, String... parts) {
    DataException e = assertThrows(DataException.class, () -> source.load(request));
    for (String part : parts) {
      assertTrue(requireNonNull(e.getMessage()).contains(part), e.getMessage());
    }
    return e;
  }

  @Test
  void readsTrainAndValWithClassesInTheOrderOfTheirNames() throws Exception {
    write("train/dog/b.PNG", 1);
    write("train/cat/a.png", 2);
    write("train/cat/z.png", 3);
    write("val/cat/q.png", 4);
    write("val/dog/q.png", 5);
    write("test/no/q.png", 6);
    Files.writeString(root.resolve("README.txt"), "of no interest");
    Files.writeString(root.resolve("train/cat/.hidden"), "of no interest");
    ImageData data = folders.load(request);
    assertEquals(List.of("cat", "dog"), data.classNames());
    assertNull(data.shape());
    assertEquals(Set.of(2, 3), numbers(data.train(), 0));
    assertEquals(Set.of(1), numbers(data.train(), 1));
    assertEquals(Set.of(4), numbers(data.test(), 0));
    assertEquals(Set.of(5), numbers(data.test(), 1));
    assertEquals(2 / 255f, data.normalisation().mean(0), 0.5 / 255);
  }

  /** As those of Places365 are. */
  @Test
  void aClassIsAFolderThatHoldsImagesHoweverDeep() throws Exception {
    write("train/a/airfield/1.png", 1);
    write("train/a/apartment/outdoor/1.png", 2);
    write("val/a/airfield/1.png", 3);
    assertEquals(List.of("a/airfield", "a/apartment/outdoor"), folders.load(request).classNames());
  }

  @Test
  void readsImageNetAsItIsPublished() throws Exception {
    write("ILSVRC/Data/CLS-LOC/train/n02/n02_1.png", 1);
    write("ILSVRC/Data/CLS-LOC/train/n01/n01_1.png", 2);
    write("ILSVRC/Data/CLS-LOC/val/ILSVRC2012_val_00000001.png", 3);
    write("ILSVRC/Data/CLS-LOC/val/ILSVRC2012_val_00000002.png", 4);
    Path solution = root.resolve("LOC_val_solution.csv");
    Files.writeString(
        solution,
        """
        ImageId,PredictionString
        ILSVRC2012_val_00000002,n02 1 2 3 4 n02 5 6 7 8
        ILSVRC2012_val_00000001,n01 9 9 9 9
        """);
    ImageData data = folders.load(request);
    assertEquals(List.of("n01", "n02"), data.classNames());
    assertEquals(Set.of(3), numbers(data.test(), 0));
    assertEquals(Set.of(4), numbers(data.test(), 1));

    Files.writeString(solution, "ImageId,PredictionString\nILSVRC2012_val_00000002,n03 1\n");
    fails(
        folders,
        "2 of 4 files",
        "00000001.png: is not in ",
        "00000002.png: its class n03 is none of");
    Files.delete(solution);
    Files.writeString(
        root.resolve("val.txt"),
        "ILSVRC2012_val_00000001.JPEG 1\nILSVRC2012_val_00000002.JPEG 0\n");
    assertEquals(Set.of(4), numbers(folders.load(request).test(), 0));
    Files.writeString(root.resolve("val.txt"), "ILSVRC2012_val_00000001.JPEG 2\n");
    fails(folders, "\"ILSVRC2012_val_00000001.JPEG 2\" is not a number from 0 to 1");
    Files.writeString(root.resolve("val.txt"), "ILSVRC2012_val_00000001.JPEG\n");
    fails(folders, "is not an image and the number of its class");
  }

  @Test
  void readsPlacesAsTheyArePublished() throws Exception {
    write("data_256/a/airfield/00000001.png", 1);
    write("data_256/b/bar/00000001.png", 2);
    write("val_256/Places365_val_00000001.png", 3);
    write("val_256/Places365_val_00000002.png", 4);
    // Not in the order of their names.
    Files.writeString(root.resolve("categories_places365.txt"), "/b/bar 0\n/a/airfield 1\n");
    Files.writeString(
        root.resolve("places365_val.txt"),
        "Places365_val_00000001.jpg 0\nPlaces365_val_00000002.jpg 1\n");
    ImageData data = folders.load(request);
    assertEquals(List.of("a/airfield", "b/bar"), data.classNames());
    assertEquals(Set.of(4), numbers(data.test(), 0));
    assertEquals(Set.of(3), numbers(data.test(), 1));
    Files.writeString(root.resolve("categories_places365.txt"), "/b/bar 0\n/a/airfield 7\n");
    fails(folders, "\"/a/airfield 7\" is not a class and its number");
  }

  @Test
  void splitsEachClassByShareAndSeed() throws Exception {
    for (int i = 0; i < 40; i++) {
      write("cat/" + i + ".png", i);
      write((i < 20 ? "dog/" : "emu/") + i + ".png", 100 + i);
    }
    ImageData data = folders.load(request.withTestShare(0.25));
    assertEquals(60, data.train().size());
    assertEquals(20, data.test().size());
    for (int label = 0; label < 3; label++) {
      Set<Integer> tested = numbers(data.test(), label);
      assertEquals(label == 0 ? 10 : 5, tested.size());
      Set<Integer> all = new HashSet<>(numbers(data.train(), label));
      assertFalse(all.removeAll(tested));
      all.addAll(tested);
      assertEquals(label == 0 ? 40 : 20, all.size());
    }
    ImageData again = folders.load(request.withTestShare(0.25));
    assertEquals(numbers(data.test(), 0), numbers(again.test(), 0));
    LoadRequest other = LoadRequest.seeded(1).withFolder(root).withTestShare(0.25);
    assertFalse(numbers(data.test(), 0).equals(numbers(folders.load(other).test(), 0)));
    assertEquals(16, folders.load(request).test().size(), "a fifth unless given");
  }

  @Test
  void readsClassesFromFlatNames() throws Exception {
    for (int i = 0; i < 10; i++) {
      write("train/cat." + i + ".png", i);
      write("train/big_dog-" + i + ".png", 50 + i);
      // Those to be submitted have no class.
      write("test/" + (10 + i) + ".png", 1);
    }
    ImageData data = flat.load(request);
    assertEquals(List.of("big_dog", "cat"), data.classNames());
    assertEquals(16, data.train().size());
    assertEquals(4, data.test().size());
    write("train/17.png", 1);
    write("train/dog/1.png", 1);
    fails(
        flat,
        "2 of 22 files cannot be used",
        "17.png: names no class",
        "dog: is a folder; --data folder");
  }

  /** So many images for each class of training, and for one of testing. */
  private void writeGood(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      write("train/cat/" + i + ".png", 10 + i);
      write("train/dog/" + i + ".png", 20 + i);
      write("val/cat/" + i + ".png", i);
    }
  }

  @Test
  void namesAndCountsWhatCannotBeUsed() throws Exception {
    writeGood(6);
    Path torn = write("train/cat/torn.png", 9);
    Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 45));
    Files.createFile(root.resolve("train/dog/empty.jpg"));
    Files.writeString(root.resolve("val/cat/labels.txt"), "cat");
    write("val/emu/1.png", 1);
    Files.createDirectories(root.resolve("train/gnu"));
    DataException e =
        fails(
            folders,
            "of 23 files cannot be used: ",
            "torn.png: ",
            "empty.jpg: the file is empty",
            "labels.txt: is no image by its name",
            "emu/1.png: its class emu is none of",
            "gnu: a class without an image",
            "--skip-bad");
    assertEquals(Kind.CORRUPT, e.kind());
    assertTrue(requireNonNull(e.getMessage()).startsWith("5 of 23"), e.getMessage());

    ImageData data = folders.load(request.skippingBad(notices::add));
    assertEquals(12, data.train().size());
    assertEquals(6, data.test().size());
    assertEquals(6, notices.size(), notices::toString);
    assertTrue(
        notices.getFirst().startsWith("left out: " + root.resolve("train/gnu") + ": a class"),
        notices::toString);
    assertEquals("5 of 23 files are left out", notices.getLast());
  }

  /** A person who goes on had better know of all, however many. */
  @Test
  void namesEachThatIsLeftOutAndFiveWhereItRefuses() throws Exception {
    writeGood(4);
    for (int i = 10; i < 22; i++) {
      Files.createFile(root.resolve((i % 3 == 0 ? "val/cat/" : "train/dog/") + i + ".png"));
    }
    DataException e = fails(folders, "12 of 24 files cannot be used", "; and 7 more. Mend", "each");
    assertEquals(5, requireNonNull(e.getMessage()).split("the file is empty", -1).length - 1);
    folders.load(request.skippingBad(notices::add));
    for (int i = 10; i < 22; i++) {
      String name = i + ".png: the file is empty";
      assertEquals(1, notices.stream().filter(said -> said.endsWith("/" + name)).count(), name);
    }
    assertEquals("12 of 24 files are left out", notices.removeLast());
    assertEquals(12, notices.size());
  }

  @Test
  void damageFoundWhileTrainingNamesTheFileOrIsReplacedByTheNextImage() throws Exception {
    writeGood(4);
    ImageData strict = folders.load(request);
    ImageData lenient = folders.load(request.skippingBad(notices::add));
    damage(root.resolve("train/cat/3.png"));

    UncheckedDataException e =
        assertThrows(UncheckedDataException.class, () -> Images.read(strict.train(), 3));
    assertTrue(requireNonNull(e.getMessage()).contains("3.png: "), e.getMessage());
    assertTrue(e.getMessage().contains("--skip-bad"), e.getMessage());

    for (int time = 0; time < 2; time++) {
      Pixels pixels = new Pixels();
      assertEquals(1, lenient.train().read(3, pixels), "the label is that of the next image");
      assertEquals(20, pixels.level(0, 0, 0));
    }
    assertEquals(1, notices.size(), notices::toString);
    assertTrue(notices.getFirst().contains("3.png"), notices::toString);

    for (int i = 0; i < 4; i++) {
      Files.delete(root.resolve("train/cat/" + i + ".png"));
      Files.delete(root.resolve("train/dog/" + i + ".png"));
    }
    assertThrows(UncheckedDataException.class, () -> Images.read(lenient.train(), 0));
  }

  /** What looks whole at both ends, and is not in between. */
  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 40, bytes.length - 12, (byte) 7);
    Files.write(file, bytes);
    assertTrue(FileCheck.fault(file).isEmpty());
    assertTrue(FileCheck.faultInside(file).isPresent());
  }

  /** One that took its place would count twice in the accuracy. */
  @Test
  void noTestImageTakesThePlaceOfAnother() throws Exception {
    writeGood(4);
    damage(root.resolve("val/cat/2.png"));
    LabelledImages strict = folders.load(request).test();
    assertThrows(UncheckedDataException.class, () -> Images.read(strict, 2));

    LabelledImages lenient = folders.load(request.skippingBad(notices::add)).test();
    assertEquals(3, lenient.size());
    assertEquals(Set.of(0, 1, 3), numbers(lenient, 0));
    assertEquals("1 of 12 files are left out", notices.getLast());
    assertTrue(notices.getFirst().contains("2.png: "), notices::toString);

    damage(root.resolve("val/cat/1.png"));
    UncheckedDataException e =
        assertThrows(UncheckedDataException.class, () -> Images.read(lenient, 1));
    assertTrue(requireNonNull(e.getMessage()).contains("1.png: "), e.getMessage());
    assertTrue(e.getMessage().contains("start again with --skip-bad"), e.getMessage());
  }

  @Test
  void saysWhatALayoutLacks() throws Exception {
    fails(folders, "has no class, and at least two are needed", "train/CLASS/*.jpg");
    write("cat/1.png", 1);
    write("cat/2.png", 1);
    fails(folders, "has one class, cat");
    write("dog/1.png", 1);
    fails(folders, "has no image for testing");
    write("lost.png", 1);
    fails(folders, "lost.png: lies outside of the classes' folders");
    request = LoadRequest.from(root.resolve("nowhere"));
    assertEquals(Kind.MISSING, fails(folders, "nowhere: there is no such folder").kind());
    request = LoadRequest.from(root.resolve("lost.png"));
    assertEquals(Kind.CORRUPT, fails(flat, "lost.png is not a folder").kind());
    request = LoadRequest.seeded(0);
    assertEquals(Kind.MISSING, fails(flat, "need a folder").kind());
  }

  @Test
  void refusesToSplitWhatIsSplit() throws Exception {
    write("train/cat/1.png", 1);
    write("train/dog/1.png", 1);
    write("val/dog/1.png", 1);
    request = request.withTestShare(0.5);
    fails(folders, "are split already");
  }
}
