package kz.zharshy.sandbox.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Joins styles that touch and cuts them where another entity begins or ends, so that none crosses a
 * border. Used once.
 */
final class StyleCutter {
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
