package kz.zharshy.post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a galley into messages: between paragraphs, else between lines, sentences, words, and only
 * in a word that is longer than a message between letters. Among all ways to cut it takes the one
 * that costs the reader least, where one more message costs 1, and so do parts of very uneven
 * lengths. Takes time in proportion to the text's length.
 *
 * @param capacity in UTF-16 units
 * @param reserve what of it stays free where there are several messages
 * @param entities how many a message keeps
 */
record Splitter(int capacity, int reserve, int entities) {
  private static final double UNEVEN = 0.5;
  private static final double SCRAP = 0.6;
  private static final double ONLY_TAIL = 3;

  /** A part with less of the article than this is a scrap. */
  private static final int SCRAP_LENGTH = 500;

  /**
   * The parts, their entities settled. Where they would be more than {@code most}, worse cuts are
   * taken to save messages, so more come back only if they cannot be helped.
   */
  List<MarkedText> split(PostText postText, int most) {
    return split(postText, capacity, most);
  }

  /** The parts where the first may have no more than {@code first} UTF-16 units. */
  List<MarkedText> split(PostText postText, int first, int most) {
    List<Entity> settled = EntityNormalizer.settle(postText.text(), postText.spans());
    if (postText.text().length() <= first && settled.size() <= entities) {
      return parts(postText, List.of(SplitPoints.start(), SplitPoints.end(postText)));
    }
    List<SplitPoints.Break> places = SplitPoints.of(postText, settled);
    Plan plan = new Plan(postText, places, first, 1);
    List<SplitPoints.Break> cuts = plan.best(0);
    if (cuts.size() - 1 > most && postText.text().length() / capacity < most) {
      plan = new Plan(postText, places, first, 0.001);
      cuts = plan.best(0);
    }
    int parts = cuts.size() - 1;
    return parts(
        postText, parts > 1 && parts <= most ? plan.best(postText.text().length() / parts) : cuts);
  }

  private static List<MarkedText> parts(PostText postText, List<SplitPoints.Break> cuts) {
    List<MarkedText> parts = new ArrayList<>();
    List<Entity> spans = new ArrayList<>(postText.spans());
    spans.sort(Comparator.comparingInt(Entity::offset));
    List<Entity> open = new ArrayList<>();
    int next = 0;
    for (int i = 1; i < cuts.size(); i++) {
      int start = cuts.get(i - 1).start();
      int to = Whitespace.skipBack(postText.text(), start, cuts.get(i).end());
      int from = Whitespace.skip(postText.text(), start, to);
      while (next < spans.size() && spans.get(next).offset() < to) {
        open.add(spans.get(next++));
      }
      open.removeIf(span -> EntityNormalizer.end(span) <= from);
      if (from < to) {
        parts.add(part(postText.text().substring(from, to), open, from, to));
      }
    }
    return parts;
  }

  private static MarkedText part(String text, List<Entity> open, int from, int to) {
    List<Entity> spans = new ArrayList<>();
    open.forEach(span -> spans.add(EntityNormalizer.clip(span, from, to)));
    return new MarkedText(text, EntityNormalizer.settle(text, spans));
  }

  /** The cheapest way from the text's beginning to each place, found place by place. */
  private final class Plan {
    private final PostText postText;
    private final List<SplitPoints.Break> places;
    private final int first;
    private final double scale;
    private final double[] costs;
    private final int[] from;

    Plan(PostText postText, List<SplitPoints.Break> places, int first, double scale) {
      this.postText = postText;
      this.places = places;
      this.first = first;
      this.scale = scale;
      this.costs = new double[places.size()];
      this.from = new int[places.size()];
    }

    /** The cuts, both ends included; {@code even} is the length that parts should have, or 0. */
    List<SplitPoints.Break> best(int even) {
      for (int to = 1; to < costs.length; to++) {
        costs[to] = Double.MAX_VALUE;
        for (int i = to - 1; i >= 0 && (i == to - 1 || fits(i, to)); i--) {
          double cost = costs[i] + 1 + scale * (places.get(to).cost() + shape(i, to, even));
          if (cost < costs[to]) {
            costs[to] = cost;
            from[to] = i;
          }
        }
      }
      List<SplitPoints.Break> cuts = new ArrayList<>();
      for (int i = costs.length - 1; i > 0; i = from[i]) {
        cuts.add(places.get(i));
      }
      cuts.add(places.get(0));
      Collections.reverse(cuts);
      return cuts;
    }

    private boolean fits(int i, int to) {
      SplitPoints.Break start = places.get(i);
      SplitPoints.Break end = places.get(to);
      return end.end() - start.start() <= (i == 0 ? first : capacity) - reserve
          && end.entities() - start.closed() <= entities;
    }

    private double shape(int i, int to, int even) {
      if (even == 0) {
        return 0;
      }
      int start = places.get(i).start();
      int end = places.get(to).end();
      int ideal = i == 0 ? Math.min(even, first) : even;
      double off = (double) (end - start - ideal) / ideal;
      int article = Math.min(end, postText.tail()) - start;
      double scrap = article <= 0 ? ONLY_TAIL : article < SCRAP_LENGTH ? SCRAP : 0;
      return UNEVEN * off * off + scrap;
    }
  }
}
