package kz.zharshy.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import kz.zharshy.chat.ReaderRateLimit.Verdict;
import kz.zharshy.store.UpdateInbox;
import kz.zharshy.store.UpdateInbox.RawUpdate;
import kz.zharshy.telegram.ReceivedUpdate;
import kz.zharshy.telegram.UpdateSink;

/**
 * Lets updates into the inbox, and leaves outside what is beyond {@link ReaderRateLimit}: it costs
 * neither time nor room in the database. For one thread at a time.
 */
public final class UpdateIntake implements UpdateSink {
  private final UpdateInbox inbox;
  private final ReaderRateLimit fairUse;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  /** Those of the last call: where they could not be stored they come again, uncounted. */
  private Map<Long, Verdict> judged = Map.of();

  /** The last ones may have been left outside, so the inbox does not know. */
  private OptionalLong next = OptionalLong.empty();

  public UpdateIntake(UpdateInbox inbox, ReaderRateLimit fairUse, Clock clock) {
    this.inbox = inbox;
    this.fairUse = fairUse;
    this.clock = clock;
  }

  @Override
  public long nextOffset() {
    return next.isPresent() ? next.getAsLong() : inbox.nextOffset();
  }

  @Override
  public void store(List<ReceivedUpdate> updates) {
    Map<Long, Verdict> now = new HashMap<>();
    for (ReceivedUpdate update : updates) {
      Verdict known = judged.get(update.id());
      now.put(update.id(), known == null ? judge(update) : known);
    }
    judged = now;
    List<RawUpdate> let =
        updates.stream()
            .filter(update -> now.get(update.id()) != Verdict.NOTHING)
            .map(update -> new RawUpdate(update.id(), update.json()))
            .toList();
    inbox.store(let, clock.instant());
    updates.stream()
        .mapToLong(ReceivedUpdate::id)
        .max()
        .ifPresent(id -> next = OptionalLong.of(id + 1));
  }

  /** What cannot be read is the desk's to set aside. */
  private Verdict judge(ReceivedUpdate update) {
    try {
      return fairUse.judge(update.id(), json.readTree(update.json()));
    } catch (JsonProcessingException e) {
      return Verdict.ANSWER;
    }
  }
}
