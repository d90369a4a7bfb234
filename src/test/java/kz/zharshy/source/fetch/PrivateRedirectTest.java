package kz.zharshy.source.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import kz.zharshy.fault.Proves;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.feed.FeedServer;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A public site cannot lead the fetcher to a private address, and its name cannot change. */
final class PrivateRedirectTest {
  private static final URI PAGE = URI.create("http://news.example/a");

  private final FeedServer site = new FeedServer();
  private final List<String> connected = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "//127.0.0.1/",
        "https://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "http://inside.example/"
      })
  @Proves(
      "a URL to a private or link-local address, in any notation, by redirect or by DNS"
          + " rebinding | every hop is checked")
  void aRedirectToAPrivateAddressIsRefusedBeforeItIsConnectedTo(String location) {
    site.page(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          FeedServer.answer(exchange, 302, "text/plain", new byte[0]);
        });
    assertThatThrownBy(() -> fetcher(PrivateRedirectTest::resolve).fetch(PAGE))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(" is refused: ");
    assertThat(connected).containsExactly("news.example/8.8.8.8:80");
  }

  @Test
  @Proves(
      "a URL to a private or link-local address, in any notation, by redirect or by DNS"
          + " rebinding | the checked address is the one connected to")
  void aNameThatLeadsElsewhereByTheSecondLookIsRefused() {
    AtomicInteger asked = new AtomicInteger();
    Dns changing =
        host ->
            asked.incrementAndGet() == 1
                ? resolve(host)
                : List.of(InetAddress.getLoopbackAddress());
    assertThatThrownBy(() -> fetcher(changing).fetch(PAGE))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("leads to the private address 127.0.0.1");
    assertThat(connected).isEmpty();
  }

  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    return switch (host) {
      case "news.example" -> List.of(InetAddress.getByAddress(host, new byte[] {8, 8, 8, 8}));
      case "inside.example" -> List.of(InetAddress.getByName("192.168.1.1"));
      default -> Dns.SYSTEM.lookup(host);
    };
  }

  private PageFetcher fetcher(Dns dns) {
    return new PageFetcher(false, dns, new ToTheSite(), Duration.ofSeconds(10), 5);
  }

  /** Notes where a connection is wanted to, and makes it to the site on this machine. */
  private final class ToTheSite extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
          connected.add(address.toString());
          InetAddress here = InetAddress.getLoopbackAddress();
          super.connect(new InetSocketAddress(here, site.at("/").getPort()), timeout);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
