package kz.zharshy.store;

import java.time.Instant;
import java.util.Map;

/**
 * How long Telegram asked us to wait before writing to a chat; survives a restart. Safe for use by
 * several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface FloodWaits {
  /** Sets until when nothing may be sent to a chat, replacing what was set before. */
  void note(String chat, Instant until, Instant now);

  /** The chats that must still wait, and until when. */
  Map<String, Instant> open(Instant now);
}
