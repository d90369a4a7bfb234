package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.SandboxMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Death after every step there is, and what the next start makes of it. */
@Tag("slow")
final class CrashFaultsTest {
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private int rooms;

  @Test
  @Proves(
      "kill -9 before the claim commits; after the claim; after sending commits; while"
          + " the answer is awaited; after the answer, before sent commits | posted exactly"
          + " once")
  void anArticleIsPostedOnceWhereverTheBotDies() throws Exception {
    assertSameAfterEveryDeath(room -> room.add("Snow in Almaty", "Schools are closed today."));
  }

  @Test
  @Proves(
      "kill -9 before the claim commits; after the claim; after sending commits; while the answer is"
          + " awaited; after the answer, before sent commits"
          + " | publishing again within 5 s of the restart")
  void whoeverDiedPublishesAgainWithinFiveSecondsOfTheStart() throws Exception {
    Death death = Death.after(1);
    for (int step = 1; step == 1 || death.happened(); step++) {
      death = Death.after(step);
      PublishFixture room = begin();
      try {
        room.add("Snow in Almaty", "Schools are closed today.");
        room = room.again(setting().with(death));
        live(room);
        room = room.again(setting());
        room.add("Next", "It goes on.");

        room.run(Duration.ofSeconds(5));

        assertThat(room.posted()).as("%s", death).contains("Next");
      } finally {
        room.close();
      }
    }
  }

  @Test
  @Proves(
      "kill -9 in the middle of an article of several parts or an album | parts already"
          + " out stay, it goes on with the next")
  void partsThatAreOutStayAndTheNextFollows() throws Exception {
    assertSameAfterEveryDeath(
        room -> room.add("Long", "A sentence of the story, told at length. ".repeat(250)));
    assertSameAfterEveryDeath(CrashFaultsTest::addAlbum);
  }

  @Test
  void whoDiesAgainWhileLookingForAPartLooksAgain() throws Exception {
    assertSameAfterEveryDeath(
        room -> room.add("Snow in Almaty", "Schools are closed today."), Death.after("send", 1));
  }

  @Test
  void whoDiesWhileCorrectingGoesOnCorrecting() throws Exception {
    assertSameAfterEveryDeath(
        room -> {
          room.correct("a", Content.builder("Snow", "Old text.").build());
          runOn(room);
          room.correct(
              "a", Content.builder("Snow", "A sentence of news, and no end. ".repeat(200)).build());
        });
  }

  /** Whatever comes before a death and after it, the channel is as if there had been none. */
  private void assertSameAfterEveryDeath(Consumer<PublishFixture> work, Death... before)
      throws Exception {
    List<String> undisturbed = posts(work, List.of());
    List<String> wrong = new ArrayList<>();
    Death death = Death.after(1);
    for (int step = 1; step == 1 || death.happened(); step++) {
      death = Death.after(step);
      List<Death> deaths = new ArrayList<>(List.of(before));
      deaths.replaceAll(Death::again);
      deaths.add(death);
      List<String> posts = posts(work, deaths);
      if (!posts.equals(undisturbed)) {
        wrong.add(death + ": " + posts);
      }
    }
    assertThat(undisturbed).doesNotHaveDuplicates();
    assertThat(wrong).isEmpty();
  }

  /** What is in the channel when a newsroom has died each of these deaths and lived on. */
  private List<String> posts(Consumer<PublishFixture> work, List<Death> deaths) throws Exception {
    PublishFixture room = begin();
    try {
      work.accept(room);
      for (Death death : deaths) {
        room = room.again(setting().with(death));
        live(room);
      }
      room = deaths.isEmpty() ? room : room.again(setting());
      room.run(A_WHILE);
      assertThat(room.heard).noneMatch(line -> line.startsWith("asked"));
      return room.telegram().posts().stream().map(CrashFaultsTest::brief).toList();
    } finally {
      room.close();
    }
  }

  private static void live(PublishFixture room) throws InterruptedException {
    try {
      room.run(A_WHILE);
    } catch (Death.Killed e) {
      // Just as planned.
    }
  }

  private static void runOn(PublishFixture room) {
    try {
      room.run(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A newsroom that knows how far its channel is numbered. */
  private PublishFixture begin() throws IOException {
    rooms++;
    PublishFixture room = PublishFixture.open(setting());
    room.telegram().personPostsInChannel("Good morning!");
    room.database.ledger().saw("zharshy_sandbox", 1);
    return room;
  }

  private Setting setting() {
    return Setting.in(folder.resolve("room" + rooms));
  }

  /** How a message begins and ends, and what picture it is. */
  private static String brief(SandboxMessage post) {
    String text = post.text();
    String end =
        text.length() < 40 ? text : text.substring(0, 20) + text.substring(text.length() - 20);
    return end + post.json().findValuesAsText("file_id");
  }

  private static void addAlbum(PublishFixture room) {
    List<Media> pictures =
        List.of(
            Media.photo("https://pics.example.kz/snow.jpg", null),
            Media.photo("https://pics.example.kz/street.jpg", null));
    Content content = Content.builder("Album", "Two pictures of the snow.").media(pictures).build();
    room.database.articles().add(Draft.of(content), "test", room.now());
  }
}
