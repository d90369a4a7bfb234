package kz.zharshy.chat.digest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.store.QueueException;
import kz.zharshy.store.ReaderOutbox;
import kz.zharshy.store.ReaderOutbox.Letter;
import kz.zharshy.store.Readers;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.ChatCalls;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Lane;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Sends letters one after another as the flood budget lets them, several on their way at a time. A
 * letter of which nobody knows whether it arrived is looked for, and never sent again blindly.
 * {@link #step} is for one thread.
 */
public final class LetterSender {
  private static final Logger log = LoggerFactory.getLogger(LetterSender.class);

  private static final int MOST_ON_THEIR_WAY = 8;
  private static final Duration NOTHING_IN_DOUBT = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final int MOST_ROUNDS = 3;

  /** A minute of refusals. */
  private static final int MOST_LOOKS = 30;

  private static final Duration BUSY = Duration.ofMillis(20);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
  private static final Duration USUAL_FLOOD_WAIT = Duration.ofSeconds(30);

  /** The budget of all chats is never longer used up. Whose own chat is, waits aside. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final ReaderOutbox outbox;
  private final Readers readers;
  private final BotApi api;
  private final FloodBudget budget;
  private final DigestWriter writer;
  private final Executor calls;
  private final Map<Long, Integer> rounds = new HashMap<>();
  private final Map<Long, Integer> refused = new HashMap<>();
  private final LongSupplier nanos;
  private final @Nullable LetterProbe probe;
  private final Set<Long> onTheirWay = ConcurrentHashMap.newKeySet();
  private final Map<Long, Long> aside = new HashMap<>();
  private long doubtsAt;
  private volatile long pausedUntil;

  /**
   * @param calls makes the calls
   * @param nanos a monotonic clock
   * @param logChat where letters in doubt are looked for; null where there is none
   */
  public LetterSender(
      QueueDatabase database,
      BotApi api,
      FloodBudget budget,
      DigestWriter writer,
      Executor calls,
      LongSupplier nanos,
      @Nullable Long logChat) {
    this.outbox = database.outbox();
    this.readers = database.readers();
    this.api = api;
    this.budget = budget;
    this.writer = writer;
    this.calls = calls;
    this.nanos = nanos;
    this.probe = logChat == null ? null : new LetterProbe(api, budget, logChat);
    this.pausedUntil = nanos.getAsLong();
    this.doubtsAt = pausedUntil;
  }

  /**
   * Sends one letter, or prepares what is due.
   *
   * @return how long there will be nothing to do, unless something wakes the caller
   */
  public Duration step() {
    long pause = pausedUntil - nanos.getAsLong();
    if (pause > 0) {
      return Duration.ofNanos(pause);
    }
    if (onTheirWay.size() >= MOST_ON_THEIR_WAY) {
      return BUSY;
    }
    if (doubtsAt - nanos.getAsLong() <= 0) {
      doubtsAt = nanos.getAsLong() + settleDoubts().toNanos();
    }
    aside.values().removeIf(until -> until - nanos.getAsLong() <= 0);
    Optional<Letter> next = outbox.next(aside.keySet());
    if (next.isPresent()) {
      return send(next.get());
    }
    Duration prepared = writer.step();
    if (prepared.isZero()) {
      return prepared;
    }
    boolean soon = !aside.isEmpty() || !onTheirWay.isEmpty();
    Duration doubts = Duration.ofNanos(Math.max(0, doubtsAt - nanos.getAsLong()));
    Duration wait = doubts.compareTo(prepared) < 0 ? doubts : prepared;
    return soon && wait.compareTo(BUSY) > 0 ? BUSY : wait;
  }

  private Duration send(Letter letter) {
    String chat = Long.toString(letter.userId());
    Duration wait = budget.take(chat, Lane.DIGEST);
    if (wait.compareTo(SHORT) > 0) {
      aside.put(letter.userId(), nanos.getAsLong() + wait.toNanos());
      return Duration.ZERO;
    }
    if (!wait.isZero()) {
      return wait;
    }
    boolean begun = false;
    try {
      Optional<Letter> sending = outbox.sending(letter.id());
      if (sending.isPresent()) {
        onTheirWay.add(letter.id());
        begun = true;
        calls.execute(() -> call(sending.get(), chat));
      }
    } catch (RejectedExecutionException e) {
      // The program is being stopped, and nothing was sent.
      onTheirWay.remove(letter.id());
      begun = false;
      outbox.notSent(letter.id());
    } finally {
      if (!begun) {
        budget.finished(chat);
      }
    }
    return Duration.ZERO;
  }

  private void call(Letter letter, String chat) {
    try {
      Outcome<List<Message>> outcome;
      try {
        outcome = api.send(ChatCalls.kept(letter.userId(), letter.payload()));
      } finally {
        budget.finished(chat);
      }
      follow(letter, chat, outcome);
    } catch (QueueException e) {
      // It stays `sending`, so it is looked for later.
      log.warn("A letter's end could not be noted: {}", e.getMessage());
    } finally {
      onTheirWay.remove(letter.id());
    }
  }

  private void follow(Letter letter, String chat, Outcome<List<Message>> outcome) {
    if (outcome instanceof Outcome.Done<List<Message>> done) {
      outbox.sent(letter.id(), done.result().get(0).getMessageId());
    } else if (outcome instanceof Outcome.Refused<List<Message>> refused) {
      refused(letter, chat, refused);
    } else if (outcome instanceof Outcome.NotSent<List<Message>>) {
      outbox.notSent(letter.id());
      pausedUntil = nanos.getAsLong() + AFTER_A_FAILURE.toNanos();
    } else {
      // It stays `sending` and is looked for.
      pausedUntil = nanos.getAsLong() + AFTER_A_FAILURE.toNanos();
    }
  }

  private void refused(Letter letter, String chat, Outcome.Refused<List<Message>> refused) {
    switch (RefusalTable.kind(refused, chat)) {
      case FLOOD -> {
        Duration asked = refused.retryAfter();
        budget.backOff(chat, asked == null ? USUAL_FLOOD_WAIT : asked);
        outbox.notSent(letter.id());
      }
      case BOT, CONFLICT -> {
        outbox.notSent(letter.id());
        pausedUntil = nanos.getAsLong() + USUAL_FLOOD_WAIT.toNanos();
      }
      case READER_GONE -> readers.silence(letter.userId());
      case CHANNEL, ARTICLE, PICTURE, NOT_MODIFIED, GONE, MIGRATED -> {
        log.info("Telegram refused a letter to a reader: {}", refused.description());
        outbox.drop(letter.id());
      }
    }
  }

  private Duration settleDoubts() {
    for (Letter letter : outbox.inDoubt()) {
      if (!onTheirWay.contains(letter.id())) {
        return settle(letter);
      }
    }
    return NOTHING_IN_DOUBT;
  }

  private Duration settle(Letter letter) {
    LetterProbe.Seen seen = probe == null ? LetterProbe.Seen.ARRIVED : probe.look(letter);
    return switch (seen) {
      case ARRIVED -> {
        outbox.drop(letter.id());
        yield Duration.ZERO;
      }
      case NOT_ARRIVED -> {
        if (rounds.merge(letter.id(), 1, Integer::sum) >= MOST_ROUNDS) {
          giveUp(letter, "it was sent three times and never arrived");
        } else {
          outbox.notSent(letter.id());
        }
        yield Duration.ZERO;
      }
      case REFUSED -> {
        if (refused.merge(letter.id(), 1, Integer::sum) >= MOST_LOOKS) {
          giveUp(letter, "Telegram does not let the bot look for it; see to the log chat");
        }
        yield BETWEEN_LOOKS;
      }
      case GO_ON -> Duration.ZERO;
      case LATER -> BETWEEN_LOOKS;
    };
  }

  private void giveUp(Letter letter, String why) {
    log.warn("A letter to a reader is given up: {}", why);
    rounds.remove(letter.id());
    refused.remove(letter.id());
    outbox.drop(letter.id());
  }
}
