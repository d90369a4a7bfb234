package kz.zharshy.sandbox.text;

/**
 * An entity of a text.
 *
 * @param offset where it begins, in UTF-16 units
 * @param length in UTF-16 units
 * @param argument the address, language, emoji, user id or Unix time; empty where the type has none
 * @param format how a time is shown; empty for any other type
 */
public record Entity(EntityType type, int offset, int length, String argument, String format)
    implements Comparable<Entity> {
  static Entity of(EntityType type, int offset, int length) {
    return new Entity(type, offset, length, "", "");
  }

  int end() {
    return offset + length;
  }

  Entity between(int from, int to) {
    return new Entity(type, from, to - from, argument, format);
  }

  Entity as(EntityType other) {
    return new Entity(other, offset, length, argument, format);
  }

  Entity movedBy(int units) {
    return between(offset + units, end() + units);
  }

  /** The outer comes first. */
  @Override
  public int compareTo(Entity other) {
    if (offset != other.offset) {
      return Integer.compare(offset, other.offset);
    }
    return length == other.length
        ? Integer.compare(type.rank(), other.type.rank())
        : Integer.compare(other.length, length);
  }
}
