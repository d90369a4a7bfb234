package kz.zharshy.telegram;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who asked in vain for one of the places of all chats: the first to ask gets the next one, however
 * often others ask meanwhile. All times are nanoseconds of one monotonic clock. Not safe for
 * several threads.
 */
final class WaitingLine {
  /** Who does not come back for so long after the time that was named has given up. */
  private static final long KEPT = Duration.ofSeconds(1).toNanos();

  private final Map<ChatKey, Long> keptUntil = new LinkedHashMap<>();

  /** Whether one of so many free places is for that chat. */
  boolean isTurn(ChatKey chat, long places, long now) {
    Iterator<Map.Entry<ChatKey, Long>> first = keptUntil.entrySet().iterator();
    long ahead = 0;
    while (ahead < places && first.hasNext()) {
      Map.Entry<ChatKey, Long> next = first.next();
      if (next.getKey().equals(chat)) {
        return true;
      }
      if (next.getValue() < now) {
        first.remove();
      } else {
        ahead++;
      }
    }
    return ahead < places;
  }

  /** The chat asks again at that time; it keeps its place. */
  void join(ChatKey chat, long at) {
    keptUntil.put(chat, at + KEPT);
  }

  void leave(ChatKey chat) {
    keptUntil.remove(chat);
  }
}
