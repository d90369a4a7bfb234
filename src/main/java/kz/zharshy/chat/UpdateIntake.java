package kz.zharshy.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
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
    List<RawUpdate> let = new ArrayList<>();
    for (ReceivedUpdate update : updates) {
      JsonNode content = read(update.json());
      Verdict known = judged.get(update.id());
      Verdict verdict = known == null ? fairUse.judge(update.id(), content) : known;
      now.put(update.id(), verdict);
      if (verdict != Verdict.NOTHING) {
        let.add(lineUp(update, UpdateOrigin.of(content), verdict));
      }
    }
    judged = now;
    inbox.store(let, clock.instant());
    updates.stream()
        .mapToLong(ReceivedUpdate::id)
        .max()
        .ifPresent(id -> next = OptionalLong.of(id + 1));
  }

  private RawUpdate lineUp(ReceivedUpdate update, UpdateOrigin origin, Verdict verdict) {
    // Who is told to wait must not wait to be told.
    long line = verdict == Verdict.ANSWER ? origin.chat() : origin.chat() + Long.MIN_VALUE / 2;
    return new RawUpdate(
        update.id(),
        update.json(),
        line,
        fairUse.isOfTheNewsroom(origin.person()),
        origin.privateMessage());
  }

  /** What cannot be read is the desk's to set aside. */
  private JsonNode read(String update) {
    try {
      return json.readTree(update);
    } catch (JsonProcessingException e) {
      return json.missingNode();
    }
  }
}
