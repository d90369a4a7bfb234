package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What a caller learns when Telegram itself says no. */
final class RefusedSendTest {
  private final WireServer server = new WireServer();

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request: message is too long",
    "401, Unauthorized",
    "403, Forbidden: bot was kicked from the channel chat",
    "404, Not Found",
    "409, Conflict: terminated by other getUpdates request",
    "413, Request Entity Too Large"
  })
  void whatTelegramRefusesIsRefused(int code, String description) {
    server.answerWith(WireServer.json(code, refusal(code, description, "")));

    assertThat(send()).isEqualTo(new Outcome.Refused<>(code, description, null, null));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "0, PT1S",
    "-5, PT1S",
    "1.5, PT1.5S",
    "3600, PT1H",
    "99999999999999999999, PT1H",
    "'\"30\"', PT30S",
    "'\"soon\"', PT1S"
  })
  void aWaitIsClampedToBetweenASecondAndAnHour(String seconds, Duration wait) {
    server.answerWith(
        WireServer.json(
            429,
            refusal(
                429, "Too Many Requests", ",\"parameters\":{\"retry_after\":" + seconds + "}")));

    assertThat(send()).isEqualTo(new Outcome.Refused<>(429, "Too Many Requests", wait, null));
  }

  @Test
  void aChatThatMovedTellsWhereTo() {
    String moved = "Bad Request: group chat was upgraded to a supergroup chat";
    server.answerWith(
        WireServer.json(
            400, refusal(400, moved, ",\"parameters\":{\"migrate_to_chat_id\":-1009876543210}")));

    assertThat(send()).isEqualTo(new Outcome.Refused<>(400, moved, null, -1009876543210L));
  }

  private static String refusal(int code, String description, String more) {
    return "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
        .formatted(code, description, more);
  }

  private Outcome<List<Message>> send() {
    ObjectNode params = new ObjectMapper().createObjectNode();
    params.put("chat_id", "@example_news").put("text", "Сәлем");
    try (TelegramBotsApi api =
        new TelegramBotsApi(new BotToken("123:abc"), server.address(), CallLimits.USUAL)) {
      return api.send(new BotCall("sendMessage", params));
    }
  }
}
