package kz.zharshy.store;

import java.time.Instant;
import java.util.Map;

/**
 * How long Telegram wants to be left alone in which chats, kept over a restart. Safe for use by
 * several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface FloodWaits {
  /** Notes until when nothing may go to a chat; what was noted of it before is forgotten. */
  void note(String chat, Instant until, Instant now);

  /** The chats that are still to be left alone, and until when. */
  Map<String, Instant> open(Instant now);
}
