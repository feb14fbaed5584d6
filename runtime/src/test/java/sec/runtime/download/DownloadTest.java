package sec.runtime.download;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of the JDK's own, with all that servers and networks do. */
@Timeout(60)
class DownloadTest {
  private static final int SIZE = 300_000;

  /** How a server answers one request. */
  private interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final byte[] content = new byte[SIZE];
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private final List<String> notices = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @TempDir Path folder;
  private HttpServer server;
  private RemoteFile file;

  @BeforeEach
  void serve() throws Exception {
    new Random(5).nextBytes(content);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    file = new RemoteFile(address("/sets/data.tar.gz"), md5(content));
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  private static String md5(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      ranges.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
      @Nullable Answer answer = answers.poll();
      (answer == null ? (Answer) this::part : answer).give(exchange);
    }
  }

  private static int start(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? 0 : (int) asked(range);
  }

  /** As a good server does. */
  private void part(HttpExchange exchange) throws IOException {
    send(exchange, content, SIZE);
  }

  /** What was asked for, up to a place at which the connection breaks. */
  private void send(HttpExchange exchange, byte[] bytes, int end) throws IOException {
    int start = start(exchange);
    if (start >= bytes.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (start > 0) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + start + "-" + (bytes.length - 1) + "/" + bytes.length);
    }
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, bytes.length - start);
    try {
      exchange.getResponseBody().write(bytes, start, Math.max(0, end - start));
      exchange.getResponseBody().flush();
    } catch (IOException e) {
      // The other side has gone; that is some of what is tried here.
    }
  }

  private Path fetch() throws DownloadException {
    return new Download(notices::add, Duration.ofMillis(500), Duration.ofMillis(1))
        .fetch(file, folder);
  }

  /** Where a request's part begins; of a broken connection the last bytes may be lost. */
  private static long asked(String range) {
    return Long.parseLong(range.replaceAll("bytes=(\\d+)-", "$1"));
  }

  private void assertWhole(Path fetched) throws IOException {
    assertEquals(folder.resolve("data.tar.gz"), fetched);
    assertArrayEquals(content, Files.readAllBytes(fetched));
    assertFalse(Files.exists(folder.resolve("data.tar.gz.part")));
  }

  private DownloadException fails(String... parts) {
    DownloadException e = assertThrows(DownloadException.class, this::fetch);
    for (String part : parts) {
      assertTrue(requireNonNull(e.getMessage()).contains(part), e.getMessage());
    }
    return e;
  }

  @Test
  void fetchesAndSaysHowFarItIs() throws Exception {
    assertWhole(fetch());
    assertEquals("data.tar.gz: fetching, 0.3 MB in all", notices.getFirst());
    assertTrue(notices.getLast().startsWith("data.tar.gz: 100 % of 0.3 MB"), notices::toString);
    assertWhole(fetch());
    assertEquals(List.of("null"), ranges, "what is there is not fetched again");
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws Exception {
    for (int end : new int[] {100_000, 100_000, 250_000}) {
      answers.add(exchange -> send(exchange, content, end));
    }
    assertWhole(fetch());
    assertEquals("null", ranges.getFirst());
    assertTrue(asked(ranges.getLast()) > 100_000, ranges::toString);
    assertTrue(notices.toString().contains("going on from "), notices::toString);
  }

  @Test
  void goesOnWhereAnEarlierProcessEnded() throws Exception {
    Files.write(folder.resolve("data.tar.gz.part"), Arrays.copyOf(content, 120_000));
    assertWhole(fetch());
    assertEquals(List.of("bytes=120000-"), ranges);
  }

  @Test
  void keepsWhatItHasWhenItGivesUp() throws Exception {
    answers.add(exchange -> send(exchange, content, 90_000));
    for (int i = 0; i < 4; i++) {
      answers.add(exchange -> exchange.sendResponseHeaders(503, -1));
    }
    fails(
        "cannot be fetched from http://localhost",
        "the server answers 503",
        "Try again",
        file.md5());
    long kept = Files.size(folder.resolve("data.tar.gz.part"));
    assertTrue(kept > 0 && kept <= 90_000, () -> "kept " + kept);
    assertWhole(fetch());
    assertEquals(kept, asked(ranges.getLast()));
  }

  @Test
  void givesUpAConnectionOverWhichNothingComes() throws Exception {
    answers.add(
        exchange -> {
          send(exchange, content, 70_000);
          pause();
        });
    assertWhole(fetch());
    assertEquals(2, ranges.size());
    assertTrue(asked(ranges.getLast()) > 0, ranges::toString);
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void beginsAnewWhereAServerKnowsNoParts() throws Exception {
    Files.write(folder.resolve("data.tar.gz.part"), Arrays.copyOf(content, 120_000));
    answers.add(
        exchange -> {
          exchange.sendResponseHeaders(200, SIZE);
          exchange.getResponseBody().write(content);
        });
    assertWhole(fetch());
  }

  @Test
  void takesAFileOfUnknownLength() throws Exception {
    answers.add(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(content);
          }
        });
    assertWhole(fetch());
    assertEquals("data.tar.gz: fetching", notices.getFirst());
  }

  @Test
  void followsAServerToAnotherPlace() throws Exception {
    answers.add(
        exchange -> {
          exchange.getResponseHeaders().set("Location", address("/elsewhere").toString());
          exchange.sendResponseHeaders(302, -1);
        });
    assertWhole(fetch());
  }

  @Test
  void refusesWhatHasAnotherChecksum() throws Exception {
    byte[] other = content.clone();
    other[SIZE / 2] ^= 1;
    answers.add(exchange -> send(exchange, other, SIZE));
    fails("its MD5 is " + md5(other) + ", not " + file.md5());
    assertFalse(Files.exists(folder.resolve("data.tar.gz")));
    assertEquals(0, Files.size(folder.resolve("data.tar.gz.part")), "it is of no use");
    assertWhole(fetch());
  }

  @Test
  void beginsAnewWhereAnEarlierPartWasOfAnotherFile() throws Exception {
    Files.write(folder.resolve("data.tar.gz.part"), new byte[120_000]);
    assertWhole(fetch());
    assertEquals(List.of("bytes=120000-", "null"), ranges);
    Files.delete(folder.resolve("data.tar.gz"));
    Files.write(folder.resolve("data.tar.gz.part"), new byte[SIZE + 10]);
    assertWhole(fetch());
  }

  @Test
  void leavesAFileAloneThatIsSomethingElse() throws Exception {
    Files.writeString(folder.resolve("data.tar.gz"), "mine");
    fails("is not what is published", "Remove it to have it fetched");
    assertEquals("mine", Files.readString(folder.resolve("data.tar.gz")));
    assertEquals(List.of(), ranges);
  }

  @Test
  void doesNotAskAgainForWhatIsNotThere() {
    answers.add(exchange -> exchange.sendResponseHeaders(404, -1));
    fails("the server answers 404", "put it at " + folder.resolve("data.tar.gz"));
    assertEquals(1, ranges.size());
  }

  @Test
  void saysWhatToDoWithoutANetwork() throws Exception {
    server.stop(0);
    fails(
        "there is no connection to the server",
        "put it at " + folder.resolve("data.tar.gz"),
        file.md5());
    file = new RemoteFile(URI.create("http://nowhere.invalid/data.tar.gz"), file.md5());
    fails("is there a network?");
  }

  @Test
  void twoDoNotWriteToOneFile() throws Exception {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("data.tar.gz.part"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      fails("is being written by another process");
    }
    assertWhole(fetch());
  }

  /** A second reader of the file that is closed would give its lock free. */
  @Test
  void staysLockedWhenItsChecksumHasBeenTaken() throws Exception {
    Path part = Files.write(folder.resolve("data.tar.gz.part"), new byte[SIZE]);
    List<Boolean> locked = new ArrayList<>();
    new Download(
            notice -> {
              if (notice.contains("does not fit")) {
                locked.add(LockProbe.isLocked(part));
              }
            },
            Duration.ofMillis(500),
            Duration.ofMillis(1))
        .fetch(file, folder);
    assertEquals(List.of(true), locked);
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "mine");
    DownloadException e =
        assertThrows(DownloadException.class, () -> new Download(notices::add).fetch(file, taken));
    assertTrue(requireNonNull(e.getMessage()).contains("cannot be kept"), e.getMessage());
    assertEquals("mine", Files.readString(taken));
  }
}
