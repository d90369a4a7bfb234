package kz.zharshy.source.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import kz.zharshy.fault.Proves;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are fetched from the internet within bounds, and private addresses never. */
class PageFetcherTest {
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    finished.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aPageIsFetchedWithTheCharacterSetThatItsServerDeclares() throws Exception {
    byte[] page = "Жаңалық жоқ, новости есть".getBytes(StandardCharsets.UTF_8);
    route("/a", exchange -> answer(exchange, 200, "text/plain; charset=windows-1251", page));
    SourceText fetched = intranet().fetch(at("/a"));
    assertThat(fetched.name()).isEqualTo(at("/a").toString());
    assertThat(fetched.bytes()).isEqualTo(page);
    assertThat(fetched.charset()).isEqualTo("windows-1251");
  }

  @Test
  void redirectsAreFollowedAndTheLastAddressIsThePages() throws Exception {
    redirect("/a", "/b");
    redirect("/b", at("/c").toString());
    route("/c", exchange -> answer(exchange, 200, "text/html", new byte[] {'x'}));
    assertThat(intranet().fetch(at("/a")).name()).isEqualTo(at("/c").toString());
  }

  @Test
  @Proves(
      "a feed or page that is a zip bomb, endless, slow, or has a DOCTYPE with entities"
          + " | capped in redirects")
  void anEndlessRedirectIsGivenUp() {
    redirect("/a", "/a");
    assertThatThrownBy(() -> intranet().fetch(at("/a")))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(at("/a") + " redirects more than 5 times. Give the final address.");
    assertThat(requests).hasValue(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/a",
        "http://127.1:%d/a",
        "http://0x7f.1:%d/a",
        "http://2130706433:%d/a",
        "http://017700000001:%d/a",
        "http://0177.0.0.1:%d/a",
        "http://127.0.0.1.:%d/a",
        "http://0.0.0.0:%d/a",
        "http://[::1]:%d/a",
        "http://[::]:%d/a",
        "http://[::ffff:127.0.0.1]:%d/a",
        "http://[::ffff:7f00:1]:%d/a",
        "http://[64:ff9b::7f00:1]:%d/a",
        "http://[2002:7f00:1::]:%d/a",
        "http://[::ffff:0:127.0.0.1]:%d/a",
        "http://[4000::7f00:1]:%d/a",
        "http://user@127.0.0.1:%d/a",
        "http://１２７.０.０.１:%d/a",
        "http://[fc00::1]:%d/a",
        "http://[fe80::1]:%d/a",
        "http://localhost:%d/a",
        "http://10.0.0.1/",
        "http://172.31.255.255/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://224.0.0.1/",
        "http://255.255.255.255/"
      })
  @Proves(
      "a URL to a private or link-local address, in any notation, by redirect or by DNS"
          + " rebinding | refused before connecting")
  void privateAddressesAreRefusedBeforeAnyConnection(String address) {
    route("/a", exchange -> answer(exchange, 200, "text/plain", new byte[] {'x'}));
    URI uri = URI.create(address.replace("%d", String.valueOf(server.getAddress().getPort())));
    assertThatThrownBy(() -> new PageFetcher(false).fetch(uri))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(" is refused: ")
        .hasMessageContaining("Only pages of the internet are fetched.");
    assertThat(requests).hasValue(0);
  }

  @Test
  void aNameThatResolvesToAPrivateAddressIsRefused() {
    Dns dns = host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getLoopbackAddress());
    PageFetcher fetcher = new PageFetcher(false, dns, Duration.ofSeconds(5));
    assertThatThrownBy(() -> fetcher.fetch(URI.create("http://news.example/a")))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("news.example leads to the private address 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://example.kz/a", "gopher://example.kz", "a.txt"})
  void otherSchemesAreRefused(String address) {
    assertThatThrownBy(() -> intranet().fetch(URI.create(address)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("http:// or https://");
  }

  @Test
  void aRedirectToAnotherSchemeIsRefused() {
    redirect("/a", "file:///etc/passwd");
    assertThatThrownBy(() -> intranet().fetch(at("/a"))).isInstanceOf(UnreadableException.class);
  }

  @Test
  @Proves(
      "a feed or page that is a zip bomb, endless, slow, or has a DOCTYPE with entities"
          + " | capped in size after decompression")
  void aPageThatGrowsTooLargeWhenUnpackedIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[6 * 1024 * 1024]);
    }
    route(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          answer(exchange, 200, "text/plain", packed.toByteArray());
        });
    assertThatThrownBy(() -> intranet().fetch(at("/a")))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("larger than 5 MB");
  }

  @Test
  @Proves(
      "a feed or page that is a zip bomb, endless, slow, or has a DOCTYPE with entities"
          + " | capped in time")
  void aPageThatNeverEndsIsGivenUp() {
    route(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          await();
        });
    PageFetcher fetcher = new PageFetcher(true, Dns.SYSTEM, Duration.ofMillis(300));
    assertThatThrownBy(() -> fetcher.fetch(at("/a")))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("took longer than");
  }

  @Test
  void anErrorOfTheServerIsTold() {
    route("/a", exchange -> answer(exchange, 404, "text/html", new byte[] {'x'}));
    assertThatThrownBy(() -> intranet().fetch(at("/a")))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(at("/a") + " answers 404. Check the address in a browser.");
  }

  private void await() {
    try {
      assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PageFetcher intranet() {
    return new PageFetcher(true);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void redirect(String from, String to) {
    route(
        from,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          answer(exchange, 302, "text/plain", new byte[0]);
        });
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private void route(String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
