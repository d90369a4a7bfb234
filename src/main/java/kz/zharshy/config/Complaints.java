package kz.zharshy.config;

/** Where a value's reader says what is wrong with it. */
record Complaints(String key, Problems problems) {
  private static final int SHOWN = 60;

  void at(Node node, String message) {
    problems.add(node.place(), key, message);
  }

  void at(Place place, String message) {
    problems.add(place, key, message);
  }

  /** The same for a part of the value, for example {@code [0].footer}. */
  Complaints within(String part) {
    return new Complaints(key + part, problems);
  }

  /**
   * A text as it is shown in a message: short, and with {@code ***} for all that looks like a bot
   * token, which may stand in the wrong place.
   */
  static String quoted(String text) {
    String harmless = text.replaceAll("[0-9]{3,}:[A-Za-z0-9_-]{3,}", "***").replaceAll("\\s+", " ");
    return harmless.length() > SHOWN
        ? "\"" + harmless.substring(0, SHOWN) + "…\""
        : "\"" + harmless + "\"";
  }
}
