package kz.zharshy.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A call of the Bot API with what is made of its answer; {@link ApiCalls} has them. Its parameters
 * leave exactly as they are given: TelegramBots' own methods would write a post that was frozen in
 * the ledger anew, and read all updates of an answer or none.
 *
 * @param <T> what the answer becomes
 */
public final class ApiCall<T extends Serializable> extends BotApiMethod<T> {
  /** Makes something of an answer's {@code result}. */
  interface ResultReader<T> {
    T read(JsonNode result) throws JsonProcessingException;
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String method;
  private final transient ObjectNode params;
  private final transient ResultReader<T> reader;

  ApiCall(String method, ObjectNode params, ResultReader<T> reader) {
    this.method = method;
    this.params = params;
    this.reader = reader;
  }

  static <T extends Serializable> ApiCall<T> of(Class<T> result, String method) {
    return new ApiCall<>(method, JSON.createObjectNode(), json -> JSON.treeToValue(json, result));
  }

  /** The same call with other parameters. */
  ApiCall<T> about(ObjectNode others) {
    return new ApiCall<>(method, others, reader);
  }

  /** The same call with one more parameter; none where the value is null. */
  ApiCall<T> with(String name, @Nullable Object value) {
    if (value != null) {
      params.set(name, JSON.valueToTree(value));
    }
    return this;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @JsonValue
  ObjectNode params() {
    return params;
  }

  @Override
  public T deserializeResponse(String answer) throws TelegramApiRequestException {
    try {
      return reader.read(JSON.readTree(answer).path("result"));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new TelegramApiRequestException(
          "The result of " + method + " cannot be read, although Telegram did it", e);
    }
  }
}
