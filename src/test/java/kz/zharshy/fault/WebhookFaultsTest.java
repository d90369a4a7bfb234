package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.config.ConfigurationException;
import kz.zharshy.config.SettingsReader;
import kz.zharshy.config.SettingsTable;
import kz.zharshy.health.Health;
import kz.zharshy.ops.HealthServer;
import kz.zharshy.publish.MovableTime;
import kz.zharshy.source.page.SubscribeFooter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bot asks Telegram for its updates; nobody can bring it any. */
@Tag("slow")
final class WebhookFaultsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/webhook", "/health/webhook", "/health"})
  @Proves("a webhook call without the secret | refused before the body is read")
  void isRefusedAtTheOnlyPortThereIsBeforeItsBodyIsRead(String path) throws Exception {
    MovableTime time = new MovableTime();
    Health health = new Health(time, time::nanos);
    try (HealthServer server = HealthServer.start(0, health);
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      OutputStream out = caller.getOutputStream();
      // Of the body nothing is ever sent: whoever waits for it does not answer.
      out.write(
          ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      caller.setSoTimeout(20_000);

      assertThat(statusLine(caller.getInputStream())).containsAnyOf(" 404 ", " 405 ");
    }
  }

  @Test
  @Proves("a webhook call without the secret | webhook mode does not start without a secret")
  void thereIsNoWebhookModeThatCouldBeginWithoutASecret() throws Exception {
    Path file = folder.resolve("zharshy.yaml");
    Files.writeString(file, "bot:\n  webhook: https://example.kz/bot\n");
    SettingsReader reader =
        new SettingsReader(
            new SettingsTable(
                SubscribeFooter::channelsIn, List.of("kk"), timetable -> Optional.empty()));

    assertThatThrownBy(() -> reader.read(file, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("bot.webhook");
  }

  private static String statusLine(InputStream in) throws Exception {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
