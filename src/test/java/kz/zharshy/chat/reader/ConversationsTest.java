package kz.zharshy.chat.reader;

import static kz.zharshy.chat.ChatHouse.NOW;
import static kz.zharshy.chat.ChatHouse.OWNER;
import static kz.zharshy.chat.ChatHouse.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Picture;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.chat.ChatHouse;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Role;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.api.ReceivedCall;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A whole conversation in each language, word for word, so that somebody who speaks the language
 * can read it. In the files {@code »} is what the reader writes, {@code ◉} the button that is
 * pressed, {@code @} an inline query and {@code #} what is written in a group; below it stands what
 * the bot says, {@code ✎} where it does so in place of the message with the button.
 */
final class ConversationsTest {
  private static final Path FOLDER = Path.of("src/test/resources/kz/zharshy/chat/reader");
  private static final Path FOUND = Path.of("target/conversations");
  private static final Pattern MANY = Pattern.compile("\\{(.)([0-9]+)}");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void aConversationGoesAsItIsWrittenDown(String language) throws IOException {
    Path file = FOLDER.resolve("conversation-" + language + ".txt");
    try (ChatHouse house = new ChatHouse(folder)) {
      fill(house);
      Talk talk = new Talk(house, language);
      for (String line : Files.readAllLines(file)) {
        if (line.matches("[»◉@#] .*")) {
          talk.goOn(line);
        }
      }
      String found = String.join("\n", talk.lines) + "\n";
      Files.createDirectories(FOUND);
      Files.writeString(FOUND.resolve(file.getFileName()), found);
      assertThat(found).isEqualTo(Files.readString(file));
      assertThat(talk.typed).containsAll(readersCommands(house));
      assertThat(talk.pressed).containsAll(talk.offered);
    }
  }

  private static Set<String> readersCommands(ChatHouse house) {
    Set<String> names = new TreeSet<>();
    for (Command command : house.commands()) {
      if (command.audience() == Role.READER) {
        names.add(command.name());
      }
    }
    return names;
  }

  /** Articles in three languages, one of them in two versions. */
  private static void fill(ChatHouse house) {
    String body = "Новый мост через реку открыли утром. По нему пойдут автобусы и трамваи.";
    Content bridge =
        Content.builder("Мост открыт", body)
            .section("Город")
            .tags(List.of("мост"))
            .images(List.of(new Picture("https://example.kz/most.jpg", null)))
            .build();
    long russian = house.publish(Draft.of(bridge), 1, NOW.minus(Duration.ofDays(2)));
    Plan version = new Plan(null, null, russian, Priority.NORMAL, null, null, false, null);
    Content kazakh =
        Content.builder("Көпір ашылды", "Өзен үстіндегі жаңа көпір таңертең ашылды.")
            .section("Қала")
            .build();
    house.publish(Draft.of(kazakh).withPlan(version), 2, NOW.minus(Duration.ofDays(1)));
    Content english =
        Content.builder("A library opens", "The new library has a million books.")
            .section("City")
            .build();
    house.publish(Draft.of(english), 3, NOW.minus(Duration.ofHours(3)));
    for (int i = 4; i <= 9; i++) {
      Content match =
          Content.builder("Матч № " + i, "Матч у моста закончился вничью.")
              .section("Спорт")
              .build();
      house.publish(Draft.of(match), i, NOW.minus(Duration.ofMinutes(20 - i)));
    }
    house.index();
  }

  /** What was said so far. */
  private static final class Talk {
    final List<String> lines = new ArrayList<>();
    final Set<String> typed = new TreeSet<>();
    final Set<String> offered = new TreeSet<>();
    final Set<String> pressed = new TreeSet<>();
    private final ChatHouse house;
    private final String language;

    Talk(ChatHouse house, String language) {
      this.house = house;
      this.language = language;
    }

    void goOn(String line) {
      int before = house.world().calls().size();
      String said =
          MANY.matcher(line.substring(2))
              .replaceAll(m -> m.group(1).repeat(Integer.parseInt(m.group(2))));
      switch (line.charAt(0)) {
        case '»' -> {
          if (said.startsWith("/")) {
            typed.add(said.substring(1).split("[ _]", 2)[0]);
          }
          house.comes(house.world().personWrites(READER, language, said));
        }
        case '◉' -> press(said);
        case '@' -> house.comes(house.world().personAsksInline(READER, language, said.strip()));
        default -> house.comes(inGroup(said));
      }
      house.settle();
      lines.add(line);
      List<ReceivedCall> calls = house.world().calls();
      calls.subList(before, calls.size()).forEach(this::told);
      lines.add("");
    }

    private JsonNode inGroup(String said) {
      ObjectNode update = house.world().personWritesInLogChat(OWNER, said).deepCopy();
      ((ObjectNode) update.path("message").path("from"))
          .put("id", READER)
          .put("language_code", language);
      return update;
    }

    /** The newest button of this label, wherever it is. */
    private void press(String label) {
      List<SandboxMessage> messages = house.world().messages(READER);
      for (int i = messages.size() - 1; i >= 0; i--) {
        JsonNode message = messages.get(i).json();
        for (JsonNode button : message.path("reply_markup").findParents("text")) {
          if (button.get("text").asText().equals(label)) {
            String data = button.path("callback_data").asText();
            pressed.add(data.split(" ", 2)[0]);
            String unused = house.press(READER, message.get("message_id").intValue(), data);
            return;
          }
        }
      }
      throw new AssertionError(
          "There is no button " + label + " below\n" + String.join("\n", lines));
    }

    private void told(ReceivedCall call) {
      JsonNode params = call.params();
      switch (call.method().toLowerCase(Locale.ROOT)) {
        case "answercallbackquery" -> {
          if (params.has("text")) {
            lines.add("(" + params.get("text").asText() + ")");
          }
        }
        case "answerinlinequery" -> params.path("results").forEach(this::card);
        case "editmessagetext" -> message("✎ ", params);
        default -> {
          if (params.path("chat_id").asLong() != OWNER) {
            message(
                call.method().equalsIgnoreCase("sendMessage") ? "" : call.method() + ": ", params);
          }
        }
      }
    }

    private void card(JsonNode card) {
      lines.add(card.path("title").asText() + " | " + card.path("description").asText());
      lines.add(card.path("thumbnail_url").asText("-"));
      lines.add(card.at("/input_message_content/message_text").asText());
    }

    private void message(String sign, JsonNode params) {
      lines.addAll(List.of((sign + rendered(params)).split("\n", -1)));
      for (JsonNode row : params.path("reply_markup").path("inline_keyboard")) {
        List<String> labels = new ArrayList<>();
        for (JsonNode button : row) {
          String data = button.path("callback_data").asText();
          if (!data.isEmpty()) {
            offered.add(data.split(" ", 2)[0]);
          }
          labels.add("[" + button.get("text").asText() + "]");
        }
        lines.add(String.join(" ", labels));
      }
    }

    private static String rendered(JsonNode params) {
      String text = params.path("text").asText(params.path("caption").asText());
      StringBuilder rendered = new StringBuilder(text);
      JsonNode entities = params.path(params.has("text") ? "entities" : "caption_entities");
      for (int i = entities.size() - 1; i >= 0; i--) {
        JsonNode entity = entities.get(i);
        int from = entity.get("offset").intValue();
        int to = from + entity.get("length").intValue();
        if (entity.get("type").asText().equals("bold")) {
          rendered.insert(to, '*').insert(from, '*');
        } else if (entity.get("type").asText().equals("text_link")) {
          rendered.insert(to, "](" + entity.get("url").asText() + ")").insert(from, '[');
        }
      }
      return rendered.toString();
    }
  }
}
