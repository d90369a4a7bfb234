package kz.zharshy.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * One notice on its way: to all of the first circle of people, and to the next circle only if none
 * of the one before heard it. For one thread.
 */
final class NoticeErrand {
  /**
   * Some people.
   *
   * @param people asked for when it is their turn
   * @param oneIsEnough whether the others need not hear what one of them heard
   */
  record Circle(Supplier<List<Long>> people, boolean oneIsEnough) {}

  private final String message;
  private final boolean question;
  private final boolean forOne;
  private final long kept;
  private final Deque<Circle> circles;
  private final Deque<Long> circle = new ArrayDeque<>();
  private boolean oneIsEnough;
  private boolean heard;
  private int tries;

  /**
   * @param question whether it is for those who may decide
   * @param kept its number among those that are kept; 0 for a new one
   */
  NoticeErrand(String message, boolean question, List<Circle> circles, long kept) {
    this(message, question, false, circles, kept);
  }

  private NoticeErrand(
      String message, boolean question, boolean forOne, List<Circle> circles, long kept) {
    this.message = message;
    this.question = question;
    this.forOne = forOne;
    this.kept = kept;
    this.circles = new ArrayDeque<>(circles);
  }

  /** For one person and nobody else. */
  static NoticeErrand forOne(String message, long person) {
    return new NoticeErrand(
        message, false, true, List.of(new Circle(() -> List.of(person), true)), 0);
  }

  boolean hasNext() {
    while (circle.isEmpty() && !heard && !circles.isEmpty()) {
      Circle next = circles.removeFirst();
      oneIsEnough = next.oneIsEnough();
      circle.addAll(next.people().get());
    }
    return !circle.isEmpty();
  }

  /** Whom to tell now; the same until {@link #heard} or {@link #refused}. */
  long next() {
    return circle.getFirst();
  }

  void heard() {
    heard = true;
    circle.removeFirst();
    if (oneIsEnough) {
      circle.clear();
    }
  }

  void refused() {
    circle.removeFirst();
  }

  boolean isHeard() {
    return heard;
  }

  boolean isQuestion() {
    return question;
  }

  boolean isForOne() {
    return forOne;
  }

  long kept() {
    return kept;
  }

  boolean mayTryAgain(int most) {
    return tries++ < most;
  }

  /** The message as it is kept. */
  String message() {
    return message;
  }
}
