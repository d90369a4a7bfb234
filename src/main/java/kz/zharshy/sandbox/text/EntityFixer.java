package kz.zharshy.sandbox.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes entities fit into each other as Telegram demands: a whole cannot overlap a whole, a quote
 * holds wholes entirely, code holds nothing, and styles are cut at the borders of all these.
 */
final class EntityFixer {
  private EntityFixer() {}

  /** The entities as Telegram would keep them, the outer first. */
  static List<Entity> fix(List<Entity> entities) {
    List<Entity> sorted = sorted(entities);
    if (fit(sorted)) {
      return sorted;
    }
    List<Entity> wholes = withoutOverlap(sorted.stream().filter(EntityFixer::isSolid).toList());
    List<Entity> quotes =
        withoutOverlap(sorted.stream().filter(each -> each.type().isQuote()).toList());
    List<Entity> solid = new ArrayList<>(insideQuotes(wholes, quotes));
    solid.addAll(quotes);
    return withStyles(sorted(solid), styles(sorted));
  }

  /** Adds what Telegram found by itself; where it overlaps a given entity, the given one wins. */
  static List<Entity> merge(List<Entity> given, List<Entity> found) {
    if (found.isEmpty()) {
      return given;
    }
    List<Entity> quotes = given.stream().filter(each -> each.type().isQuote()).toList();
    List<Entity> solid = new ArrayList<>(given.stream().filter(EntityFixer::isSolid).toList());
    List<Entity> before = List.copyOf(solid);
    for (Entity each : insideQuotes(found, quotes)) {
      if (before.stream().noneMatch(old -> overlap(old, each))) {
        solid.add(each);
      }
    }
    solid.addAll(quotes);
    return withStyles(sorted(solid), styles(given));
  }

  /** Those that do not overlap one before them. */
  static List<Entity> withoutOverlap(List<Entity> sorted) {
    List<Entity> kept = new ArrayList<>();
    int end = 0;
    for (Entity entity : sorted) {
      if (entity.offset() >= end) {
        kept.add(entity);
        end = entity.end();
      }
    }
    return kept;
  }

  static List<Entity> sorted(List<Entity> entities) {
    List<Entity> sorted = new ArrayList<>(entities);
    Collections.sort(sorted);
    return sorted;
  }

  private static boolean isSolid(Entity entity) {
    return !entity.type().isStyle() && !entity.type().isQuote();
  }

  private static List<Entity> styles(List<Entity> entities) {
    return entities.stream().filter(each -> each.type().isStyle()).toList();
  }

  private static boolean overlap(Entity one, Entity other) {
    return one.offset() < other.end() && other.offset() < one.end();
  }

  private static List<Entity> withStyles(List<Entity> solid, List<Entity> styles) {
    if (styles.isEmpty()) {
      return solid;
    }
    List<Entity> all = new ArrayList<>(solid);
    all.addAll(new StyleCutter(styles).cut(solid));
    return sorted(all);
  }

  /** Drops entities that cross the border of a quote. */
  private static List<Entity> insideQuotes(List<Entity> wholes, List<Entity> quotes) {
    return wholes.stream()
        .filter(
            whole ->
                quotes.stream()
                    .filter(quote -> overlap(quote, whole))
                    .allMatch(
                        quote -> quote.offset() <= whole.offset() && whole.end() <= quote.end()))
        .toList();
  }

  /** Whether nothing needs to be changed. */
  private static boolean fit(List<Entity> sorted) {
    List<Entity> around = new ArrayList<>();
    Map<EntityType, Integer> styleEnds = new EnumMap<>(EntityType.class);
    for (Entity entity : sorted) {
      around.removeIf(outer -> outer.end() <= entity.offset());
      if (!around.isEmpty() && !fitsInto(around, entity)) {
        return false;
      }
      if (entity.type().isStyle()) {
        if (styleEnds.getOrDefault(entity.type(), -1) >= entity.offset()) {
          return false;
        }
        styleEnds.put(entity.type(), entity.end());
      }
      around.add(entity);
    }
    return true;
  }

  private static boolean fitsInto(List<Entity> around, Entity entity) {
    Entity nearest = around.get(around.size() - 1);
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    around.forEach(outer -> types.add(outer.type()));
    boolean whole = entity.type().isWhole() || entity.type().isQuote();
    return entity.end() <= nearest.end()
        && !types.contains(entity.type())
        && !nearest.type().isCode()
        && !(entity.type().isCode() && types.stream().anyMatch(type -> !type.isQuote()))
        && !(whole && types.stream().anyMatch(EntityType::isWhole))
        && !(entity.type().isQuote() && types.stream().anyMatch(EntityType::isQuote))
        && types.stream().noneMatch(EntityType::isStyle);
  }

  /**
   * Joins styles that touch and cuts them where another entity begins or ends, so that none crosses
   * a border. Used once.
   */
  private static final class StyleCutter {
    private static final List<EntityType> STYLES =
        Arrays.stream(EntityType.values()).filter(EntityType::isStyle).toList();

    private final List<Entity> styles;
    private final Map<EntityType, Entity> running = new EnumMap<>(EntityType.class);
    private final List<Entity> cut = new ArrayList<>();
    private int next;

    /** The styles by their offset. */
    StyleCutter(List<Entity> styles) {
      this.styles = styles;
    }

    /** The pieces; there are none inside code. */
    List<Entity> cut(List<Entity> borders) {
      List<Entity> around = new ArrayList<>();
      for (Entity border : borders) {
        leave(around, border.offset());
        cutAt(border.offset());
        around.add(border);
      }
      leave(around, Integer.MAX_VALUE);
      cutAt(Integer.MAX_VALUE);
      Collections.sort(cut);
      return cut;
    }

    private void leave(List<Entity> around, int offset) {
      while (!around.isEmpty() && around.get(around.size() - 1).end() <= offset) {
        Entity left = around.remove(around.size() - 1);
        int before = cut.size();
        cutAt(left.end());
        if (left.type().isCode()) {
          cut.subList(before, cut.size()).clear();
        }
      }
    }

    /** Takes in what begins before the offset and emits the pieces up to it. */
    private void cutAt(int offset) {
      while (next < styles.size() && styles.get(next).offset() < offset) {
        Entity style = styles.get(next++);
        Entity same = running.get(style.type());
        if (same != null && style.offset() <= same.end()) {
          running.put(style.type(), same.between(same.offset(), Math.max(same.end(), style.end())));
        } else {
          put(style.offset());
          running.put(style.type(), style);
        }
      }
      put(offset);
    }

    private void put(int offset) {
      for (EntityType type : STYLES) {
        Entity style = running.get(type);
        if (style == null || style.offset() >= offset) {
          continue;
        }
        if (style.end() <= offset) {
          cut.add(style);
          running.remove(type);
        } else {
          cut.add(style.between(style.offset(), offset));
          running.put(type, style.between(offset, style.end()));
        }
      }
    }
  }
}
