package kz.zharshy.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The places at which a galley may be cut, each with what it costs the reader. Of places close
 * together only the best is kept, so their number grows with the text's length alone.
 */
final class SplitPoints {
  /**
   * A place to cut.
   *
   * @param end where the part before it ends
   * @param start where the part after it starts; what lies between is white space
   * @param cost 0 between paragraphs; 1 is worth one more message
   * @param entities how many entities begin before {@code start}
   * @param closed how many entities end at or before {@code start}
   */
  record Break(int end, int start, double cost, int entities, int closed) {}

  private static final double LINE = 0.3;
  private static final double SENTENCE = 1.1;
  private static final double WORD = 4;
  private static final double LETTER = 30;
  private static final double IN_QUOTE = 0.3;
  private static final double IN_CODE = 0.5;
  private static final double AFTER_COLON = 0.6;
  private static final double IN_TAIL = 6;
  private static final double AFTER_HEAD = 8;
  private static final double IN_LINK = 10;
  private static final String FULL_WIDTH_STOPS = "。！？";

  /** Two places are kept at least so far apart, in UTF-16 units … */
  private static final int DISTANCE = 64;

  /** … unless so many entities begin between them. */
  private static final int CROWD = 20;

  private final String text;
  private final PostText postText;
  private final EntityCounter links;
  private final EntityCounter quotes;
  private final EntityCounter code;
  private final EntityCounter all;
  private final List<Break> kept = new ArrayList<>();
  private int bucket;
  private int bucketEntities;
  private @Nullable Break best;

  private SplitPoints(PostText postText, List<Entity> settled) {
    this.postText = postText;
    this.text = postText.text();
    this.links = new EntityCounter(settled, "text_link"::equals);
    this.quotes = new EntityCounter(settled, type -> type.endsWith("blockquote"));
    this.code = new EntityCounter(settled, type -> type.equals("pre") || type.equals("code"));
    this.all = new EntityCounter(settled, type -> true);
  }

  /** The places in their order, the text's two ends included. */
  static List<Break> of(PostText postText, List<Entity> settled) {
    return new SplitPoints(postText, settled).find();
  }

  static Break start() {
    return new Break(0, 0, 0, 0, 0);
  }

  static Break end(PostText postText) {
    int length = postText.text().length();
    return new Break(length, length, 0, 0, 0);
  }

  private List<Break> find() {
    int length = text.length();
    kept.add(start());
    int at = 0;
    while (at < length) {
      int next = Graphemes.next(text, at);
      if (isGap(at, next)) {
        next = gap(at);
      } else if (at > 0 && !Whitespace.breaks(text.charAt(at - 1))) {
        offer(at, at, FULL_WIDTH_STOPS.indexOf(text.charAt(at - 1)) >= 0 ? SENTENCE : LETTER);
      }
      at = next;
    }
    keepBest();
    int ends = all.endedBy(length);
    kept.add(new Break(length, length, 0, ends, ends));
    return kept;
  }

  private boolean isGap(int at, int next) {
    return next == at + 1 && Whitespace.breaks(text.charAt(at));
  }

  private int gap(int from) {
    int to = from;
    int lines = 0;
    while (to < text.length() && isGap(to, Graphemes.next(text, to))) {
      lines += text.charAt(to) == '\n' ? 1 : 0;
      to++;
    }
    if (from > 0 && to < text.length()) {
      offer(from, to, gapCost(from, to, lines));
    }
    return to;
  }

  private double gapCost(int from, int to, int lines) {
    if (lines > 1) {
      return 0;
    }
    if (lines == 1) {
      return LINE;
    }
    return Sentences.endBetween(text, from, to) ? SENTENCE : WORD;
  }

  private void offer(int end, int start, double rank) {
    boolean wide = start - end > DISTANCE;
    if (wide) {
      keepBest();
    }
    if (best == null || rank <= best.cost()) {
      consider(end, start, rank + around(end, start));
    }
    boolean crowded = all.begunBy(start) - bucketEntities >= CROWD;
    if (wide || crowded || start - bucket >= DISTANCE) {
      keepBest();
      bucket = start;
      bucketEntities = all.begunBy(start);
    }
  }

  private void consider(int end, int start, double cost) {
    if (best == null || cost <= best.cost()) {
      best = new Break(end, start, cost, all.begunBy(start), all.endedBy(start));
    }
  }

  private double around(int end, int start) {
    double cost = postText.heads().get(end) ? AFTER_HEAD : 0;
    cost += start > postText.tail() ? IN_TAIL : 0;
    cost += links.holds(start) ? IN_LINK : 0;
    cost += quotes.holds(start) ? IN_QUOTE : 0;
    cost += code.holds(start) ? IN_CODE : 0;
    return text.charAt(end - 1) == ':' ? cost + AFTER_COLON : cost;
  }

  private void keepBest() {
    if (best != null) {
      kept.add(best);
      best = null;
    }
  }

  /** How many entities of some kinds begin and end up to a place that only moves forward. */
  private static final class EntityCounter {
    private final int[] starts;
    private final int[] ends;
    private int begun;
    private int ended;

    EntityCounter(List<Entity> settled, Predicate<String> type) {
      List<Entity> chosen = settled.stream().filter(entity -> type.test(entity.type())).toList();
      starts = chosen.stream().mapToInt(Entity::offset).toArray();
      ends = chosen.stream().mapToInt(EntityNormalizer::end).toArray();
      Arrays.sort(starts);
      Arrays.sort(ends);
    }

    /** How many begin before a place, which must not lie before the last one asked for. */
    int begunBy(int place) {
      while (begun < starts.length && starts[begun] < place) {
        begun++;
      }
      return begun;
    }

    /** How many end at or before a place, which must not lie before the last one asked for. */
    int endedBy(int place) {
      while (ended < ends.length && ends[ended] <= place) {
        ended++;
      }
      return ended;
    }

    /** Whether a place lies inside of one. */
    boolean holds(int place) {
      return begunBy(place) > endedBy(place);
    }
  }
}
