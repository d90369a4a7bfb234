package kz.zharshy.sandbox.text;

import java.util.Locale;
import java.util.Optional;

/** Links of the scheme {@code tg} that stand for an entity: a person, an emoji, a time. */
final class TgLinks {
  private static final long LARGEST_USER_ID = (1L << 40) - 1;

  private TgLinks() {}

  /**
   * What a link in a markup becomes: a mention of a person, a link, or nothing where it is none.
   */
  static Optional<Entity> entity(String link, int offset, int length) {
    Optional<String> user = userId(link);
    if (user.isPresent()) {
      return user.map(id -> new Entity(EntityType.TEXT_MENTION, offset, length, id, ""));
    }
    String kept = Links.kept(link);
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entity(EntityType.TEXT_LINK, offset, length, kept, ""));
  }

  /** The person of {@code tg://user?id=…}. */
  static Optional<String> userId(String link) {
    // This is the only link whose case is ignored.
    return query(link.toLowerCase(Locale.ROOT), "user")
        .map(query -> parameter(query, "id", false))
        .filter(id -> isNumber(id) && Long.parseLong(id) > 0)
        .filter(id -> Long.parseLong(id) <= LARGEST_USER_ID);
  }

  /** The emoji of {@code tg://emoji?id=…}. */
  static Optional<String> emojiId(String link) {
    return query(link.toLowerCase(Locale.ROOT), "emoji")
        .map(query -> parameter(query, "id", false))
        .filter(TgLinks::isEmojiId);
  }

  static boolean isEmojiId(String id) {
    return isNumber(id) && !id.equals("0");
  }

  /** The time of {@code tg://time?unix=…&format=…}. */
  static Optional<DateTime> time(String link) {
    String query = query(link, "time").orElse("");
    String unix = parameter(query, "unix", true);
    if (!isNumber(unix) || Long.parseLong(unix) <= 0 || Long.parseLong(unix) > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return DateTime.format(parameter(query, "format", true))
        .map(format -> new DateTime(unix, format));
  }

  private static Optional<String> query(String link, String host) {
    if (!link.regionMatches(true, 0, "tg:", 0, 3)) {
      return Optional.empty();
    }
    String rest = link.substring(3);
    rest = rest.startsWith("//") ? rest.substring(2) : rest;
    if (!rest.regionMatches(true, 0, host, 0, host.length())) {
      return Optional.empty();
    }
    rest = rest.substring(host.length());
    rest = rest.startsWith("/") ? rest.substring(1) : rest;
    return rest.startsWith("?")
        ? Optional.of(rest.substring(1).replaceFirst("(?s)#.*", ""))
        : Optional.empty();
  }

  private static String parameter(String query, String key, boolean last) {
    String found = "";
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0 && pair.substring(0, equals).equals(key)) {
        found = pair.substring(equals + 1);
        if (!last) {
          return found;
        }
      }
    }
    return found;
  }

  /** A whole number of 64 bits, in canonical form: without a plus sign or leading zeros. */
  private static boolean isNumber(String text) {
    try {
      return Long.toString(Long.parseLong(text)).equals(text);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
