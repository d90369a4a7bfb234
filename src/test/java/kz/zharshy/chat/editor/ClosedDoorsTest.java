package kz.zharshy.chat.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.ArticleState;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.Audit;
import kz.zharshy.store.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who may do nothing tries everything. What there is to try is found in the commands and in the
 * code of the card, so that nothing new can be forgotten.
 */
@Tag("slow")
final class ClosedDoorsTest {
  private static final Path CARD = Path.of("src/main/java/kz/zharshy/chat/editor/CardCommand.java");
  private static final Pattern CASE = Pattern.compile("case ((?:\"[a-z]+\"(?:,\\s+)?)+) ->");
  private static final Pattern WORD = Pattern.compile("\"([a-z]+)\"");
  private static final long EDITOR = 2_000_002;
  private static final long AUTHOR = 3_000_003;

  @TempDir Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    join("e", EDITOR, Team.Rank.EDITOR);
    join("a", AUTHOR, Team.Rank.AUTHOR);
    house.ask(EDITOR, "en", "Headline\n\nText.");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void join(String secret, long id, Team.Rank rank) {
    house.database().team().invite(secret, rank, OWNER, NOW.plusSeconds(60));
    assertThat(house.database().team().join(secret, id, secret, NOW)).contains(rank);
  }

  /** All that the card's command can do, as its code says. */
  private static Set<String> actions() throws IOException {
    Set<String> all = new TreeSet<>();
    Matcher cases = CASE.matcher(Files.readString(CARD));
    while (cases.find()) {
      WORD.matcher(cases.group(1)).results().forEach(word -> all.add(word.group(1)));
    }
    assertThat(all).contains("now", "undo", "approve", "withdrawnow", "silent", "show", "preview");
    return all;
  }

  private static List<String> withWords(String action) {
    return switch (action) {
      case "at" -> List.of("at 18:30", "at");
      case "in" -> List.of("in kk");
      case "month" -> List.of("month 2026-12");
      case "day" -> List.of("day 2026-11-30");
      case "undo" -> List.of("undo", "undo queued 1");
      case "changes" -> List.of("changes", "changes More, please.");
      default -> List.of(action);
    };
  }

  private List<String> everything() throws IOException {
    List<String> all = new ArrayList<>();
    for (String command : house.newsroomCommands()) {
      for (String words : List.of("", " 1", " 1 yes", " @tau_news", " invite editor")) {
        all.add(command + words);
      }
    }
    for (String action : actions()) {
      withWords(action).forEach(words -> all.add("card 1 " + words));
    }
    all.add("correct 1 Headline → Other");
    all.add("overdue 1 all");
    all.add("copy 0badf00d there");
    all.add("team " + READER + " editor");
    all.add("slots @tau_news daily 9:00");
    return all;
  }

  @Test
  void aStrangerGetsNothingBehindAnyCommandOrButton() throws IOException {
    String generic = house.ask(READER, "en", "/nothing");
    List<String> before = house.records();
    int told = house.answers(EDITOR).size();

    for (String deed : everything()) {
      String answer = house.ask(READER, "en", "/" + deed);
      assertThat(answer.equals(generic) || answer.matches("There is no such command\\. Did.*"))
          .as("%s: %s", deed, answer)
          .isTrue();
      assertThat(lastAudit()).isEqualTo("/" + deed + " by " + READER + " not let");
      refusesPress(READER, deed);
    }
    assertThat(house.records()).containsExactlyElementsOf(before);
    assertThat(house.answers(EDITOR)).hasSize(told);
  }

  @Test
  void anAuthorGetsNothingBehindWhatIsTheEditors() throws IOException {
    String generic = house.ask(AUTHOR, "en", "/nothing");
    house.ask(AUTHOR, "en", "My own\n\nText.");
    assertThat(house.database().articles().count(ArticleState.DRAFT)).isEqualTo(2);
    List<String> before = house.records();
    int told = house.answers(EDITOR).size();

    Set<String> deeds = new HashSet<>(everything());
    deeds.removeIf(deed -> deed.equals("card") || deed.matches("post.*|card (@|invite).*"));
    for (String action : actions()) {
      if (!CardRules.isAuthors(action)) {
        withWords(action).forEach(words -> deeds.add("card 2 " + words));
      }
    }
    for (String deed : deeds) {
      String answer = house.ask(AUTHOR, "en", "/" + deed);
      assertThat(answer.equals(generic) || answer.matches("There is no such command\\. Did.*"))
          .as("%s: %s", deed, answer)
          .isTrue();
      assertThat(lastAudit()).isEqualTo("/" + deed + " by " + AUTHOR + " not let");
      refusesPress(AUTHOR, deed);
    }
    assertThat(house.records()).containsExactlyElementsOf(before);
    assertThat(house.answers(EDITOR)).hasSize(told);
  }

  private void refusesPress(long person, String deed) {
    int said = house.answers(person).size();
    String press = house.press(person, last(person), deed);
    assertThat(house.world().isAnswered(press)).isTrue();
    assertThat(house.answers(person)).as(deed).hasSize(said);
    assertThat(lastAudit()).isEqualTo("/" + deed + " by " + person + " not let");
  }

  private String lastAudit() {
    Audit.Line line = house.database().audit().latest(1).get(0);
    return line.deed() + " by " + line.userId() + (line.done() ? "" : " not let");
  }

  @Test
  void forgedButtonsOfAnEditorDoNoHarm() {
    house.ask(OWNER, "en", "/correct 1 Text. → Other text.");
    house.press(EDITOR, last(EDITOR), "card 1 edit");
    List<String> before = house.records();
    Random chance = new Random(11);
    List<String> forged = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] bytes = new byte[1 + chance.nextInt(64)];
      chance.nextBytes(bytes);
      forged.add(new String(bytes, UTF_8));
    }
    forged.addAll(
        List.of(
            "card 999999 now",
            "card 999999999999 at +1h",
            "card 99999999999999999999 now",
            "card -1 now",
            "card 1 nothing",
            "card 1 now ~zzzzzz",
            "card 1 drop ~1",
            "card 1 undo published",
            "card 1 undo queued 999999999999",
            "card 1 at yesterday",
            "card 1 month 2026-99",
            "correct 1 back",
            "correct 1 note",
            "correct 999 yes",
            "there 1",
            "again 99",
            "overdue 9 all",
            "copy 0badf00d there",
            "team 1 out",
            " ~abc",
            "~"));
    for (String data : forged) {
      String press = house.press(EDITOR, last(EDITOR), data);
      assertThat(house.world().isAnswered(press)).as(data).isTrue();
    }
    assertThat(house.failures()).isZero();
    assertThat(withoutDialogues(house.records())).isEqualTo(withoutDialogues(before));
  }

  @Test
  void anothersOpenQuestionCannotBeConfirmed() {
    house.ask(OWNER, "en", "/correct 1 Text. → Other text.");

    house.press(EDITOR, last(EDITOR), "correct 1 yes");

    assertThat(house.database().articles().find(1).orElseThrow().content().body())
        .isEqualTo("Text.");
    assertThat(house.answers(EDITOR)).contains("This correction of No. 1 was already handled.");
  }

  private static List<String> withoutDialogues(List<String> records) {
    return records.stream().filter(record -> !record.startsWith("dialogue ")).toList();
  }

  private int last(long chat) {
    List<SandboxMessage> all =
        house.world().messages(chat).stream()
            .filter(message -> message.json().path("from").path("is_bot").booleanValue())
            .toList();
    return all.get(all.size() - 1).id();
  }
}
