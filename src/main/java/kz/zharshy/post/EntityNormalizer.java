package kz.zharshy.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts entities into the one form in which Telegram keeps them, so that its echo equals what was
 * sent. The rules are those of {@code fix_entities} in TDLib's MessageEntity.cpp:
 *
 * <ul>
 *   <li>block quotes do not overlap; links, code and lines of code neither, and they stand inside
 *       or outside a quote;
 *   <li>bold, italic, underline, strikethrough and spoiler are joined where they touch, cut
 *       wherever an entity of another kind begins, and absent from code;
 *   <li>the order is by offset, then the longer first, then by kind.
 * </ul>
 */
final class EntityNormalizer {
  private static final Map<String, Integer> ORDER =
      Map.ofEntries(
          Map.entry("blockquote", 0),
          Map.entry("expandable_blockquote", 0),
          Map.entry("pre", 11),
          Map.entry("code", 20),
          Map.entry("text_link", 49),
          Map.entry("bold", 90),
          Map.entry("italic", 91),
          Map.entry("underline", 92),
          Map.entry("strikethrough", 93),
          Map.entry("spoiler", 94));

  private static final Set<String> SOFT =
      Set.of("bold", "italic", "underline", "strikethrough", "spoiler");

  private static final Set<String> CODE = Set.of("pre", "code");

  private static final Comparator<Entity> TELEGRAMS =
      Comparator.comparingInt(Entity::offset)
          .thenComparingInt(entity -> -entity.length())
          .thenComparingInt(entity -> ORDER.getOrDefault(entity.type(), 50));

  private final String text;
  private final List<Entity> settled = new ArrayList<>();

  private EntityNormalizer(String text) {
    this.text = text;
  }

  /** The entities as Telegram would keep them with this text. */
  static List<Entity> settle(String text, List<Entity> spans) {
    return spans.isEmpty() ? List.of() : new EntityNormalizer(text).settle(spans);
  }

  /** What of an entity lies between two offsets that it overlaps, counted from the first one. */
  static Entity clip(Entity entity, int from, int to) {
    int start = Math.max(entity.offset(), from);
    int end = Math.min(end(entity), to);
    return new Entity(entity.type(), start - from, end - start, entity.url(), entity.language());
  }

  static int end(Entity entity) {
    return entity.offset() + entity.length();
  }

  private List<Entity> settle(List<Entity> spans) {
    Map<String, List<Entity>> byType = new TreeMap<>();
    for (Entity span : spans) {
      byType.computeIfAbsent(span.type(), type -> new ArrayList<>()).add(span);
    }
    List<Entity> solid = new ArrayList<>();
    List<Entity> soft = new ArrayList<>();
    for (Map.Entry<String, List<Entity>> kind : byType.entrySet()) {
      (SOFT.contains(kind.getKey()) ? soft : solid).addAll(join(kind.getValue()));
    }
    settled.addAll(withoutOverlaps(solid));
    cut(soft, cuts(soft));
    settled.sort(TELEGRAMS);
    return settled;
  }

  /** Joins entities of one type where they touch and mean the same. */
  private List<Entity> join(List<Entity> spans) {
    spans.sort(TELEGRAMS);
    List<Entity> joined = new ArrayList<>();
    for (Entity span : spans) {
      Entity last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && joins(last, span)) {
        int length = Math.max(end(last), end(span)) - last.offset();
        joined.set(
            joined.size() - 1,
            new Entity(span.type(), last.offset(), length, last.url(), last.language()));
      } else {
        joined.add(span);
      }
    }
    List<Entity> shown = new ArrayList<>();
    joined.forEach(span -> trim(span, shown));
    return shown;
  }

  private static boolean joins(Entity last, Entity span) {
    boolean block =
        !SOFT.contains(span.type())
            && !span.type().equals("text_link")
            && !span.type().equals("code");
    return !block && span.offset() <= end(last) && Objects.equals(last.url(), span.url());
  }

  /** Takes white space off both ends. */
  private void trim(Entity span, List<Entity> into) {
    int end = Whitespace.skipBack(text, span.offset(), Math.min(end(span), text.length()));
    int start = Whitespace.skip(text, span.offset(), end);
    if (start < end) {
      into.add(new Entity(span.type(), start, end - start, span.url(), span.language()));
    }
  }

  private static List<Entity> withoutOverlaps(List<Entity> solid) {
    solid.sort(TELEGRAMS);
    List<Entity> kept = new ArrayList<>();
    int quoted = 0;
    int taken = 0;
    for (Entity span : solid) {
      if (ORDER.getOrDefault(span.type(), 50) == 0) {
        if (span.offset() >= Math.max(quoted, taken)) {
          kept.add(span);
          quoted = end(span);
        }
      } else if (span.offset() >= taken && (span.offset() >= quoted || end(span) <= quoted)) {
        kept.add(span);
        taken = end(span);
      }
    }
    return kept;
  }

  private int[] cuts(List<Entity> soft) {
    int[] cuts = new int[2 * settled.size() + soft.size()];
    int count = 0;
    for (Entity entity : settled) {
      cuts[count++] = entity.offset();
      cuts[count++] = end(entity);
    }
    for (Entity entity : soft) {
      cuts[count++] = entity.offset();
    }
    Arrays.sort(cuts);
    return cuts;
  }

  private void cut(List<Entity> soft, int[] cuts) {
    TreeMap<Integer, Integer> code = new TreeMap<>();
    for (Entity entity : settled) {
      if (CODE.contains(entity.type())) {
        code.put(entity.offset(), end(entity));
      }
    }
    for (Entity span : soft) {
      int at = span.offset();
      while (at < end(span)) {
        int next = nextCut(cuts, at, end(span));
        Map.Entry<Integer, Integer> before = code.floorEntry(at);
        if (before == null || before.getValue() <= at) {
          trim(new Entity(span.type(), at, next - at, null, null), settled);
        }
        at = next;
      }
    }
  }

  private static int nextCut(int[] cuts, int after, int end) {
    int index = Arrays.binarySearch(cuts, after + 1);
    int found = index >= 0 ? index : -index - 1;
    return found < cuts.length ? Math.min(cuts[found], end) : end;
  }
}
