package kz.zharshy.chat.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.world.PictureSize;
import kz.zharshy.store.Team;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole conversations at the desk, by the words and buttons that people see, with every message
 * that they get, in each language. After a change that is meant, write the files anew and read the
 * difference:
 *
 * <pre>
 * mvn -q test -Dtest=DeskConversationsTest -Dconversations=rewrite &amp;&amp; git diff src/test
 * </pre>
 */
@Tag("slow")
final class DeskConversationsTest {
  private static final Path FOLDER = Path.of("src/test/resources/kz/zharshy/chat/editor");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("conversations"));
  private static final long EDITOR = 2_000_002;
  private static final long AUTHOR = 3_000_003;
  private static final long FRIEND = 77;
  private static final Map<Long, String> NAMES =
      Map.of(
          OWNER, "Owner", EDITOR, "Aigerim", AUTHOR, "Dauren", READER, "Reader", FRIEND, "Friend");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyoneGetsExactlyTheseMessages(Language language) throws Exception {
    Path file = FOLDER.resolve("conversations_" + language.code() + ".txt");
    String heard;
    try (ChatFixture house = new ChatFixture(folder)) {
      join(house, "e", EDITOR, Team.Rank.EDITOR);
      join(house, "a", AUTHOR, Team.Rank.AUTHOR);
      heard = new Flows(house, language, DeskWords.of(language)).all();
    }
    if (REWRITE) {
      Files.writeString(file, heard);
    }
    assertThat(heard).isEqualTo(Files.readString(file));
  }

  private static void join(ChatFixture house, String secret, long id, Team.Rank rank) {
    house.database().team().invite(secret, rank, OWNER, NOW.plusSeconds(60));
    String name = String.valueOf(NAMES.get(id));
    assertThat(house.database().team().join(secret, id, name, NOW)).contains(rank);
  }

  /** What people do, one after another; articles are numbered through. */
  private static final class Flows {
    private final ChatFixture house;
    private final DeskWords words;
    private final Conversation talk;

    Flows(ChatFixture house, Language language, DeskWords words) {
      this.house = house;
      this.words = words;
      this.talk = new Conversation(house, language.code(), NAMES);
      house.languages(userId -> Optional.of(language));
    }

    String all() {
      goingOutNow();
      aTime();
      editing();
      twoAtOnce();
      corrections();
      approval();
      suggestion();
      stepByStep();
      whatIsSent();
      theQueue();
      rules();
      theTeam();
      questions();
      return talk.text();
    }

    private void goingOutNow() {
      talk.about("a text is looked at and goes out now, is called back, and goes out after all");
      long n = talk.brings(EDITOR, words.article());
      talk.presses(EDITOR, "card " + n + " preview");
      talk.presses(EDITOR, "card " + n + " now");
      talk.passes(Duration.ofSeconds(4), 0);
      talk.presses(EDITOR, "card " + n + " undo");
      Conversation.Seen first = talk.presses(EDITOR, "card " + n + " now");
      Conversation.Seen undo = talk.seen(EDITOR, "card " + n + " undo");
      talk.restarts();
      talk.passes(Duration.ofSeconds(30), 1);
      talk.about("the undo comes too late, and the buttons of three days ago as well");
      talk.presses(EDITOR, undo);
      talk.passes(Duration.ofDays(3), 0);
      talk.presses(EDITOR, first);
      talk.presses(EDITOR, "card " + n + " again");
      talk.presses(EDITOR, "card " + (n + 1) + " drop");
      talk.presses(EDITOR, "card " + n + " withdraw");
      talk.presses(EDITOR, "card " + n + " show");
      talk.presses(EDITOR, "card " + n + " withdraw");
      Conversation.Seen yes = talk.presses(EDITOR, "card " + n + " withdrawnow");
      talk.presses(EDITOR, new Conversation.Seen(yes.messageId(), yes.label(), yes.data()));
      talk.passes(Duration.ofSeconds(30), 0);
    }

    private void aTime() {
      talk.about("a time is asked for, and asked back until it is one");
      long n = talk.brings(EDITOR, words.article());
      talk.presses(EDITOR, "card " + n + " time");
      for (String time : words.noTimes()) {
        talk.says(EDITOR, time);
      }
      talk.restarts();
      talk.says(EDITOR, words.tomorrowAtNine());
      talk.about("a time is picked by buttons");
      talk.presses(EDITOR, "card " + n + " time");
      talk.presses(EDITOR, "card " + n + " month 2026-12");
      talk.presses(EDITOR, "card " + n + " day 2026-12-31");
      talk.presses(EDITOR, "card " + n + " at 2026-12-31 18:00");
      talk.about("it is held, let go with its time, and goes out before it");
      talk.presses(EDITOR, "card " + n + " hold");
      talk.presses(EDITOR, "card " + n + " release");
      talk.presses(EDITOR, "card " + n + " now");
      talk.presses(EDITOR, "card " + n + " undo");
      talk.presses(EDITOR, "card " + n + " drop");
    }

    private void editing() {
      talk.about("an article is edited piece by piece");
      long n = talk.brings(EDITOR, words.article());
      talk.presses(EDITOR, "card " + n + " edit");
      talk.presses(EDITOR, "card " + n + " headline");
      talk.restarts();
      talk.says(EDITOR, words.headline());
      talk.presses(EDITOR, "card " + n + " edit");
      talk.presses(EDITOR, "card " + n + " text");
      talk.says(EDITOR, words.body());
      talk.presses(EDITOR, "card " + n + " edit");
      talk.presses(EDITOR, "card " + n + " section");
      talk.says(EDITOR, words.section());
      talk.presses(EDITOR, "card " + n + " edit");
      talk.presses(EDITOR, "card " + n + " language");
      talk.presses(EDITOR, "card " + n + " in en");
      talk.presses(EDITOR, "card " + n + " edit");
      talk.presses(EDITOR, "card " + n + " silent");
      talk.presses(EDITOR, "card " + n + " preview");
      talk.about("somebody else has changed it meanwhile");
      talk.presses(EDITOR, "card " + n + " edit");
      talk.says(OWNER, "/card " + n + " section");
      talk.says(OWNER, "-");
      talk.says(EDITOR, words.article());
      talk.says(EDITOR, words.article());
      talk.presses(EDITOR, "card " + n + " keep");
      talk.presses(EDITOR, "card " + n + " drop");
    }

    private void twoAtOnce() {
      talk.about("two editors have the same card, and the second hears what the first did");
      long n = talk.brings(EDITOR, words.article());
      talk.says(OWNER, "/card_" + n);
      Conversation.Seen now = talk.seen(OWNER, "card " + n + " now");
      talk.presses(EDITOR, "card " + n + " turn");
      talk.presses(EDITOR, "card " + n + " hold");
      talk.presses(OWNER, now);
      talk.about("a double press does it once");
      Conversation.Seen release = talk.presses(OWNER, "card " + n + " release");
      talk.presses(OWNER, release);
      talk.presses(OWNER, "card " + n + " drop");
    }

    private void corrections() {
      talk.about("a typing error of the headline is mended in the channel by one message");
      long n = talk.brings(EDITOR, words.mistyped());
      talk.presses(EDITOR, "card " + n + " now");
      talk.passes(Duration.ofSeconds(30), 1);
      talk.says(EDITOR, words.typo());
      talk.passes(Duration.ofSeconds(30), 0);
      talk.presses(EDITOR, "correct " + n + " note");
      talk.passes(Duration.ofSeconds(30), 0);
      talk.about("another correction is shown first, and can be left alone");
      talk.answers(
          EDITOR, talk.seen(EDITOR, "card " + n + " withdraw").messageId(), words.change());
      Conversation.Seen yes = talk.seen(EDITOR, "correct " + n + " yes");
      talk.presses(EDITOR, "card " + n + " show");
      talk.presses(EDITOR, yes);
      talk.says(EDITOR, "/correct_" + n);
      talk.says(EDITOR, words.change());
      talk.restarts();
      talk.presses(EDITOR, "correct " + n + " dated");
      talk.passes(Duration.ofSeconds(30), 0);
      talk.says(EDITOR, "/correct " + n + " " + words.change());
      talk.says(EDITOR, "/correct");
    }

    private void approval() {
      talk.about("an author's draft is approved after a change");
      long n = talk.brings(AUTHOR, words.article());
      Conversation.Seen ask = talk.presses(AUTHOR, "card " + n + " ask");
      talk.presses(AUTHOR, ask);
      talk.presses(EDITOR, "card " + n + " changes");
      talk.restarts();
      talk.says(EDITOR, words.comment());
      talk.says(AUTHOR, "/card_" + n);
      talk.presses(AUTHOR, "card " + n + " edit");
      talk.says(AUTHOR, words.mistyped());
      talk.presses(AUTHOR, "card " + n + " ask");
      Conversation.Seen approve = talk.seen(OWNER, "card " + n + " approve");
      talk.presses(EDITOR, "card " + n + " approve");
      talk.presses(OWNER, approve);
      talk.passes(Duration.ofSeconds(30), 1);
      talk.about("an author's draft is not taken");
      long m = talk.brings(AUTHOR, words.article());
      talk.presses(AUTHOR, "card " + m + " ask");
      talk.presses(EDITOR, "card " + m + " reject");
    }

    private void suggestion() {
      talk.about("a reader's suggestion comes as a card");
      talk.says(READER, "/suggest");
      talk.says(READER, "/suggest " + words.article());
      long n = talk.number(EDITOR);
      talk.presses(EDITOR, "card " + n + " now");
      talk.passes(Duration.ofSeconds(30), 1);
    }

    private void stepByStep() {
      talk.about("/post asks step by step");
      talk.says(EDITOR, "/post");
      talk.says(EDITOR, words.headline());
      talk.restarts();
      talk.says(EDITOR, words.body());
      long n = talk.number(EDITOR);
      talk.presses(EDITOR, "card " + n + " drop");
      talk.says(EDITOR, "/post " + words.article());
      talk.says(EDITOR, "/post " + words.headline());
      talk.passes(Duration.ofSeconds(30), 1);
    }

    private void whatIsSent() {
      talk.about("a forwarded post with a picture goes out by two presses at most");
      byte[] picture = PictureSize.placeholder();
      ObjectNode photo =
          (ObjectNode)
              house.world().personSendsPhoto(EDITOR, words.code(), picture, words.picture());
      ObjectNode forwarded = photo.deepCopy();
      ((ObjectNode) forwarded.get("message"))
          .putObject("forward_origin")
          .put("type", "hidden_user")
          .put("date", 1)
          .put("sender_user_name", "Someone");
      talk.does(EDITOR, "(a forwarded photo) " + words.picture(), forwarded);
      talk.presses(EDITOR, "card " + talk.number(EDITOR) + " now");
      talk.passes(Duration.ofSeconds(30), 1);
      talk.about("a link goes out by three at most");
      house.page("https://example.com/news", "# " + words.headline() + "\n\n" + words.body());
      talk.says(EDITOR, "https://example.com/news");
      talk.presses(EDITOR, "card " + talk.number(EDITOR) + " now");
      talk.passes(Duration.ofSeconds(30), 1);
      talk.says(EDITOR, "https://example.com/gone");
      talk.about("a file, an album, a picture without words, and something that went out lately");
      talk.does(EDITOR, "(news.txt)", file("news.txt", words.article()));
      talk.does(EDITOR, "(table.xlsx)", file("table.xlsx", "?"));
      talk.does(EDITOR, "(a photo of an album) " + words.picture(), album(words.picture()));
      talk.does(EDITOR, "(a photo of an album)", album(""));
      talk.says(EDITOR, "/card_" + talk.number(EDITOR));
      talk.does(
          EDITOR,
          "(a photo)",
          house.world().personSendsPhoto(EDITOR, words.code(), picture, "").deepCopy());
    }

    private ObjectNode file(String name, String text) {
      byte[] bytes = text.getBytes(UTF_8);
      return house.world().personSendsFile(EDITOR, words.code(), name, bytes, "").deepCopy();
    }

    private ObjectNode album(String caption) {
      byte[] picture = PictureSize.placeholder();
      ObjectNode update =
          house.world().personSendsPhoto(EDITOR, words.code(), picture, caption).deepCopy();
      ((ObjectNode) update.get("message")).put("media_group_id", "77");
      return update;
    }

    private void theQueue() {
      talk.about("the queue, its order, and its last line");
      talk.says(EDITOR, "/pause");
      long n = talk.brings(EDITOR, words.mistyped());
      talk.presses(EDITOR, "card " + n + " turn");
      long m = talk.brings(EDITOR, words.article());
      talk.presses(EDITOR, "card " + m + " time");
      talk.presses(EDITOR, "card " + m + " at +1h");
      talk.says(EDITOR, "/queue");
      talk.says(EDITOR, "/resume");
      talk.says(EDITOR, "/queue");
      talk.presses(EDITOR, "card " + n + " show");
      talk.presses(EDITOR, "card " + n + " up");
      talk.presses(EDITOR, "card " + n + " down");
      talk.presses(EDITOR, "card " + n + " drop");
    }

    private void rules() {
      talk.about("the timetable");
      talk.says(EDITOR, "/slots");
      talk.says(EDITOR, "/slots " + words.slots());
      talk.says(EDITOR, "/slots " + words.noSlots());
      talk.says(EDITOR, "/slots @other daily 9:00");
      talk.says(EDITOR, "/slots @tau_news settings");
      talk.says(EDITOR, "/pause @other");
    }

    private void theTeam() {
      talk.about("an invitation works once, and two days only");
      talk.says(OWNER, "/team");
      talk.presses(OWNER, "team invite author");
      String secret = house.lastSecret(OWNER);
      talk.says(FRIEND, "/start " + secret);
      talk.says(READER, "/start " + secret);
      talk.says(OWNER, "/team invite editor");
      String old = house.lastSecret(OWNER);
      talk.passes(Duration.ofDays(2), 1);
      talk.says(READER, "/start " + old);
      talk.about(
          "a role that is taken away is gone at once, with the card in hand and while asked");
      talk.says(OWNER, "/team");
      long n = talk.brings(EDITOR, words.article());
      Conversation.Seen now = talk.seen(EDITOR, "card " + n + " now");
      talk.presses(EDITOR, "card " + n + " time");
      talk.presses(OWNER, "team " + EDITOR + " author");
      talk.says(EDITOR, words.tomorrowAtNine());
      talk.presses(EDITOR, now);
      talk.presses(OWNER, "team " + EDITOR + " editor");
      talk.presses(OWNER, "team " + FRIEND + " out");
      talk.says(FRIEND, "/card_" + n);
    }

    private void questions() {
      talk.about("questions of the bot that are settled already");
      talk.says(EDITOR, "/overdue");
      talk.says(EDITOR, "/overdue 3 all");
      talk.says(EDITOR, "/there");
      talk.says(EDITOR, "/there 1");
      talk.says(EDITOR, "/again 1");
      talk.says(EDITOR, "/card");
      talk.says(EDITOR, "/card 99999");
      talk.says(OWNER, "/audit");
    }
  }
}
