package sec.runtime.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import sec.compiler.io.FileFailure;
import sec.runtime.WriteLock;

/** Unpacks one folder of files out of an archive. */
public final class TarGz {
  private TarGz() {}

  /**
   * Puts the files that lie in {@code folder} in the archive into a folder of that name, all or
   * none: whoever is cut off leaves no folder that looks whole. Another process that does the same
   * is not disturbed; if it was first, its folder is taken.
   *
   * @param into the folder's folder; what has that name in it is taken as it is
   * @throws DownloadException if the archive is broken or has no such folder, there is no room, or
   *     another process is at it
   */
  public static void unpack(Path archive, String folder, Path into) throws DownloadException {
    Path target = into.resolve(folder);
    Path locked = into.resolve("." + folder + ".lock");
    try {
      try (FileChannel channel =
              FileChannel.open(locked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = WriteLock.of(channel)) {
        if (lock == null) {
          throw new DownloadException(
              archive + " is being unpacked by another process; wait for it");
        }
        if (!Files.exists(target)) {
          unpackAlone(archive, folder, target);
        }
      }
      // Whoever holds this file or makes it anew from now on finds the folder, and does nothing.
      Files.deleteIfExists(locked);
    } catch (IOException e) {
      throw new DownloadException(archive + " cannot be unpacked: " + FileFailure.message(e), e);
    }
  }

  private static void unpackAlone(Path archive, String folder, Path target)
      throws IOException, DownloadException {
    Path unfinished = target.resolveSibling("." + folder + ".unpacking");
    clear(unfinished);
    Files.createDirectories(unfinished);
    int files = 0;
    try (InputStream in = Files.newInputStream(archive);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(in)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        files += unpack(tar, entry, folder, unfinished);
      }
    }
    if (files == 0) {
      throw new DownloadException(archive + " holds no folder " + folder);
    }
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Files right in the folder and nothing else: no links, no paths that lead elsewhere. */
  private static int unpack(
      TarArchiveInputStream tar, TarArchiveEntry entry, String folder, Path to) throws IOException {
    String prefix = folder + "/";
    String path = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
    if (!entry.isFile() || !path.startsWith(prefix)) {
      return 0;
    }
    String name = path.substring(prefix.length());
    if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.startsWith("..")) {
      return 0;
    }
    Files.copy(tar, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    return 1;
  }

  /** What an earlier attempt left. */
  private static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (var listed = Files.list(folder)) {
      listed.forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
