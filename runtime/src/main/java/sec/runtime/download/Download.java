package sec.runtime.download;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import sec.compiler.io.FileFailure;
import sec.runtime.WriteLock;

/**
 * Fetches files. What has come of one lies in {@code NAME.part} until its checksum has been found
 * right; whoever is cut off, by the network or by Ctrl-C, goes on from there.
 */
public final class Download {
  /** How often in a row an attempt may bring nothing. */
  private static final int PATIENCE = 4;

  private final HttpClient client;
  private final Duration stall;
  private final Duration pause;
  private final Consumer<String> notice;

  /**
   * A download over the network as the system and Java's proxy settings have it.
   *
   * @param notice told how far it is
   */
  public Download(Consumer<String> notice) {
    this(notice, Duration.ofSeconds(60), Duration.ofSeconds(2));
  }

  /**
   * A download with other times.
   *
   * @param stall how long nothing may come before the connection is given up
   * @param pause before the next attempt
   */
  Download(Consumer<String> notice, Duration stall, Duration pause) {
    this.notice = notice;
    this.stall = stall;
    this.pause = pause;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * Fetches a file into a folder, which is made, unless it is there already and right.
   *
   * @throws DownloadException if that cannot be done
   */
  public Path fetch(RemoteFile file, Path folder) throws DownloadException {
    Path target = folder.resolve(file.name());
    try {
      if (Files.exists(target)) {
        if (Checksum.md5(target).equals(file.md5())) {
          return target;
        }
        throw new DownloadException(
            target
                + " is there, but is not what is published: its MD5 is "
                + Checksum.md5(target)
                + ", not "
                + file.md5()
                + ". Remove it to have it fetched.");
      }
      Files.createDirectories(folder);
      fetchAlone(file, target);
      return target;
    } catch (IOException e) {
      throw new DownloadException(file.name() + " cannot be kept: " + FileFailure.message(e), e);
    }
  }

  /** With the partial file locked: two that write to it would spoil it for both. */
  private void fetchAlone(RemoteFile file, Path target) throws IOException, DownloadException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = WriteLock.of(channel)) {
      if (lock == null) {
        throw new DownloadException(part + " is being written by another process; wait for it");
      }
      boolean resumed = channel.size() > 0;
      receive(file, channel, target);
      String found = Checksum.md5(channel);
      if (!found.equals(file.md5()) && resumed) {
        notice.accept(file.name() + ": what was there before does not fit; fetching all of it");
        channel.truncate(0);
        receive(file, channel, target);
        found = Checksum.md5(channel);
      }
      if (!found.equals(file.md5())) {
        channel.truncate(0);
        throw new DownloadException(
            "%s from %s is not what it should be: its MD5 is %s, not %s. %s"
                .formatted(file.name(), file.address(), found, file.md5(), byHand(file, target)));
      }
      channel.force(true);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Attempt after attempt, as long as each brings something. */
  private void receive(RemoteFile file, FileChannel channel, Path target)
      throws IOException, DownloadException {
    int idle = 0;
    while (true) {
      long before = channel.size();
      try {
        new Transfer(client, file, channel, stall, notice).run();
        return;
      } catch (Transfer.Failure e) {
        idle = channel.size() > before ? 0 : idle + 1;
        if (e.isFinal() || idle == PATIENCE) {
          throw new DownloadException(
              "%s cannot be fetched from %s: %s. %s"
                  .formatted(file.name(), file.address(), e.getMessage(), byHand(file, target)),
              e);
        }
        rest();
      }
    }
  }

  private void rest() throws DownloadException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DownloadException("the download was interrupted", e);
    }
  }

  private static String byHand(RemoteFile file, Path target) {
    return "Try again, which goes on from where it was; or fetch it in another way (MD5 "
        + file.md5()
        + ") and put it at "
        + target
        + ".";
  }
}
