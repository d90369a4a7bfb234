package kz.zharshy.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls about the lists of commands that Telegram shows beside the text field. */
public final class MenuCalls {
  private MenuCalls() {}

  /**
   * Who sees a list.
   *
   * @param chat the one chat where it is seen; null for everybody else
   * @param inGroups whether everybody else sees it in groups
   */
  public record Scope(@Nullable Long chat, boolean inGroups) {
    private Map<String, Object> json() {
      return chat == null
          ? Map.of("type", inGroups ? "all_group_chats" : "default")
          : Map.of("type", "chat", "chat_id", chat);
    }
  }

  /** A line of a list. */
  public record Line(String command, String description) {}

  /** Whether the list is this one. */
  public static ApiCall<Boolean> isSet(Scope scope, @Nullable String language, List<Line> lines) {
    return new ApiCall<>(
            "getMyCommands", new ObjectMapper().createObjectNode(), now -> lines(now).equals(lines))
        .with("scope", scope.json())
        .with("language_code", language);
  }

  /** Makes a list this one. */
  public static ApiCall<Boolean> set(Scope scope, @Nullable String language, List<Line> lines) {
    return ApiCall.of(Boolean.class, "setMyCommands")
        .with("commands", lines)
        .with("scope", scope.json())
        .with("language_code", language);
  }

  /** Takes a list away. */
  public static ApiCall<Boolean> remove(Scope scope, @Nullable String language) {
    return ApiCall.of(Boolean.class, "deleteMyCommands")
        .with("scope", scope.json())
        .with("language_code", language);
  }

  private static List<Line> lines(JsonNode commands) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode command : commands) {
      lines.add(new Line(command.path("command").asText(), command.path("description").asText()));
    }
    return lines;
  }
}
