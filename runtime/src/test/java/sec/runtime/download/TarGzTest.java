package sec.runtime.download;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarGzTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private Path archive(Map<String, String> files) throws IOException {
    Path archive = folder.resolve("a.tar.gz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    return archive;
  }

  private List<String> there() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void unpacksTheFolderAndNothingThatLiesOutsideOfIt() throws Exception {
    Path archive =
        archive(
            Map.of(
                "set/a.bin", "one",
                "./set/b.bin", "two",
                "set/../c.bin", "three",
                "../d.bin", "four",
                "/set/e.bin", "five",
                "other/f.bin", "six",
                "set/deep/g.bin", "seven",
                "set/..h", "eight"));
    TarGz.unpack(archive, "set", folder);
    assertEquals(List.of("a.tar.gz", "set/a.bin", "set/b.bin"), there());
    assertEquals("two", Files.readString(folder.resolve("set/b.bin")));
  }

  @Test
  void leavesNoFolderThatLooksWhole() throws Exception {
    Path archive = archive(Map.of("set/a.bin", "one".repeat(50_000), "set/b.bin", "two"));
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
    DownloadException e =
        assertThrows(DownloadException.class, () -> TarGz.unpack(archive, "set", folder));
    assertTrue(
        requireNonNull(e.getMessage()).contains("a.tar.gz cannot be unpacked"), e.getMessage());
    assertFalse(Files.exists(folder.resolve("set")));

    Files.write(archive, bytes);
    TarGz.unpack(archive, "set", folder);
    assertEquals(List.of("a.tar.gz", "set/a.bin", "set/b.bin"), there());
  }

  @Test
  void saysThatAnArchiveIsAnother() throws Exception {
    Path archive = archive(Map.of("other/a.bin", "one"));
    DownloadException e =
        assertThrows(DownloadException.class, () -> TarGz.unpack(archive, "set", folder));
    assertTrue(requireNonNull(e.getMessage()).contains("holds no folder set"), e.getMessage());
  }

  @Test
  void twoDoNotUnpackIntoOneFolder() throws Exception {
    Path archive = archive(Map.of("set/a.bin", "one"));
    Path unfinished = Files.createDirectory(folder.resolve(".set.unpacking"));
    Path others = Files.writeString(unfinished.resolve("a.bin"), "half of it");
    Path locked = folder.resolve(".set.lock");
    try (FileChannel channel =
            FileChannel.open(locked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      DownloadException e =
          assertThrows(DownloadException.class, () -> TarGz.unpack(archive, "set", folder));
      assertTrue(
          requireNonNull(e.getMessage()).contains("is being unpacked by another process"),
          e.getMessage());
      assertEquals("half of it", Files.readString(others));
    }
    // The other one was cut off.
    TarGz.unpack(archive, "set", folder);
    assertEquals(List.of("a.tar.gz", "set/a.bin"), there());
    assertEquals("one", Files.readString(folder.resolve("set/a.bin")));
  }

  @Test
  void takesWhatAnotherHasUnpackedMeanwhile() throws Exception {
    Path archive = archive(Map.of("set/a.bin", "one"));
    Files.createDirectory(folder.resolve("set"));
    Files.writeString(folder.resolve("set/a.bin"), "another's");
    TarGz.unpack(archive, "set", folder);
    assertEquals("another's", Files.readString(folder.resolve("set/a.bin")));
    assertEquals(List.of("a.tar.gz", "set/a.bin"), there());
  }
}
