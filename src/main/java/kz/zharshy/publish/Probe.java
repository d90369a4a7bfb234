package kz.zharshy.publish;

import kz.zharshy.article.Reason;
import kz.zharshy.store.Delivery;
import org.jspecify.annotations.Nullable;

/** Looks whether a part is in its channel without changing anything there. */
public interface Probe {
  /** What looking has shown. */
  sealed interface Verdict {}

  /** The part is in the channel under this number. */
  record Found(long messageId) implements Verdict {}

  /** The part certainly is not in the channel. */
  record Absent() implements Verdict {}

  /**
   * Looking was not possible just now.
   *
   * @param refused why Telegram does not let it be done; null where it could not be asked
   */
  record Later(@Nullable Reason refused) implements Verdict {}

  /** Looking cannot show it, for this reason. */
  record CannotTell(Reason reason) implements Verdict {}

  Verdict look(Delivery part) throws InterruptedException;
}
