package kz.zharshy.post;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Web addresses in the form in which Telegram keeps them: scheme and host in lower case, a slash
 * behind the host, white space encoded. What Telegram drops without a word is no address here:
 * other schemes, hosts without a dot, impossible ports (TDLib's {@code parse_url}).
 */
final class LinkAddress {
  /** Longer ones are refused by web servers and browsers alike. */
  private static final int LONGEST = 2048;

  private static final Pattern WEB =
      Pattern.compile("(https?)://([^/?#]+)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String HOST_LETTER = "[^\\x00-\\x20\\x7F\"%:<>@\\[\\\\\\]^`{|}]";

  private static final Pattern HOST =
      Pattern.compile("(" + HOST_LETTER + "+\\." + HOST_LETTER + "*)(?::([0-9]{1,5}))?");

  private LinkAddress() {}

  /** The address, or empty if Telegram would not make a link of it. */
  static Optional<String> of(String raw) {
    String address = Whitespace.strip(raw);
    Matcher web = WEB.matcher(address);
    if (address.length() > LONGEST || !web.matches()) {
      return Optional.empty();
    }
    Matcher host = HOST.matcher(web.group(2));
    if (!host.matches() || !isPort(host.group(2)) || hasInvisible(host.group(1))) {
      return Optional.empty();
    }
    String rest = encode(web.group(3));
    String path = rest.startsWith("/") ? rest : "/" + rest;
    return Optional.of(lower(web.group(1)) + "://" + lower(web.group(2)) + path);
  }

  private static boolean isPort(@Nullable String port) {
    if (port == null) {
      return true;
    }
    int number = Integer.parseInt(port);
    return number > 0 && number <= 65535;
  }

  private static boolean hasInvisible(String text) {
    return text.codePoints().anyMatch(LinkAddress::isInvisible);
  }

  private static String encode(String text) {
    if (!hasInvisible(text)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              String letter = Character.toString(point);
              if (point == ' ') {
                encoded.append("%20");
              } else if (isInvisible(point)) {
                encoded.append(URLEncoder.encode(letter, StandardCharsets.UTF_8));
              } else {
                encoded.append(letter);
              }
            });
    return encoded.toString();
  }

  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return Character.isSpaceChar(point)
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }

  /** Telegram lowers ASCII letters only. */
  private static String lower(String text) {
    StringBuilder lowered = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x80) {
        lowered.setCharAt(i, text.substring(i, i + 1).toLowerCase(Locale.ROOT).charAt(0));
      }
    }
    return lowered.toString();
  }
}
