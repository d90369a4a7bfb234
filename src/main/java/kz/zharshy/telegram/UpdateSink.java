package kz.zharshy.telegram;

import java.util.List;

/** Where updates are stored before Telegram may forget them. */
public interface UpdateSink {
  /** One above the highest update ever stored; 0 where none was. */
  long nextOffset();

  /**
   * Stores updates for good. Those it has already it passes over. What it throws means that none
   * was stored; Telegram then gives them again.
   */
  void store(List<ReceivedUpdate> updates);
}
