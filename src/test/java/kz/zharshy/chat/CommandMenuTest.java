package kz.zharshy.chat;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.Team.Rank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandMenuTest {
  private static final long EDITOR = 51;

  @TempDir Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everyCommandIsListedInEveryLanguageInWordsThatTelegramTakes() throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (Command command : house.commands()) {
      if (command.info().listed()) {
        names.addAll(
            List.of("menu.", "help.", "names.").stream().map(k -> k + command.name()).toList());
      }
    }
    Set<String> frame = Set.of("help.title", "help.reader", "help.owner", "help.owner.title");
    for (Language language : Language.values()) {
      Properties phrases = new Properties();
      phrases.load(
          Files.newBufferedReader(
              Path.of(
                  "src/main/resources/kz/zharshy/chat/phrases_"
                      + language.code()
                      + ".properties")));
      TreeSet<String> told = new TreeSet<>(phrases.stringPropertyNames());
      told.removeIf(key -> !key.matches("(menu|help|names)\\..*") || frame.contains(key));
      assertThat(told).isEqualTo(names);
      assertThat(told)
          .filteredOn(key -> key.startsWith("menu."))
          .hasSizeBetween(20, 100)
          .allMatch(key -> phrases.getProperty(key).length() <= 60);
    }
    assertThat(house.commands().stream().filter(c -> !c.info().listed()).map(Command::name))
        .containsExactly("start", "release", "there", "again", "overdue", "copy");
  }

  /** Otherwise one of the two could not be typed. */
  @Test
  void noTwoCommandsShareAName() {
    Map<String, String> owners = new HashMap<>();
    for (Command command : house.commands()) {
      for (String name : command.info().names()) {
        assertThat(owners.put(name, command.name())).as(name).isNull();
      }
    }
  }

  @Test
  void aCommandIsTypedInEachLanguage() {
    for (String typed : List.of("/latest", "/новости", "/жаңалықтар", "/news")) {
      assertThat(house.ask(51, "ru", typed)).startsWith("Пока ничего не опубликовано.");
    }
  }

  @Test
  void readersGroupsAndOwnersHaveMenusOfTheirOwnInThreeLanguages() {
    assertThat(house.menu().step()).isEqualTo(Duration.ofMinutes(10));

    assertThat(set()).hasSize(12);
    assertThat(names("default", "", "")).startsWith("latest", "today").doesNotContain("queue");
    assertThat(names("default", "kk", "")).isEqualTo(names("default", "", ""));
    assertThat(description("default", "kk", "latest")).isEqualTo("Соңғы жаңалықтар");
    assertThat(description("default", "ru", "latest")).isEqualTo("Последние новости");
    assertThat(description("default", "en", "latest")).isEqualTo("The latest news");
    assertThat(names("all_group_chats", "ru", ""))
        .containsExactly("latest", "today", "search", "sections", "article", "help");
    assertThat(names("chat", "ru", OWNER + "")).startsWith("post").contains("team", "latest");
  }

  @Test
  void nothingIsSetThatTelegramHasAlready() {
    Duration unused = house.menu().step();
    int calls = set().size();
    unused = house.menu().step();
    assertThat(set()).hasSize(calls);

    house.restart();
    unused = house.menu().step();
    assertThat(set()).hasSize(calls);
  }

  @Test
  void whoJoinsIsPromotedAndLeavesHasAMenuAsLong() {
    Duration unused = house.menu().step();
    house.database().team().invite("secret", Rank.AUTHOR, OWNER, NOW.plusSeconds(1));
    house.database().team().join("secret", EDITOR, "Aigerim", NOW);
    unused = house.menu().step();
    List<String> authors = names("chat", "kk", EDITOR + "");
    assertThat(authors).startsWith("post").contains("latest").doesNotContain("queue", "team");

    house.database().team().change(EDITOR, Rank.EDITOR);
    unused = house.menu().step();
    assertThat(names("chat", "kk", EDITOR + "")).contains("queue").doesNotContain("team");

    house.database().team().remove(EDITOR);
    unused = house.menu().step();
    assertThat(house.world().calls("deleteMyCommands"))
        .hasSize(4)
        .allMatch(call -> call.params().at("/scope/chat_id").asText().equals(EDITOR + ""));
    unused = house.menu().step();
    assertThat(house.world().calls("deleteMyCommands")).hasSize(4);
  }

  @Test
  void whoNeverWroteToTheBotHurtsNobodyAndIsServedOnceThatIsDone() {
    Fault never = Fault.refuse(400, "Bad Request: chat not found").on("setMyCommands");
    for (int i = 0; i < 4; i++) {
      house.world().onCall(never.when(call -> call.at("/scope/type").asText().equals("chat")));
    }
    assertThat(house.menu().step()).isEqualTo(Duration.ofMinutes(10));
    house.world().clearFaults();
    int calls = set().size();
    Duration unused = house.menu().step();
    assertThat(set()).hasSize(calls);

    String answer = house.ask(OWNER, "en", "/start");
    unused = house.menu().step();
    assertThat(answer).startsWith("Hello!");
    assertThat(set()).hasSize(calls + 4);
  }

  @Test
  void whatDoesNotReachTelegramIsTriedAgain() {
    house.world().onCall(Fault.flood(1).on("setMyCommands"));
    assertThat(house.menu().step()).isEqualTo(Duration.ofMinutes(1));
    assertThat(house.menu().step()).isEqualTo(Duration.ofMinutes(10));

    assertThat(names("default", "", "")).contains("latest");
  }

  private List<ReceivedCall> set() {
    return house.world().calls("setMyCommands");
  }

  private JsonNode last(String scope, String language, String chat) {
    List<ObjectNode> all =
        set().stream()
            .map(ReceivedCall::params)
            .filter(params -> params.at("/scope/type").asText().equals(scope))
            .filter(params -> params.path("language_code").asText().equals(language))
            .filter(params -> params.at("/scope/chat_id").asText().equals(chat))
            .toList();
    return all.get(all.size() - 1).path("commands");
  }

  private List<String> names(String scope, String language, String chat) {
    List<String> names = new ArrayList<>();
    last(scope, language, chat).forEach(command -> names.add(command.path("command").asText()));
    return names;
  }

  private String description(String scope, String language, String name) {
    for (JsonNode command : last(scope, language, "")) {
      if (command.path("command").asText().equals(name)) {
        return command.path("description").asText();
      }
    }
    throw new AssertionError(name + " is not listed");
  }
}
