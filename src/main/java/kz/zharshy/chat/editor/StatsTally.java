package kz.zharshy.chat.editor;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import kz.zharshy.store.Statistics.Post;

/** What can be counted of the posts of a period, by the newsroom's clocks. */
final class StatsTally {
  private static final int HOURS = 24;

  private final List<Post> posts;
  private final StatsPeriod period;
  private final ZoneId zone;

  StatsTally(List<Post> posts, StatsPeriod period, ZoneId zone) {
    this.posts = List.copyOf(posts);
    this.period = period;
    this.zone = zone;
  }

  int posts() {
    return posts.size();
  }

  long reactions() {
    return posts.stream().mapToLong(Post::reactions).sum();
  }

  /** How many posts came out in each hour of a day, or on each day of a longer period. */
  List<Long> postsByBar() {
    return bars(post -> 1);
  }

  /** How many reactions those posts got, whenever they got them. */
  List<Long> reactionsByBar() {
    return bars(Post::reactions);
  }

  /** Those with most reactions that are still to be seen, first the best. */
  List<Post> best(int limit) {
    return posts.stream()
        .filter(post -> post.there() && post.reactions() > 0)
        .sorted(Comparator.comparingLong(Post::reactions).reversed())
        .limit(limit)
        .toList();
  }

  /** The hours of the day whose posts get most reactions each, first the best. */
  List<Integer> bestHours(int limit) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(HOURS, 0L));
    List<Long> reactions = new ArrayList<>(Collections.nCopies(HOURS, 0L));
    for (Post post : posts) {
      int hour = local(post).getHour();
      counts.set(hour, counts.get(hour) + 1);
      reactions.set(hour, reactions.get(hour) + post.reactions());
    }
    List<Integer> hours = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      if (reactions.get(hour) > 0) {
        hours.add(hour);
      }
    }
    hours.sort(
        Comparator.comparingDouble(
            (Integer hour) -> -(double) reactions.get(hour) / counts.get(hour)));
    return hours.subList(0, Math.min(limit, hours.size()));
  }

  private interface Weight {
    long of(Post post);
  }

  private List<Long> bars(Weight weight) {
    boolean hourly = period.length() == StatsPeriod.Length.DAY;
    List<Long> bars = new ArrayList<>(Collections.nCopies(hourly ? HOURS : period.days(), 0L));
    for (Post post : posts) {
      ZonedDateTime at = local(post);
      int bar =
          hourly ? at.getHour() : (int) ChronoUnit.DAYS.between(period.first(), at.toLocalDate());
      bars.set(bar, bars.get(bar) + weight.of(post));
    }
    return bars;
  }

  private ZonedDateTime local(Post post) {
    return post.at().atZone(zone);
  }
}
