package kz.zharshy.publish;

import java.time.Clock;
import java.util.function.LongSupplier;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Corrections;
import kz.zharshy.store.FloodWaits;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.Pins;
import kz.zharshy.store.RelatedPostsStore;
import kz.zharshy.telegram.FloodBudget;

/** What the publishers of all channels share. */
public record PublishContext(
    Stores stores,
    OverdueGuard overdue,
    Timetables timetables,
    FloodBudget budget,
    TelegramHealth health,
    PublishListener listener,
    Time time) {
  /** The parts of the database that publishing reads and writes. */
  public record Stores(
      ArticleQueue articles,
      Ledger ledger,
      Corrections corrections,
      RelatedPostsStore relatedPosts,
      Pins pins,
      FloodWaits waits) {}

  /**
   * Where time comes from.
   *
   * @param clock the time of day, which may jump
   * @param nanos a monotonic clock, for waits
   */
  public record Time(Clock clock, LongSupplier nanos) {}

  Clock clock() {
    return time.clock();
  }
}
