package kz.zharshy.article;

import java.util.ArrayList;
import java.util.List;

/**
 * In which line an article waits. Rules about when posts go out speak of these lines.
 *
 * @param scheduled whether it waits for a time of its own, rather than for its turn
 */
public record QueueLane(Priority priority, boolean scheduled) {
  /** All lines, the most urgent first. */
  public static List<QueueLane> all() {
    List<QueueLane> all = new ArrayList<>();
    for (Priority priority : Priority.values()) {
      all.add(new QueueLane(priority, true));
      all.add(new QueueLane(priority, false));
    }
    return List.copyOf(all);
  }

  /** The line in which an article of this plan waits. */
  public static QueueLane of(Plan plan) {
    return new QueueLane(plan.priority(), plan.publishAt() != null);
  }
}
