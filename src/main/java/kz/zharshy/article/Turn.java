package kz.zharshy.article;

import java.util.ArrayList;
import java.util.List;

/**
 * In which line an article waits. Rules about when posts go out speak of these lines.
 *
 * @param scheduled whether it waits for a time of its own, rather than for its turn
 */
public record Turn(Priority priority, boolean scheduled) {
  /** All lines, the most urgent first. */
  public static List<Turn> all() {
    List<Turn> all = new ArrayList<>();
    for (Priority priority : Priority.values()) {
      all.add(new Turn(priority, true));
      all.add(new Turn(priority, false));
    }
    return List.copyOf(all);
  }

  /** The line in which an article of this plan waits. */
  public static Turn of(Plan plan) {
    return new Turn(plan.priority(), plan.publishAt() != null);
  }
}
