package kz.zharshy.store;

import static kz.zharshy.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import kz.zharshy.fault.Proves;
import kz.zharshy.store.UpdateInbox.RawUpdate;
import kz.zharshy.store.UpdateInbox.StoredUpdate;
import org.junit.jupiter.api.Test;

final class UpdateInboxTest extends QueueFile {
  @Test
  @Proves("the same update delivered twice | handled once")
  void updatesAreHandledInTheirOrderAndOnce() {
    UpdateInbox inbox = queue.updates();
    assertThat(inbox.nextOffset()).isZero();
    assertThat(inbox.store(List.of(update(12), update(11)), NOON)).isEqualTo(2);
    assertThat(inbox.store(List.of(update(12), update(13)), NOON)).isEqualTo(1);
    assertThat(inbox.nextOffset()).isEqualTo(14);

    for (int id = 11; id <= 13; id++) {
      assertThat(inbox.next(Set.of())).contains(new StoredUpdate(id, json(id), 0));
      inbox.done(id, 0, NOON);
    }

    assertThat(inbox.next(Set.of())).isEmpty();
    assertThat(inbox.store(List.of(update(11)), NOON)).isZero();
    assertThat(inbox.next(Set.of())).isEmpty();
  }

  @Test
  void updatesInHandArePassedOver() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(update(1), update(2), update(3)), NOON);

    assertThat(inbox.next(Set.of(1L))).contains(new StoredUpdate(2, json(2), 0));
    assertThat(inbox.next(Set.of(1L, 2L, 3L))).isEmpty();
    inbox.done(2, 0, NOON);
    assertThat(inbox.next(Set.of(1L))).contains(new StoredUpdate(3, json(3), 0));
  }

  @Test
  @Proves("an update that cannot be read or whose handler throws | set aside after a few tries")
  void anUpdateWhoseHandlingFailsIsSetAsideAfterTheThirdTry() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(update(1), update(2)), NOON);
    for (int tries = 0; tries < 3; tries++) {
      assertThat(inbox.next(Set.of())).contains(new StoredUpdate(1, json(1), tries));
      inbox.begin(1);
      inbox.failed(1, "cannot be read", NOON);
    }

    assertThat(inbox.next(Set.of())).contains(new StoredUpdate(2, json(2), 0));
  }

  @Test
  void anUpdateThatKillsTheProgramIsSetAsideAfterTheThirdTry() {
    queue.updates().store(List.of(update(1), update(2)), NOON);
    for (int tries = 0; tries < 3; tries++) {
      assertThat(queue.updates().next(Set.of())).contains(new StoredUpdate(1, json(1), tries));
      queue.updates().begin(1);
      reopen();
    }

    assertThat(queue.updates().next(Set.of())).contains(new StoredUpdate(2, json(2), 0));
  }

  @Test
  void anUpdateWhoseAnswerWaitsWhenTheProgramDiesIsNeverSetAside() {
    queue.updates().store(List.of(update(1), update(2)), NOON);
    for (int life = 0; life < 5; life++) {
      assertThat(queue.updates().next(Set.of())).contains(new StoredUpdate(1, json(1), 0));
      queue.updates().begin(1);
      queue.updates().handled(1);
      reopen();
    }

    assertThat(queue.updates().next(Set.of())).contains(new StoredUpdate(1, json(1), 0));
  }

  @Test
  void theOffsetFollowsTelegramWhenItBeginsAnewAtALowerNumber() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(update(900_000_001)), NOON);
    inbox.store(List.of(update(400_000_001)), NOON.plus(Duration.ofDays(8)));

    assertThat(inbox.nextOffset()).isEqualTo(400_000_002);
  }

  @Test
  void whatWasHandledLongAgoIsForgottenButNotTheOffset() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(update(1), update(2)), NOON);
    inbox.done(1, 0, NOON);
    inbox.done(2, 0, NOON);

    assertThat(inbox.store(List.of(update(2)), NOON.plus(Duration.ofDays(31)))).isZero();

    assertThat(inbox.nextOffset()).isEqualTo(3);
    assertThat(inbox.store(List.of(update(1)), NOON.plus(Duration.ofDays(31)))).isEqualTo(1);
  }

  /** Behind it a letter is looked for of which nobody knows whether it arrived. */
  @Test
  void theHighestNumberOfAMessageToOrFromAReaderIsKnown() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(said(1, "private", 70), said(2, "supergroup", 900)), NOON);
    inbox.store(List.of(said(3, "private", 60), new RawUpdate(4, "no JSON")), NOON);
    assertThat(queue.outbox().highestMessageId()).isEqualTo(70);

    inbox.done(1, 71, NOON);
    inbox.done(2, 0, NOON);
    assertThat(queue.outbox().highestMessageId()).isEqualTo(71);
  }

  private static RawUpdate said(long id, String chat, long message) {
    return new RawUpdate(
        id,
        "{\"message\":{\"message_id\":%d,\"chat\":{\"type\":\"%s\"}}}".formatted(message, chat));
  }

  private static RawUpdate update(long id) {
    return new RawUpdate(id, json(id));
  }

  private static String json(long id) {
    return "{\"update_id\":" + id + "}";
  }
}
