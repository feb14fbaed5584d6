package sec.runtime.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.function.Consumer;

/** One attempt at a file, from where it was. */
final class Transfer {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int BUFFER = 1 << 16;

  private final HttpClient client;
  private final RemoteFile file;
  private final FileChannel channel;
  private final Duration stall;
  private final Consumer<String> notice;

  /** An attempt has failed. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean last;

    private Failure(String message, boolean last) {
      super(message);
      this.last = last;
    }

    /** Whether another attempt would fail alike. */
    boolean isFinal() {
      return last;
    }
  }

  Transfer(
      HttpClient client,
      RemoteFile file,
      FileChannel channel,
      Duration stall,
      Consumer<String> notice) {
    this.client = client;
    this.file = file;
    this.channel = channel;
    this.stall = stall;
    this.notice = notice;
  }

  /**
   * Writes what is missing to the end of the file.
   *
   * @throws IOException if the file cannot be written
   */
  void run() throws IOException, Failure {
    long start = channel.size();
    HttpResponse<InputStream> response = ask(start);
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> {
          // A server that does not know of parts sends all.
          channel.truncate(0);
          write(response, body, 0);
        }
        case PARTIAL -> {
          if (!begins(response, start)) {
            channel.truncate(0);
            throw new Failure("the server sends another part than was asked for", false);
          }
          write(response, body, start);
        }
        case NOT_SATISFIABLE -> {
          // Nothing is missing; the checksum will tell.
        }
        default -> throw refused(response.statusCode());
      }
    }
  }

  private HttpResponse<InputStream> ask(long start) throws Failure {
    HttpRequest.Builder request = HttpRequest.newBuilder(file.address()).timeout(stall);
    if (start > 0) {
      request.header("Range", "bytes=" + start + "-");
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new Failure(said(e), false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", true);
    }
  }

  /** Java's own words are often none. */
  private static String said(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "the server's name is not known here; is there a network?";
      }
    }
    return switch (e) {
      case HttpTimeoutException timeout -> "the server does not answer";
      case ConnectException refused -> "there is no connection to the server";
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }

  private static boolean begins(HttpResponse<?> response, long start) {
    return response
        .headers()
        .firstValue("Content-Range")
        .map(range -> range.startsWith("bytes " + start + "-"))
        .orElse(false);
  }

  private static Failure refused(int status) {
    boolean mayPass =
        status < CLIENT_ERROR
            || status >= SERVER_ERROR
            || status == TOO_MANY_REQUESTS
            || status == REQUEST_TIMEOUT;
    return new Failure("the server answers " + status, !mayPass);
  }

  private void write(HttpResponse<?> response, InputStream body, long start)
      throws IOException, Failure {
    long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    long total = length < 0 ? -1 : start + length;
    Progress progress = new Progress(file.name(), start, total, notice);
    byte[] buffer = new byte[BUFFER];
    long place = start;
    try (Watchdog watchdog = new Watchdog(body, stall)) {
      for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
        watchdog.fed();
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
          place += channel.write(bytes, place);
        }
        progress.at(place);
      }
    }
    if (total >= 0 && place < total) {
      throw new Failure("the connection was cut off", false);
    }
  }

  /** Apart, so that what the network does is not taken for what the disk does. */
  private static int read(InputStream body, byte[] buffer) throws Failure {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new Failure(said(e), false);
    }
  }
}
