package kz.zharshy.chat.reader;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.store.Readers.Follow;
import kz.zharshy.store.Readers.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A whole conversation in each language, word for word, so that somebody who speaks the language
 * can read it. In the files {@code »} is what the reader writes, {@code ◉} the button that is
 * pressed, {@code @} an inline query, {@code #} what is written in a group and {@code ⚙} what
 * happens besides; below it stands what the bot says, {@code ✎} where it does so in place of the
 * message with the button.
 */
@Tag("slow")
final class ConversationsTest {
  private static final Path FOLDER = Path.of("src/test/resources/kz/zharshy/chat/reader");
  private static final Path FOUND = Path.of("target/conversations");
  private static final Pattern MANY = Pattern.compile("\\{(.)([0-9]+)}");

  private static final Path RESOURCES = Path.of("src/main/resources/kz/zharshy");

  /**
   * What the newsroom is told, the menu and the other names of commands, what other tests hear who
   * ask too fast or add the bot to a group, and what is said only where thousands of articles have
   * the words or the index is being built.
   */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:notice|doubt|overdue|menu|names|help\\.owner)\\..*|hint\\.owner|help\\.owner|my\\.newsroom"
              + "|help\\.(?:post|card|queue|correct|status|stats|why|slots|pause|resume|team|audit)"
              + "|too-much|group\\.hello|copy\\.(?:here|there)|search\\.(?:none-newest|none-building|building)");

  /** Nothing, nonsense, numbers that are none, and more than there is room for. */
  private static final List<String> MISUSES =
      List.of("", "ъъъ", "0", "-1 99999999999999999999", "{x4000}");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void conversationsGoAsTheyAreWrittenDown(String language) throws IOException {
    Talk usual = talk("usual", language);
    Talk seldom = talk("seldom", language);
    usual.offered.addAll(seldom.offered);
    usual.offered.removeAll(usual.pressed);
    usual.offered.removeAll(seldom.pressed);

    usual.isAsWrittenDown();
    seldom.isAsWrittenDown();
    assertThat(usual.typed).containsAll(usual.readersCommands());
    assertThat(usual.offered).as("buttons that nobody pressed").isEmpty();
    assertThat(unsaid(usual.found() + seldom.found(), language))
        .as("phrases that were not said")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void whateverStandsBehindACommandIsAnsweredAsItIsWrittenDown(String language) throws IOException {
    Talk misused = talk("misused", language);
    List<String> expected = new ArrayList<>();
    for (String command : misused.readersCommands()) {
      MISUSES.forEach(words -> expected.add(("» /" + command + " " + words).strip()));
    }

    misused.isAsWrittenDown();
    assertThat(misused.lines).containsAll(expected);
  }

  private Talk talk(String name, String language) throws IOException {
    String file = name + "-" + language + ".txt";
    Path place = Files.createDirectory(folder.resolve(name));
    try (ChatFixture house = new ChatFixture(place)) {
      Talk talk = new Talk(house, language, file);
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        if (line.matches("[»◉@#⚙] .*")) {
          talk.goOn(line);
        }
      }
      Files.createDirectories(FOUND);
      Files.writeString(FOUND.resolve(file), talk.found());
      return talk;
    }
  }

  /** The phrases of the readers' rooms of which no form stands in a conversation. */
  private static Set<String> unsaid(String conversation, String language) throws IOException {
    Set<String> all = new TreeSet<>();
    Set<String> said = new TreeSet<>(Set.of("article.only." + language));
    for (String room : List.of("chat/reader", "chat/digest", "chat")) {
      Properties bundle = new Properties();
      Path file = RESOURCES.resolve(room).resolve("phrases_" + language + ".properties");
      try (Reader reader = Files.newBufferedReader(file)) {
        bundle.load(reader);
      }
      for (String key : bundle.stringPropertyNames()) {
        String name = key.replaceFirst("\\.(one|few|many|other)$", "");
        all.add(name);
        if (ELSEWHERE.matcher(key).matches() || pattern(bundle, key).matcher(conversation).find()) {
          said.add(name);
        }
      }
    }
    all.removeAll(said);
    return all;
  }

  private static Pattern pattern(Properties bundle, String key) {
    return Pattern.compile(
        Arrays.stream(bundle.getProperty(key).split("\\{[0-9n]}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".{1,80}")));
  }

  /** Articles in three languages, one of them in two versions. */
  private static void fill(ChatFixture house) {
    String body = "Новый мост через реку открыли утром. По нему пойдут автобусы и трамваи.";
    Content bridge =
        Content.builder("Мост открыт", body)
            .section("Город")
            .tags(List.of("мост"))
            .media(List.of(Media.photo("https://example.kz/most.jpg", null)))
            .build();
    long russian = house.publish(Draft.of(bridge), 1, NOW.minus(Duration.ofDays(2)));
    Plan version = Plan.atOnce().withTranslationOf(russian);
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
    matches(house, 6, 4);
  }

  private static void matches(ChatFixture house, int many, int first) {
    for (int i = first; i < first + many; i++) {
      Content match =
          Content.builder("Матч № " + i, "Матч у моста закончился вничью.")
              .section("Спорт")
              .build();
      long unused = house.publish(Draft.of(match), i, house.time.instant().minusSeconds(900 - i));
    }
    house.index();
  }

  /** Articles that are not there in every language, and one that no messages can hold. */
  private static void versions(ChatFixture house) {
    long unused = version(house, "Тек қазақша жаңалық", "Мұны тек қазақша жаздық.", 11, null);
    long russian = version(house, "Новость без казахской", "Есть и английская версия.", 12, null);
    unused = version(house, "News without Kazakh", "There is a Russian version.", 13, russian);
    long kazakh = version(house, "Орысшасы жоқ жаңалық", "Ағылшынша нұсқасы бар.", 14, null);
    unused = version(house, "News without Russian", "There is a Kazakh version.", 15, kazakh);
    unused = version(house, "Длинная новость", "Очень длинное слово. ".repeat(4000), 16, null);
    house.index();
  }

  private static long version(
      ChatFixture house, String title, String body, int messageId, @Nullable Long of) {
    Plan plan = Plan.atOnce().withTranslationOf(of);
    Draft draft = Draft.of(Content.builder(title, body).build()).withPlan(plan);
    return house.publish(draft, messageId, house.time.instant().minusSeconds(60));
  }

  /** What was said so far. */
  private static final class Talk {
    final List<String> lines = new ArrayList<>();
    final Set<String> typed = new TreeSet<>();
    final Set<String> offered = new TreeSet<>();
    final Set<String> pressed = new TreeSet<>();
    private final ChatFixture house;
    private final String language;
    private final String file;
    private final Set<String> readersCommands = new TreeSet<>();

    Talk(ChatFixture house, String language, String file) {
      this.house = house;
      this.language = language;
      this.file = file;
      for (Command command : house.commands()) {
        if (command.audience() == Role.READER) {
          readersCommands.add(command.name());
        }
      }
    }

    String found() {
      return String.join("\n", lines) + "\n";
    }

    void isAsWrittenDown() throws IOException {
      assertThat(found()).isEqualTo(Files.readString(FOLDER.resolve(file)));
    }

    Set<String> readersCommands() {
      return readersCommands;
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
        case '⚙' -> happens(said);
        case '@' -> house.comes(house.world().personAsksInline(READER, language, said.strip()));
        default -> house.comes(inGroup(said));
      }
      house.settle();
      lines.add(line);
      List<ReceivedCall> calls = house.world().calls();
      calls.subList(before, calls.size()).forEach(this::told);
      lines.add("");
    }

    /** What others do, and what the reader sends besides words. */
    private void happens(String what) {
      switch (what) {
        case "articles" -> fill(house);
        case "versions" -> versions(house);
        case "a file comes" ->
            house.comes(
                house.world().personSendsFile(READER, language, "a.bin", new byte[] {1}, ""));
        case "sixty matches" -> matches(house, 60, 100);
        case "a match" -> matches(house, 1, 200);
        case "an editor approves 77, it comes out" -> {
          String unused = house.ask(OWNER, language, "/card 77 approve");
          house.passes(Duration.ofMinutes(1));
        }
        case "an editor approves 78" -> {
          String unused = house.ask(OWNER, language, "/card 78 approve");
        }
        case "an editor rejects 79" -> {
          String unused = house.ask(OWNER, language, "/card 79 reject");
        }
        case "29 words are followed" -> {
          for (int i = 1; i <= 29; i++) {
            Follow follow = new Follow(Kind.WORD, "слово" + i, "слово" + i);
            house.database().readers().follow(READER, Language.RU, follow, house.time.instant());
          }
        }
        case "letters are written" -> house.writeLetters();
        case "letters are sent" -> house.sendLetters();
        case "an hour passes" -> house.time.pass(Duration.ofHours(1));
        default -> throw new AssertionError(what);
      }
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
            pressed.add(kind(label, data));
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
            offered.add(kind(button.get("text").asText(), data));
          }
          labels.add("[" + button.get("text").asText() + elsewhere(button) + "]");
        }
        lines.add(String.join(" ", labels));
      }
    }

    /**
     * A button's command and label; one is as good as another of an article, a section, an hour.
     */
    private static String kind(String label, String data) {
      String command = data.split(" ", 2)[0];
      boolean named = data.matches(".* [#=][0-9a-f]{8}");
      return command + " " + label.replaceAll(named ? "[^+✓✕ ].*" : "[0-9]+", "0");
    }

    /** Where a button leads that says nothing to the bot. */
    private static String elsewhere(JsonNode button) {
      String address = button.path("url").asText(button.path("switch_inline_query").asText());
      return address.isEmpty() ? "" : " → " + address;
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
