package kz.zharshy.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Health;
import kz.zharshy.publish.MovableTime;
import org.junit.jupiter.api.Test;

final class HealthServerTest {
  private final MovableTime time = new MovableTime();
  private final Health health = new Health(time, time::nanos);

  @Test
  void whoAsksHearsOneLineForEachThing() throws Exception {
    try (HealthServer server = HealthServer.start(0, health)) {
      assertThat(ask(server).statusCode()).isEqualTo(200);
      assertThat(ask(server).body()).isEqualTo("fine\n");

      health.note("index", Reason.words("It is\nbuilt anew."));
      assertThat(ask(server).statusCode()).isEqualTo(200);
      assertThat(ask(server).body())
          .isEqualTo("fine\nindex, since 2026-11-22T10:00:00Z: It is\\nbuilt anew.\n");

      health.trouble("polling", Reason.of(ReasonCode.POLL_CONFLICT, "409 Conflict"));
      assertThat(ask(server).statusCode()).isEqualTo(503);
      assertThat(ask(server).body())
          .isEqualTo(
              """
              polling, since 2026-11-22T10:00:00Z: Another program with the same token receives \
              the readers' messages. Stop one of them. Telegram says: 409 Conflict
              index, since 2026-11-22T10:00:00Z: It is\\nbuilt anew.
              """);
    }
  }

  @Test
  void whoAsksSlowlyHoldsUpNobody() throws Exception {
    try (HealthServer server = HealthServer.start(0, health);
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port());
        Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      slow.getOutputStream()
          .write("GET /health HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
      slow.getOutputStream().flush();

      assertThat(silent.isConnected()).isTrue();
      assertThat(ask(server).body()).isEqualTo("fine\n");
    }
  }

  private static HttpResponse<String> ask(HealthServer server) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + "/health");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
