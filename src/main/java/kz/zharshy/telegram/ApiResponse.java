package kz.zharshy.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what surrounds a result: {@code {"ok":true,"result":…}} or {@code
 * {"ok":false,"error_code":…,"description":…,"parameters":…}}. TelegramBots' own reading loses the
 * HTTP status, and everything where one field has a strange value.
 */
record ApiResponse(BotToken token) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int LONGEST_DESCRIPTION = 500;

  /** Why there is no result; empty if there is one. */
  Optional<Outcome<?>> failure(int status, String body) {
    JsonNode answer = parse(body);
    if (answer == null || !answer.path("ok").isBoolean()) {
      return Optional.of(unknown(status, "an answer that is not the Bot API's"));
    }
    if (!answer.get("ok").booleanValue()) {
      return Optional.of(error(status, answer));
    }
    if (status / 100 != 2) {
      return Optional.of(unknown(status, "an error and a success at once"));
    }
    return answer.hasNonNull("result")
        ? Optional.empty()
        : Optional.of(unknown(status, "a success without a result"));
  }

  private Outcome<?> error(int status, JsonNode answer) {
    String description = shown(answer.path("description").asText(""));
    int code = answer.path("error_code").asInt(status);
    if (!isRefusal(status == 200 ? code : status) || !isRefusal(code)) {
      return unknown(status, "error " + code + " " + description);
    }
    JsonNode parameters = answer.path("parameters");
    return new Outcome.Refused<>(
        code, description, wait(parameters.path("retry_after")), chat(parameters));
  }

  /** 408 is a proxy that gave up waiting for a server which may well go on. */
  private static boolean isRefusal(int code) {
    return code >= 400 && code < 500 && code != 408;
  }

  private static Outcome<?> unknown(int status, String what) {
    return new Outcome.Unknown<>(Reason.of(ReasonCode.TELEGRAM_FAULT, status, what));
  }

  private static @Nullable Duration wait(JsonNode seconds) {
    if (seconds.isMissingNode() || seconds.isNull()) {
      return null;
    }
    double asked = seconds.asDouble();
    if (asked >= LONGEST_WAIT.toSeconds()) {
      return LONGEST_WAIT;
    }
    Duration wait = Duration.ofMillis((long) Math.ceil(asked * 1000));
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  private static @Nullable Long chat(JsonNode parameters) {
    JsonNode id = parameters.path("migrate_to_chat_id");
    return id.canConvertToLong() ? id.longValue() : null;
  }

  private String shown(String description) {
    String masked = token.mask(description);
    return masked.length() <= LONGEST_DESCRIPTION
        ? masked
        : masked.substring(0, LONGEST_DESCRIPTION) + "…";
  }

  private static @Nullable JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
