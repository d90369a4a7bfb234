package kz.zharshy.sandbox.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Removes what Telegram allows in no text: control characters become spaces; carriage returns,
 * direction overrides, separators of lines and paragraphs, and marks that draw vertical lines are
 * dropped. Entities stay with their letters.
 */
final class TextCleaner {
  /** Checks that entities begin and end between letters of their text. */
  private record EntityBounds(String text) {
    /**
     * Checks entities that fit into each other, the outer first.
     *
     * @throws TextException for the first that is met in reading the text
     */
    void check(List<Entity> entities) {
      Deque<Entity> around = new ArrayDeque<>();
      Iterator<Entity> rest = entities.iterator();
      Entity next = rest.hasNext() ? rest.next() : null;
      for (int at = 0; at <= text.length(); at += step(at)) {
        while (!around.isEmpty() && around.getLast().end() <= at) {
          checkEnd(around.removeLast(), at);
        }
        while (next != null && next.offset() <= at) {
          checkBegin(next, at);
          around.addLast(next);
          next = rest.hasNext() ? rest.next() : null;
        }
      }
      if (next != null) {
        throw new TextException(
            "Entity begins after the end of the text at UTF-16 offset " + next.offset());
      }
      if (!around.isEmpty()) {
        throw new TextException(
            "Entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
                .formatted(around.getLast().offset(), around.getLast().end()));
      }
    }

    private int step(int at) {
      return at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
    }

    private void checkEnd(Entity entity, int at) {
      if (entity.end() != at) {
        throw new TextException(
            "Entity beginning at UTF-16 offset %d ends in a middle of a UTF-16 symbol at byte offset %d"
                .formatted(entity.offset(), bytes(at)));
      }
    }

    private void checkBegin(Entity entity, int at) {
      if (entity.offset() != at) {
        throw new TextException(
            "Entity begins in a middle of a UTF-16 symbol at byte offset " + bytes(at));
      }
    }

    private int bytes(int at) {
      return Source.utf8Length(text.substring(0, at));
    }
  }

  private static final int LONGEST_BYTES = 35_000;

  private final String text;
  private final StringBuilder clean = new StringBuilder();

  /** For each position of the text, its position in the clean text. */
  private final int[] moved;

  private TextCleaner(String text) {
    this.text = text;
    this.moved = new int[text.length() + 1];
  }

  /**
   * Cleans a text.
   *
   * @param entities those that fit into each other, the outer first
   * @throws TextException if an entity lies outside the text or cuts a letter in two
   */
  static FormattedText clean(String text, List<Entity> entities) {
    TextCleaner cleaner = new TextCleaner(text);
    cleaner.run();
    List<Entity> kept = new ArrayList<>();
    new EntityBounds(text).check(entities);
    for (Entity entity : entities) {
      kept.add(entity.between(cleaner.moved[entity.offset()], cleaner.moved[entity.end()]));
    }
    return new FormattedText(cut(cleaner.clean.toString(), entities.isEmpty()), kept);
  }

  private void run() {
    for (int i = 0; i < text.length(); i++) {
      moved[i] = clean.length();
      char c = text.charAt(i);
      if (c == '\n' || c > ' ') {
        if (!isRemoved(c)) {
          clean.append(c);
        }
      } else if (c != '\r') {
        clean.append(' ');
      }
    }
    moved[text.length()] = clean.length();
    hideMarks();
  }

  private static boolean isRemoved(char c) {
    return (c >= '\u2028' && c <= '\u202e') || c == '\u0333' || c == '\u033f' || c == '\u030a';
  }

  /** Of several direction marks in a row only the last counts. */
  private void hideMarks() {
    for (int i = 0; i + 1 < clean.length(); i++) {
      if (isMark(clean.charAt(i)) && isMark(clean.charAt(i + 1))) {
        clean.setCharAt(i, '\u200c');
      }
    }
  }

  private static boolean isMark(char c) {
    return c == '\u200e' || c == '\u200f';
  }

  /** Telegram's server reads no further. */
  private static String cut(String text, boolean plain) {
    if (!plain || Source.utf8Length(text) < LONGEST_BYTES) {
      return text;
    }
    int bytes = 0;
    int end = 0;
    while (end < text.length()) {
      int code = text.codePointAt(end);
      bytes += Source.utf8Length(Character.toString(code));
      if (bytes > LONGEST_BYTES - 4) {
        break;
      }
      end += Character.charCount(code);
    }
    return text.substring(0, end);
  }
}
