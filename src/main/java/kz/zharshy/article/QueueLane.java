package kz.zharshy.article;

import java.util.ArrayList;
import java.util.List;

/**
 * The lane of the queue in which an article waits. Timetables speak of these lanes.
 *
 * @param scheduled whether it has a publishing time of its own and does not wait in turn
 */
public record QueueLane(Priority priority, boolean scheduled) {
  public static List<QueueLane> all() {
    List<QueueLane> all = new ArrayList<>();
    for (Priority priority : Priority.values()) {
      all.add(new QueueLane(priority, true));
      all.add(new QueueLane(priority, false));
    }
    return List.copyOf(all);
  }

  public static QueueLane of(Plan plan) {
    return new QueueLane(plan.priority(), plan.publishAt() != null);
  }
}
