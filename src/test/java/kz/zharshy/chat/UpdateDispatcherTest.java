package kz.zharshy.chat;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import kz.zharshy.article.ArticleState;
import kz.zharshy.fault.Proves;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.UpdateInbox.RawUpdate;
import kz.zharshy.telegram.FloodLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpdateDispatcherTest {
  private static final long OTHER = 43;
  private static final long AN_HOUR = 3_600_000_000_000L;

  private final AtomicLong nanos = new AtomicLong();
  private volatile boolean passing;

  @TempDir Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder, new FloodLimits(20, 1, 30), this::nanos);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoHasToWaitForTheFloodLimitHoldsUpNobodyElse() {
    writes(READER, 20);

    assertThat(house.ask(OTHER, "en", "/weather")).startsWith("I do not know that command.");
    assertThat(house.waiting()).isPositive();
    assertThat(house.world().calls("sendMessage")).hasSizeLessThan(20);
  }

  @Test
  void answersOfOneChatKeepTheirOrder() {
    house.comes(house.world().personWrites(READER, "en", "/weather"));
    house.comes(house.world().personWrites(READER, "en", "/latest"));
    house.comes(house.world().personWrites(READER, "en", "Hello"));

    passing = true;
    house.settle();

    assertThat(house.answers(READER))
        .extracting(answer -> answer.substring(0, 8))
        .containsExactly("I do not", "Nothing ", "I found ");
  }

  @Test
  void whatWaitedForTheFloodLimitIsAnsweredAfterARestart() {
    writes(READER, 20);
    await().until(() -> house.waiting() < 20);

    house.restart();
    passing = true;
    house.settle();

    assertThat(house.answers(READER)).hasSize(20);
  }

  @Test
  @Proves(
      "kill -9 between receiving updates and storing them; between storing and answering"
          + " | an editor's action happens once")
  void anOwnersActionHappensOnceOverARestart() {
    writes(OWNER, 10);
    house.comes(house.world().personWrites(OWNER, "en", "/post A headline\nA text."));

    house.restart();
    passing = true;
    house.settle();

    assertThat(house.answers(OWNER))
        .last()
        .isEqualTo("Article No. 1 is in the queue and goes to @tau_news.");
    assertThat(house.database().articles().count(ArticleState.QUEUED)).isEqualTo(1);
  }

  @Test
  void aFloodOfOneReaderIsPassedOverInTheEnd() {
    writes(READER, 130);

    assertThat(house.waiting()).isLessThanOrEqualTo(100);
    assertThat(house.ask(OTHER, "en", "/latest")).startsWith("Nothing has been published");
  }

  @Test
  void aReaderBehindAFloodWaitsForATurnOfTheChatsAndTheNewsroomForNone() {
    house.close();
    house = new ChatFixture(folder.resolve("quick"));
    CountDownLatch slow = new CountDownLatch(1);
    house.world().onCall(Fault.holdAnswer(slow).on("sendMessage").times(4));
    List<Long> flood = LongStream.rangeClosed(101, 120).boxed().toList();
    for (int round = 0; round < 3; round++) {
      flood.forEach(person -> writes(person, 1));
    }
    writes(READER, 1);
    writes(OWNER, 1);
    slow.countDown();
    house.settle();

    List<Long> answered =
        house.world().calls("sendMessage").stream()
            .map(call -> call.params().path("chat_id").asLong())
            .toList();
    assertThat(answered).hasSize(62);
    assertThat(answered.indexOf(OWNER)).isLessThan(8 + 4);
    assertThat(answered.indexOf(READER)).isLessThan(20 + 2 + 8 + 4);
    assertThat(house.world().messages(101)).hasSize(6);
  }

  @Test
  @Proves("a call that never returns | other chats, commands and polling go on meanwhile")
  void aSlowAnswerHoldsUpNobodyElse() {
    CountDownLatch slow = new CountDownLatch(1);
    house
        .world()
        .onCall(
            Fault.holdAnswer(slow)
                .on("sendMessage")
                .when(call -> call.path("chat_id").asLong() == READER));
    writes(READER, 1);

    assertThat(house.ask(OTHER, "en", "/latest")).startsWith("Nothing has been published");
    assertThat(house.waiting()).isPositive();

    slow.countDown();
    house.settle();
  }

  @Test
  void whenTelegramAsksForSilenceTheAnswerWaitsForItsTime() {
    house.world().onCall(Fault.flood(60).on("sendMessage"));
    writes(READER, 1);
    await().until(() -> house.world().calls("sendMessage").size() == 1);

    assertThat(house.ask(OTHER, "en", "/latest")).startsWith("Nothing has been published");
    assertThat(house.answers(READER)).isEmpty();

    house.restart();
    house.settle();
    assertThat(house.answers(READER)).hasSize(1);
  }

  @Test
  void anAnswerThatMayHaveArrivedIsNotSentAgain() {
    house.world().onCall(Fault.loseAnswer().on("sendMessage"));
    writes(READER, 1);
    house.settle();

    assertThat(house.answers(READER)).hasSize(1);
    assertThat(house.world().calls("sendMessage")).hasSize(1);
  }

  @Test
  @Proves("a reader blocks the bot | not tried again")
  void aReaderWhoBlockedTheBotIsNotTriedAgain() {
    ObjectNode update = house.message(READER, "/latest");
    house.world().personBlocksBot(READER);

    house.comes(update);
    house.settle();

    assertThat(house.world().calls("sendMessage")).hasSize(1);
    assertThat(house.setAside()).isZero();
  }

  @Test
  @Proves({
    "an update that cannot be read or whose handler throws | set aside after a few tries",
    "an update that cannot be read or whose handler throws | those behind it go on"
  })
  void anUpdateThatCannotBeReadIsSetAsideAndThoseBehindItGoOn() {
    house
        .database()
        .updates()
        .store(List.of(new RawUpdate(7, "{\"update_id\":7,\"message\":3}", READER, false, 0)), NOW);

    assertThat(house.ask(READER, "en", "/latest")).startsWith("Nothing has been published");
    assertThat(house.setAside()).isEqualTo(1);
  }

  @Test
  @Proves("an update that cannot be read or whose handler throws | those behind it go on")
  void anUpdateWhoseHandlingFailsIsSetAsideAndThoseBehindItGoOn() {
    ObjectNode update = house.world().personPostsInChannel("By hand").deepCopy();
    ((ObjectNode) update.get("channel_post")).remove("message_id");
    house.comes(update);
    await()
        .until(
            () -> {
              house.work();
              return house.setAside() == 1;
            });

    assertThat(house.ask(READER, "en", "/latest")).startsWith("Nothing has been published");
  }

  private void writes(long person, int times) {
    for (int i = 0; i < times; i++) {
      house.comes(house.world().personWrites(person, "en", "/weather"));
    }
  }

  /** Time stands still until it passes; then all flood windows are empty at each look. */
  private long nanos() {
    return passing ? nanos.addAndGet(AN_HOUR) : nanos.get();
  }
}
