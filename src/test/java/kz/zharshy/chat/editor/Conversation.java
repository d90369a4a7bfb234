package kz.zharshy.chat.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.api.ReceivedCall;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Drives the desk as people do, by words and by the buttons that they see, and writes down all that
 * they get: each message (→), each message that changes (✎), each few words over the chat (☝).
 */
final class Conversation {
  /** A button as a person saw it at some time. */
  record Seen(int messageId, String label, String data) {}

  private static final int LONGEST_DATA = 64;

  private final ChatFixture house;
  private final String language;
  private final Map<Long, String> names;
  private final StringBuilder text = new StringBuilder();
  private int told;

  Conversation(ChatFixture house, String language, Map<Long, String> names) {
    this.house = house;
    this.language = language;
    this.names = names;
    this.told = house.world().calls().size();
  }

  String text() {
    return text.toString();
  }

  void about(String title) {
    text.append("\n═══ ").append(title).append('\n');
  }

  void says(long person, String words) {
    does(person, words, house.world().personWrites(person, language, words));
  }

  void answers(long person, int messageId, String words) {
    String shown = "(in reply) " + words;
    does(person, shown, house.world().personReplies(person, language, messageId, words));
  }

  /** Something comes from a person. */
  void does(long person, String shown, JsonNode update) {
    text.append('\n').append(names.get(person)).append(": ").append(indented(shown)).append('\n');
    house.comes(update);
    house.settle();
    tell();
  }

  /** A person brings something; gives the number of the article that its card is of. */
  long brings(long person, String words) {
    says(person, words);
    return number(person);
  }

  /** The number of the article of the last card that a person has. */
  long number(long person) {
    return messages(person).stream()
        .flatMap(message -> buttons(message).stream())
        .map(button -> button.path("callback_data").asText())
        .filter(data -> data.startsWith("card "))
        .map(data -> Long.parseLong(data.split(" ", 3)[1]))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** The button of an action as a person sees it last. */
  Seen seen(long person, String action) {
    List<SandboxMessage> all = messages(person);
    for (int i = all.size() - 1; i >= 0; i--) {
      for (JsonNode button : buttons(all.get(i))) {
        String data = button.path("callback_data").asText();
        if (data.equals(action) || data.startsWith(action + " ")) {
          return new Seen(all.get(i).id(), button.path("text").asText(), data);
        }
      }
    }
    throw new AssertionError("Nobody shows " + action + " to " + names.get(person) + text);
  }

  Seen presses(long person, String action) {
    Seen button = seen(person, action);
    presses(person, button);
    return button;
  }

  void presses(long person, Seen button) {
    text.append('\n').append(names.get(person)).append(" presses [").append(button.label());
    text.append("]\n");
    String unused = house.press(person, button.messageId(), button.data());
    tell();
  }

  void restarts() {
    text.append("\n— the bot is started anew —\n");
    house.restartNow();
  }

  /** Lets time pass, in which so many receipts are written. */
  void passes(Duration span, int receipts) {
    text.append("\n— ").append(span.toString().substring(1).replace("T", "")).append(" later —\n");
    int before = house.world().calls().size();
    house.passes(span);
    try {
      await().until(() -> letters(before) >= receipts);
    } catch (ConditionTimeoutException e) {
      tell();
      throw new AssertionError("Somebody was not told:" + text, e);
    }
    tell();
  }

  private long letters(int before) {
    return house.world().calls().stream()
        .skip(before)
        .filter(call -> call.method().equalsIgnoreCase("sendMessage"))
        .filter(call -> call.status() != 0)
        .filter(call -> call.params().path("chat_id").asLong() > 0)
        .count();
  }

  private void tell() {
    List<ReceivedCall> calls = house.world().calls();
    calls.subList(told, calls.size()).forEach(this::tell);
    told = calls.size();
  }

  private void tell(ReceivedCall call) {
    JsonNode params = call.params();
    String method = call.method().toLowerCase(Locale.ROOT);
    switch (method) {
      case "answercallbackquery" -> {
        String words = params.path("text").asText();
        String stays = params.path("show_alert").asBoolean() ? " (until tapped away)" : "";
        text.append(words.isEmpty() ? "" : "  ☝ " + words + stays + "\n");
      }
      case "getfile" -> text.append("  (the bot fetches the file)\n");
      case "editmessagetext" -> message("✎", params, "");
      case "editmessagecaption" -> message("✎", params, "(photo) ");
      case "deletemessage", "deletemessages" ->
          text.append("  ✂ ").append(chat(params)).append(": a post is taken out\n");
      case "sendphoto" -> message("→", params, "(photo) ");
      case "sendmediagroup" -> {
        JsonNode media = params.path("media");
        message("→", params, "(%d photos) ".formatted(media.size()));
        message("  with", media.path(0), "");
      }
      default -> message("→", params, method.equals("sendmessage") ? "" : method + " ");
    }
    if (call.trouble().contains("message is not modified")) {
      text.append("    (as it is already)\n");
    } else if (!call.trouble().isEmpty()) {
      text.append("    (refused: ").append(call.trouble()).append(")\n");
    }
  }

  private void message(String sign, JsonNode params, String kind) {
    String words = params.path("text").asText(params.path("caption").asText());
    JsonNode marks =
        params.has("entities") ? params.get("entities") : params.path("caption_entities");
    String silent = params.path("disable_notification").asBoolean() ? "(silent) " : "";
    text.append("  ").append(sign).append(' ').append(chat(params)).append(": ");
    text.append(kind).append(silent).append(indented(marked(words, marks))).append('\n');
    for (JsonNode row : params.path("reply_markup").path("inline_keyboard")) {
      List<String> labels = new ArrayList<>();
      for (JsonNode button : row) {
        assertThat(button.path("callback_data").asText().getBytes(UTF_8).length)
            .isLessThanOrEqualTo(LONGEST_DATA);
        String link = button.has("url") ? " " + button.get("url").asText() : "";
        labels.add(button.path("text").asText() + link);
      }
      text.append("    [").append(String.join("] [", labels)).append("]\n");
    }
  }

  private String chat(JsonNode params) {
    String chat = params.path("chat_id").asText();
    return chat.startsWith("@") || chat.isEmpty()
        ? chat
        : names.getOrDefault(Long.parseLong(chat), chat);
  }

  private static String indented(String words) {
    return words.replaceAll("i_[\\w-]{20,}", "i_SECRET").replace("\n", "\n      ");
  }

  private static String marked(String words, JsonNode marks) {
    StringBuilder marked = new StringBuilder(words);
    for (int i = marks.size() - 1; i >= 0; i--) {
      JsonNode mark = marks.get(i);
      int from = mark.path("offset").asInt();
      int to = from + mark.path("length").asInt();
      if (mark.path("type").asText().equals("bold")) {
        marked.insert(to, '*').insert(from, '*');
      } else if (mark.path("type").asText().equals("italic")) {
        marked.insert(to, '_').insert(from, '_');
      }
    }
    return marked.toString();
  }

  private List<SandboxMessage> messages(long person) {
    return house.world().messages(person);
  }

  private static List<JsonNode> buttons(SandboxMessage message) {
    JsonNode rows = message.json().path("reply_markup").path("inline_keyboard");
    return StreamSupport.stream(rows.spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .toList();
  }
}
