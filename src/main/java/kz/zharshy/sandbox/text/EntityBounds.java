package kz.zharshy.sandbox.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Checks that entities begin and end between letters of their text. */
record EntityBounds(String text) {
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
