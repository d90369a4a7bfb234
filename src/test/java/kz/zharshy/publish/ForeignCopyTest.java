package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.publish.ForeignCopy.Answer;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.store.ForeignCopies.Choice;
import kz.zharshy.store.Lease.Holder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForeignCopyTest {
  private static final Holder SELF = new Holder("news-1", 4711, Instant.EPOCH);

  @TempDir private Path folder;
  private final List<String> heard = new ArrayList<>();
  private String asked = "";
  private PublishFixture room;
  private ForeignCopy foreign;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(Setting.in(folder));
    foreign = start();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void aConflictOfLessThanAMinuteStopsNothing() {
    refusedFor(Duration.ofSeconds(55));

    assertThat(foreign.mayPublish()).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void aConflictThatStandsForAMinutePausesAndAsksOnce() {
    refusedFor(Duration.ofMinutes(3));

    assertThat(foreign.mayPublish()).isFalse();
    assertThat(foreign.mayReceive()).isTrue();
    assertThat(heard).containsExactly("asked on news-1");
  }

  @Test
  void twoThatWaitInTurnAreInConflictAlthoughSomeAnswersComeThrough() {
    foreign.refused();
    for (int i = 0; i < 2; i++) {
      room.time.pass(Duration.ofSeconds(20));
      foreign.answered();
      room.time.pass(Duration.ofSeconds(25));
      foreign.refused();
    }

    assertThat(foreign.mayPublish()).isFalse();
  }

  @Test
  void whoAsksForTheUpdatesOnceOrTwiceByHandStopsNothing() {
    foreign.refused();
    room.time.pass(Duration.ofSeconds(70));
    foreign.refused();

    assertThat(foreign.mayPublish()).isTrue();
  }

  @Test
  void conflictsThatAreFarApartAreAPassingMatter() {
    for (int i = 0; i < 5; i++) {
      foreign.refused();
      room.time.pass(Duration.ofMinutes(3));
    }

    assertThat(foreign.mayPublish()).isTrue();
  }

  @Test
  void aMinuteAndAHalfWithoutConflictLetsItGoOn() {
    refusedFor(Duration.ofMinutes(2));
    room.time.pass(Duration.ofSeconds(55));
    foreign.answered();
    room.time.pass(Duration.ofSeconds(34));
    assertThat(foreign.mayPublish()).isFalse();

    room.time.pass(Duration.ofSeconds(1));

    assertThat(foreign.mayPublish()).isTrue();
    assertThat(heard).containsExactly("asked on news-1", "gone");
    assertThat(foreign.choose(asked, Choice.THERE)).isEqualTo(Answer.OVER);
  }

  @Test
  void silenceOfTelegramIsNoProofThatTheOtherIsGone() {
    refusedFor(Duration.ofMinutes(2));

    room.time.pass(Duration.ofHours(1));

    assertThat(foreign.mayPublish()).isFalse();
  }

  @Test
  void whereAnOwnerChoosesThisOneItPublishesOverARestartToo() {
    refusedFor(Duration.ofMinutes(2));

    assertThat(foreign.choose(asked, Choice.HERE)).isEqualTo(Answer.DONE);

    assertThat(foreign.mayPublish()).isTrue();
    foreign = start();
    refusedFor(Duration.ofMinutes(5));
    assertThat(foreign.mayPublish()).isTrue();
    assertThat(heard).containsExactly("asked on news-1", "chosen true");
  }

  @Test
  void whereAnOwnerChoosesTheOtherThisOneEndsAndDoesSoAtEachStart() {
    refusedFor(Duration.ofMinutes(2));

    assertThat(foreign.choose(asked, Choice.THERE)).isEqualTo(Answer.DONE);

    assertThat(heard).containsExactly("asked on news-1", "chosen false", "gives way");
    foreign = start();
    assertThat(foreign.mayPublish()).isFalse();
    assertThat(foreign.mayReceive()).isFalse();
    assertThat(heard).endsWith("gives way", "gives way");
  }

  @Test
  void anUnansweredQuestionStaysOpenOverARestartAndIsAskedAgain() {
    refusedFor(Duration.ofMinutes(2));
    String before = asked;

    foreign = start();
    assertThat(foreign.mayPublish()).isFalse();
    foreign.refused();

    assertThat(foreign.mayPublish()).isFalse();
    assertThat(heard).containsExactly("asked on news-1", "asked on news-1");
    assertThat(asked).isEqualTo(before);
  }

  @Test
  void anAnswerToTheOtherProgramsQuestionChangesNothing() {
    refusedFor(Duration.ofMinutes(2));

    assertThat(foreign.choose("0badf00d", Choice.HERE)).isEqualTo(Answer.NOT_OURS);

    assertThat(foreign.mayPublish()).isFalse();
  }

  @Test
  void aWebhookIsAForeignCopyWhoseHostIsNamed() throws Exception {
    URI address =
        URI.create(
            room.server.apiAddress()
                + "/bot"
                + room.server.token()
                + "/setWebhook?url=http://127.0.0.1:9/secret/path");
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());

    refusedFor(Duration.ofMinutes(2));

    assertThat(heard).containsExactly("asked on news-1 of 127.0.0.1");
  }

  /** As the poller meets it: asked again after five seconds. */
  private void refusedFor(Duration time) {
    foreign.refused();
    for (long seconds = 5; seconds <= time.toSeconds(); seconds += 5) {
      room.time.pass(Duration.ofSeconds(5));
      foreign.refused();
    }
  }

  private ForeignCopy start() {
    PublishListener listener =
        new PublishListener() {
          @Override
          public void foreignCopy(String question, @Nullable String webhook, Holder self) {
            asked = question;
            heard.add("asked on " + self.host() + (webhook == null ? "" : " of " + webhook));
          }

          @Override
          public void foreignCopyChosen(boolean here) {
            heard.add("chosen " + here);
          }

          @Override
          public void foreignCopyGone() {
            heard.add("gone");
          }
        };
    return new ForeignCopy(
        room.database.foreignCopies(),
        room.api,
        listener,
        SELF,
        () -> heard.add("gives way"),
        room.time,
        room.time::nanos);
  }
}
