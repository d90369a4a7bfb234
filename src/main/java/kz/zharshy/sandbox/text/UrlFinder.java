package kz.zharshy.sandbox.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** Finds web and e-mail addresses in a text. Used for one text. */
final class UrlFinder {
  private static final Set<String> APP_SCHEMES = Set.of("tg", "ton", "tonsite");
  private static final String BAD_ENDS = ".:;,('?!`";
  private static final String NOT_USER = "\n/[]{}()'`<>\"@«»";
  private static final int LONGEST_HOST = 253;

  private final String text;
  private final List<Entity> found = new ArrayList<>();

  UrlFinder(String text) {
    this.text = text;
  }

  List<Entity> find() {
    appLinks();
    int from = 0;
    int dot = text.indexOf('.');
    while (dot >= 0 && dot + 1 < text.length()) {
      from = text.charAt(dot + 1) == ' ' ? dot + 2 : around(from, dot);
      dot = text.indexOf('.', from);
    }
    return found;
  }

  private void appLinks() {
    int colon = text.indexOf(':');
    while (colon >= 0) {
      int scheme = schemeBegin(colon);
      int end = scheme < 0 ? 0 : appLinkEnd(colon + 3);
      if (end > 0) {
        found.add(Entity.of(EntityType.URL, scheme, end - scheme));
      }
      colon = text.indexOf(':', Math.max(end, colon + 1));
    }
  }

  private int schemeBegin(int colon) {
    if (!text.startsWith("://", colon)) {
      return -1;
    }
    for (String scheme : APP_SCHEMES) {
      int begin = colon - scheme.length();
      if (begin >= 0 && text.regionMatches(true, begin, scheme, 0, scheme.length())) {
        // Telegram takes the last three letters of the longest scheme for all of it.
        return Math.max(begin, colon - 3);
      }
    }
    return -1;
  }

  private int appLinkEnd(int host) {
    int end = host;
    while (end - host < LONGEST_HOST && isHostSign(Letters.at(text, end))) {
      end++;
    }
    return end == host ? 0 : pathEnd(end);
  }

  private static boolean isHostSign(int code) {
    return Letters.isName(code) || code == '-';
  }

  /** Where the path that begins at {@code slash} ends; {@code slash} itself if none does. */
  private int pathEnd(int slash) {
    int sign = Letters.at(text, slash);
    if (sign != '/' && sign != '?' && sign != '#') {
      return slash;
    }
    int end = forward(slash + 1, Letters::isPath);
    while (end > slash + 1 && BAD_ENDS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return sign == '/' || end > slash + 1 ? end : slash;
  }

  private int forward(int from, IntPredicate allowed) {
    int end = from;
    while (end < text.length() && allowed.test(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private int back(int from, int limit, IntPredicate allowed) {
    int begin = from;
    while (begin > limit && allowed.test(text.codePointBefore(begin))) {
      begin -= Character.charCount(text.codePointBefore(begin));
    }
    return begin;
  }

  private static boolean isDomain(int code) {
    return code < 0xc0 ? code == '.' || code == '~' || isHostSign(code) : Letters.isUrl(code);
  }

  private static boolean isUser(int code) {
    return NOT_USER.indexOf(code) < 0 && Letters.isUrl(code);
  }

  /**
   * Looks for an address around a dot.
   *
   * @param from what lies before was looked at
   * @return where to go on
   */
  private int around(int from, int dot) {
    int domain = back(dot, from, UrlFinder::isDomain);
    int domainEnd = forward(dot, code -> code == '@' || isDomain(code));
    boolean at = text.substring(dot, domainEnd).indexOf('@') >= 0;
    if (at) {
      domain = back(domain, from, UrlFinder::isUser);
    }
    int end = pathEnd(portEnd(domainEnd));
    while (end > dot + 1 && text.charAt(end - 1) == '.') {
      end--;
    }
    int begin = withUser(from, domain);
    boolean bad = begin < domain && (at || begin == domain - 1);
    int whole = bad ? -1 : withScheme(from, begin);
    return whole < 0 ? afterBad(dot, end) : add(whole, end, dot);
  }

  private boolean endsWithAt(int from, int domain) {
    return domain > from && text.charAt(domain - 1) == '@';
  }

  private int withUser(int from, int domain) {
    if (!endsWithAt(from, domain)) {
      return domain;
    }
    return back(domain - 1, from, UrlFinder::isUser);
  }

  private int portEnd(int colon) {
    if (Letters.at(text, colon) != ':') {
      return colon;
    }
    int end = forward(colon + 1, Letters::isDigit);
    String port = text.substring(colon + 1, end).replaceFirst("^0+", "");
    boolean valid = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65_535;
    return valid ? end : colon;
  }

  /** Where the address begins with its scheme; below 0 if what stands before it forbids one. */
  private int withScheme(int from, int begin) {
    if (begin == from) {
      return begin;
    }
    String before = text.substring(from, begin);
    if (!before.endsWith("://") || Source.utf8Length(before) < 6) {
      int last = before.codePointBefore(before.length());
      return Letters.isWord(last) || "/#@".indexOf(last) >= 0 ? -1 : begin;
    }
    int schemeEnd = begin - 3;
    String scheme =
        text.substring(back(schemeEnd, from, UrlFinder::isScheme), schemeEnd)
            .toLowerCase(Locale.ROOT);
    if (scheme.endsWith("http") && !scheme.equals("shttp")) {
      return begin - 7;
    }
    if (scheme.endsWith("https")) {
      return begin - 8;
    }
    if (scheme.endsWith("tonsite")) {
      return begin - 10;
    }
    boolean ftp = scheme.endsWith("ftp") && !scheme.equals("tftp") && !scheme.equals("sftp");
    return ftp ? begin - 6 : -1;
  }

  private static boolean isScheme(int code) {
    return code < 0x80
        ? Letters.isPlain(code) || code == '+' || code == '-'
        : !Letters.isSeparator(code);
  }

  private int afterBad(int dot, int end) {
    int next = end;
    while (text.charAt(next - 1) != '.') {
      next--;
    }
    return Math.max(next, dot + 1);
  }

  private int add(int begin, int end, int dot) {
    if (end > dot + 1) {
      UrlCheck.entity(text.substring(begin, end), begin).ifPresent(found::add);
    }
    int next = end;
    while (Letters.at(text, next) == '.') {
      next++;
    }
    return Math.max(next, dot + 1);
  }
}
