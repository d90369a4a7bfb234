package kz.zharshy.sandbox.text;

import java.util.Locale;
import java.util.Set;

/** Checks the addresses of links as Telegram does, and writes them its way. */
public final class Links {
  private static final String USERINFO_ENDS = "/?#";
  private static final Set<Character> HOST_SIGNS =
      Set.of('.', '-', '_', '!', '$', ',', '~', '*', '\'', '(', ')', ';', '&', '+', '=');

  private Links() {}

  /** An address taken apart. */
  private record Parts(String scheme, String userInfo, String host, String port, String query) {
    String written() {
      return scheme
          + "://"
          + (userInfo.isEmpty() ? "" : userInfo + "@")
          + host
          + (port.isEmpty() ? "" : ":" + port)
          + query;
    }
  }

  /**
   * The address as Telegram keeps it; empty if a link with it is dropped.
   *
   * @throws TextException never
   */
  static String kept(String link) {
    try {
      return written(link);
    } catch (TextException e) {
      return "";
    }
  }

  /**
   * The address as Telegram keeps it.
   *
   * @throws TextException with Telegram's reason if it is none
   */
  public static String checked(String link) {
    try {
      return written(link);
    } catch (TextException e) {
      throw new TextException("URL '" + link + "' is invalid: " + e.words());
    }
  }

  private static String written(String link) {
    for (String scheme : new String[] {"tg", "ton", "tonsite"}) {
      if (link.regionMatches(true, 0, scheme + ":", 0, scheme.length() + 1)) {
        return app(scheme, link.substring(scheme.length() + 1));
      }
    }
    Parts parts = parse(link);
    if (!parts.host().contains(".") && !parts.host().startsWith("[")) {
      throw new TextException("Wrong HTTP URL");
    }
    return parts.written();
  }

  private static String app(String scheme, String link) {
    String rest = link.startsWith("//") ? link.substring(2) : link;
    Parts parts = parse(rest);
    if (rest.regionMatches(true, 0, "http://", 0, 7)
        || parts.scheme().equals("https")
        || !parts.userInfo().isEmpty()
        || !parts.port().isEmpty()
        || parts.host().startsWith("[")) {
      throw new TextException(scheme.equals("tg") ? "Wrong tg URL" : "Wrong ton URL");
    }
    if (!parts.host().matches(scheme.equals("tonsite") ? "[A-Za-z0-9_.-]*" : "[A-Za-z0-9_-]*")) {
      throw new TextException("Unallowed characters in URL host");
    }
    String query = parts.query().startsWith("/?") ? parts.query().substring(1) : parts.query();
    return scheme + "://" + parts.host() + query;
  }

  private static Parts parse(String url) {
    String scheme = "http";
    String rest = url;
    int first = firstOf(url, ":/?#@[]");
    if (url.startsWith("://", first)) {
      scheme = url.substring(0, first).toLowerCase(Locale.ROOT);
      rest = url.substring(first + 3);
      if (!scheme.equals("http") && !scheme.equals("https")) {
        throw new TextException("Unsupported URL protocol");
      }
    }
    int end = firstOf(rest, USERINFO_ENDS);
    String authority = rest.substring(0, end);
    int colon = portColon(authority);
    String port = colon < 0 ? "" : port(authority.substring(colon + 1));
    String userAndHost = colon < 0 ? authority : authority.substring(0, colon);
    int at = userAndHost.lastIndexOf('@');
    String host = host(userAndHost.substring(at + 1));
    String user = at < 0 ? "" : userAndHost.substring(0, at);
    return new Parts(scheme, user, host, port, query(rest.substring(end)));
  }

  private static int firstOf(String text, String signs) {
    for (int i = 0; i < text.length(); i++) {
      if (signs.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static int portColon(String authority) {
    int i = authority.length() - 1;
    while (i > 0 && ":]@".indexOf(authority.charAt(i)) < 0) {
      i--;
    }
    return i > 0 && authority.charAt(i) == ':' ? i : -1;
  }

  private static String port(String digits) {
    String port = digits.replaceFirst("^0+(?=.)", "");
    if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
      throw new TextException("Wrong port number specified in the URL");
    }
    return port;
  }

  private static String host(String written) {
    if (written.isEmpty()) {
      throw new TextException("URL host is empty");
    }
    if (written.equals(".")) {
      throw new TextException("Host is invalid");
    }
    String host = Letters.lower(written);
    if (host.startsWith("[") && host.endsWith("]")) {
      if (!host.matches("\\[[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*]")) {
        throw new TextException("Wrong IPv6 address specified in the URL");
      }
      return host;
    }
    for (int i = 0; i < host.length(); i++) {
      i += checkHost(host, i);
    }
    return host;
  }

  /** How many characters belong to the one at {@code index} besides it. */
  private static int checkHost(String host, int index) {
    char c = host.charAt(index);
    if (c == '%') {
      if (!host.substring(index + 1).matches("(?s)[0-9a-f]{2}.*")) {
        throw new TextException("Wrong percent-encoded symbol in URL host");
      }
      return 2;
    }
    boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    if (!letter && !HOST_SIGNS.contains(c)) {
      throw new TextException("Disallowed character in URL host");
    }
    return 0;
  }

  private static String query(String rest) {
    int end = rest.length();
    while (end > 0 && Source.isSpace(rest.charAt(end - 1))) {
      end--;
    }
    StringBuilder query = new StringBuilder(rest.startsWith("/") ? "" : "/");
    for (char c : rest.substring(0, end).toCharArray()) {
      if (c <= ' ') {
        query.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        query.append(c);
      }
    }
    return query.toString();
  }
}
