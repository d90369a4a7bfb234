package kz.zharshy.chat;

import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.store.QueueException;
import kz.zharshy.store.UpdateInbox;
import kz.zharshy.store.UpdateInbox.RawUpdate;
import kz.zharshy.telegram.ReceivedUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one person can ask, and what the others notice of it: nothing. */
final class ReaderRateLimitTest {
  private static final long OTHER = 43;
  private static final String NOTHING_YET = "Nothing has been published yet.";

  private final AtomicLong nanos = new AtomicLong();

  @TempDir Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    house.count(nanos::get);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "kk, 'Мұндай жылдамдыққа үлгермеймін, біразын өткізіп жіберуге тура келді."
        + " Жарты минуттан кейін жалғастырыңызшы.'",
    "ru, 'Так быстро я не успеваю, часть пришлось пропустить."
        + " Продолжите, пожалуйста, через полминуты.'",
    "en, 'That was a lot at once, so I left some of it out. Please go on in half a minute.'"
  })
  void aThousandCommandsAreAnsweredTwentyTimesAndOnceWithARequest(String language, String request) {
    writes(READER, language, 1000);
    assertThat(house.ask(OTHER, "en", "/latest")).startsWith(NOTHING_YET);
    house.settle();

    assertThat(house.answers(READER)).hasSize(21).containsOnlyOnce(request);
    assertThat(house.updates()).isEqualTo(22);
    pass(Duration.ofSeconds(19));
    writes(READER, language, 5);
    house.settle();
    assertThat(house.answers(READER)).hasSize(21);

    pass(Duration.ofSeconds(1));
    writes(READER, language, 21);
    house.settle();
    assertThat(house.answers(READER)).hasSize(42);
    assertThat(house.answers(READER).subList(21, 42)).containsOnlyOnce(request);
  }

  @Test
  void whoAsksAsFastAsTheBotCanAnswerIsNeverToldAnything() {
    for (int i = 0; i < 100; i++) {
      writes(READER, "en", 1);
      pass(Duration.ofSeconds(1));
    }
    house.settle();

    assertThat(house.answers(READER)).hasSize(100).allMatch(text -> text.startsWith(NOTHING_YET));
  }

  @Test
  void theNewsroomIsNotCounted() {
    writes(OWNER, "en", 60);
    house.settle();

    assertThat(house.answers(OWNER)).hasSize(60).allMatch(text -> text.startsWith(NOTHING_YET));
  }

  @Test
  void aButtonBeyondTheBucketIsLetGoWithARequestAndThenSilently() {
    String unused = house.ask(READER, "en", "/latest");
    for (int i = 0; i < 19; i++) {
      unused = house.press(READER, 2, "latest");
    }
    int said = house.world().calls("editMessageText").size();
    unused = house.press(READER, 2, "latest");
    assertThat(lastRelease().path("text").asText()).startsWith("That was a lot at once");
    unused = house.press(READER, 2, "latest");
    assertThat(lastRelease().has("text")).isFalse();
    int released = house.world().calls("answerCallbackQuery").size();
    for (int i = 0; i < 100; i++) {
      unused = house.press(READER, 2, "latest");
    }

    assertThat(house.world().calls("editMessageText")).hasSize(said);
    assertThat(house.world().calls("answerCallbackQuery")).hasSize(released + 19);
    assertThat(house.answers(READER)).hasSize(1);
  }

  @Test
  void inAGroupOnePersonIsAnsweredSixTimesAndTheOthersGoOn() {
    for (int i = 0; i < 50; i++) {
      house.comes(inGroup(READER, "/latest@herald_bot"));
    }
    house.comes(inGroup(OTHER, "/latest@herald_bot"));
    house.settle();

    assertThat(house.answers(house.world().logChatId()))
        .hasSize(7)
        .allMatch(text -> text.startsWith(NOTHING_YET));
    assertThat(house.ask(READER, "en", "/latest")).startsWith(NOTHING_YET);
  }

  @Test
  void whatPeopleSayToEachOtherInAGroupIsNotStored() {
    house.comes(inGroup(READER, "My number is 12345."));

    assertThat(house.updates()).isZero();
  }

  @Test
  void inlineQueriesAreCountedApart() {
    for (int i = 0; i < 100; i++) {
      house.comes(house.world().personAsksInline(READER, "en", "bridge"));
    }
    house.settle();

    assertThat(house.world().calls("answerInlineQuery")).hasSize(30);
    assertThat(house.ask(READER, "en", "/latest")).startsWith(NOTHING_YET);
  }

  @ParameterizedTest
  @CsvSource({
    "kk, 'Сәлеметсіздер ме! Жаңалық керек болса, мен осындамын: /latest@herald_bot не @herald_bot"
        + " және бір-екі сөз. Басқа кезде үндемеймін.'",
    "ru, 'Здравствуйте! Понадобятся новости – я здесь: /latest@herald_bot или @herald_bot и пара"
        + " слов. В остальное время молчу.'",
    "en, 'Hello! When somebody looks for news here, I help: /latest@herald_bot, or @herald_bot and"
        + " a few words. Otherwise I stay quiet.'"
  })
  void aGroupIsGreetedOnce(String language, String hello) {
    for (int i = 0; i < 3; i++) {
      house.comes(standing(language, "left", "member"));
      house.comes(standing(language, "member", "administrator"));
      house.comes(standing(language, "administrator", "left"));
    }
    house.settle();

    assertThat(house.answers(house.world().logChatId())).containsExactly(hello);
  }

  @Test
  void whatIsLeftOutsideIsAcknowledgedAllTheSame() {
    UpdateIntake door = door(house.database().updates());
    List<ReceivedUpdate> all =
        LongStream.rangeClosed(701, 800).mapToObj(id -> received(id, READER)).toList();
    door.store(all);
    door.store(LongStream.rangeClosed(801, 900).mapToObj(id -> received(id, READER)).toList());

    assertThat(door.nextOffset()).isEqualTo(901);
    assertThat(house.updates()).isEqualTo(21);
  }

  @Test
  void whatComesAgainBecauseItCouldNotBeStoredIsCountedOnce() {
    AtomicBoolean locked = new AtomicBoolean(true);
    List<RawUpdate> stored = new ArrayList<>();
    UpdateIntake door = door(new LockedInbox(locked, stored));
    List<ReceivedUpdate> batch =
        LongStream.rangeClosed(701, 715).mapToObj(id -> received(id, READER)).toList();
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> door.store(batch)).isInstanceOf(QueueException.class);
    }
    assertThat(door.nextOffset()).isEqualTo(3);
    locked.set(false);
    door.store(batch);

    assertThat(stored).hasSize(15);
    assertThat(door.nextOffset()).isEqualTo(716);
  }

  @Test
  void noMoreBucketsAreRememberedThanThereIsRoomFor() {
    Buckets buckets = new Buckets(2, Duration.ofSeconds(1), nanos::get);
    for (long person = 1; person <= Buckets.MOST + 1000; person++) {
      assertThat(buckets.take(person)).isEqualTo(Buckets.Taken.YES);
    }
    assertThat(buckets.remembered()).isLessThanOrEqualTo(Buckets.MOST);

    pass(Duration.ofSeconds(1));
    assertThat(buckets.take(1)).isEqualTo(Buckets.Taken.YES);
    assertThat(buckets.remembered()).isEqualTo(1);
  }

  private UpdateIntake door(UpdateInbox inbox) {
    ReaderRateLimit fairUse =
        new ReaderRateLimit(PeopleDirectory.owners(Set.of(OWNER)), nanos::get);
    return new UpdateIntake(inbox, fairUse, Clock.fixed(ChatFixture.NOW, ZoneOffset.UTC));
  }

  private static ReceivedUpdate received(long id, long person) {
    return new ReceivedUpdate(
        id,
        "{\"update_id\":%d,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"/latest\",\"from\":{\"id\":%d},\"chat\":{\"id\":%d,\"type\":\"private\"}}}"
            .formatted(id, person, person));
  }

  private void writes(long person, String language, int times) {
    for (int i = 0; i < times; i++) {
      house.comes(house.world().personWrites(person, language, "/latest"));
    }
  }

  private ObjectNode inGroup(long person, String words) {
    ObjectNode update = house.world().personWritesInLogChat(OWNER, words).deepCopy();
    ((ObjectNode) update.path("message").path("from")).put("id", person);
    return update;
  }

  private ObjectNode standing(String language, String before, String after) {
    ObjectNode update = house.world().personWritesInLogChat(OWNER, "x").deepCopy();
    ObjectNode message = (ObjectNode) update.remove("message");
    ObjectNode change = update.putObject("my_chat_member");
    change.set("chat", message.get("chat"));
    change.set("from", message.get("from"));
    ((ObjectNode) change.get("from")).put("language_code", language);
    change.put("date", 1);
    change.set("old_chat_member", member(before));
    change.set("new_chat_member", member(after));
    return update;
  }

  private static ObjectNode member(String status) {
    ObjectNode member = new ObjectMapper().createObjectNode().put("status", status);
    member.putObject("user").put("id", 7).put("is_bot", true).put("first_name", "Herald");
    return member;
  }

  private JsonNode lastRelease() {
    List<ReceivedCall> calls = house.world().calls("answerCallbackQuery");
    return calls.get(calls.size() - 1).params();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** An inbox whose database another program holds for a while. */
  private record LockedInbox(AtomicBoolean locked, List<RawUpdate> stored) implements UpdateInbox {
    @Override
    public long nextOffset() {
      return 3;
    }

    @Override
    public int store(List<RawUpdate> updates, Instant now) {
      if (locked.get()) {
        throw new QueueException(QueueException.Kind.BUSY, "locked");
      }
      stored.addAll(updates);
      return updates.size();
    }

    @Override
    public Optional<StoredUpdate> next(Set<Long> inHand) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void done(long updateId, long messageId, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void failed(long updateId, String error, Instant now) {
      throw new UnsupportedOperationException();
    }
  }
}
