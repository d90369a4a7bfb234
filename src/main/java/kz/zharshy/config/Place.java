package kz.zharshy.config;

/**
 * Where a setting was read.
 *
 * @param source a file's path, or the name of an environment variable
 * @param line counted from 1; 0 where the place has no lines
 * @param column counted from 1; 0 where the place has no lines
 */
record Place(String source, int line, int column) implements Comparable<Place> {
  static Place of(String source) {
    return new Place(source, 0, 0);
  }

  @Override
  public int compareTo(Place other) {
    int bySource = source.compareTo(other.source);
    if (bySource != 0) {
      return bySource;
    }
    return line == other.line
        ? Integer.compare(column, other.column)
        : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return line == 0 ? source : "%s:%d:%d".formatted(source, line, column);
  }
}
