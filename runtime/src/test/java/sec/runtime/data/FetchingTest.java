package sec.runtime.data;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sec.runtime.data.DataException.Kind;
import sec.runtime.download.RemoteFile;

/** Data sets that are not there yet, from a server of the JDK's own. */
class FetchingTest {
  private final Map<String, byte[]> published = new ConcurrentHashMap<>();
  private final List<String> notices = new ArrayList<>();

  @TempDir Path parent;
  private Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    folder = parent.resolve("not/there/yet");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] content = published.get(exchange.getRequestURI().getPath().substring(1));
            if (content == null) {
              exchange.sendResponseHeaders(404, -1);
            } else {
              exchange.sendResponseHeaders(200, content.length);
              exchange.getResponseBody().write(content);
            }
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private RemoteFile publish(String name, byte[] content) throws Exception {
    published.put(name, content);
    byte[] md5 = MessageDigest.getInstance("MD5").digest(content);
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
    return new RemoteFile(address, HexFormat.of().formatHex(md5));
  }

  private LoadRequest request() {
    return LoadRequest.from(folder).downloading(notices::add);
  }

  @Test
  void fetchesAndUnpacksCifarOnce() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (String file : List.of("train.bin", "test.bin")) {
        TarArchiveEntry entry = new TarArchiveEntry("cifar-100-binary/" + file);
        entry.setSize(2 * 3074);
        tar.putArchiveEntry(entry);
        tar.write(new byte[2 * 3074]);
        tar.closeArchiveEntry();
      }
    }
    RemoteFile archive = publish("cifar-100-binary.tar.gz", bytes.toByteArray());
    Cifar cifar = Cifar.hundred(2, 2).from(archive);
    DataException missing =
        assertThrows(DataException.class, () -> cifar.load(LoadRequest.from(folder)));
    assertTrue(requireNonNull(missing.getMessage()).contains("--download"), missing.getMessage());

    assertEquals(2, cifar.load(request()).train().size());
    published.clear();
    assertEquals(2, cifar.load(request()).train().size());
    assertEquals(2, cifar.load(LoadRequest.from(folder)).test().size());
  }

  @Test
  void fetchesBothFilesOfSvhn() throws Exception {
    byte[] mat;
    try (InputStream in = requireNonNull(SvhnTest.class.getResourceAsStream("svhn.mat"))) {
      mat = in.readAllBytes();
    }
    RemoteFile train = publish("train_32x32.mat", mat);
    RemoteFile test = publish("test_32x32.mat", mat);
    Svhn svhn = new Svhn(List.of(train, test));
    published.remove("test_32x32.mat");
    DataException e = assertThrows(DataException.class, () -> svhn.load(request()));
    assertEquals(Kind.MISSING, e.kind());
    assertTrue(requireNonNull(e.getMessage()).contains("answers 404"), e.getMessage());
    assertTrue(e.getMessage().contains("put it at " + folder.resolve("test_32x32.mat")));
    published.put("test_32x32.mat", mat);
    assertEquals(6, svhn.load(request()).test().size());
    assertTrue(notices.getFirst().startsWith("train_32x32.mat: fetching"), notices::toString);
  }
}
