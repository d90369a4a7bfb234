package kz.zharshy.post;

import io.pebbletemplates.pebble.extension.escaper.EscapingStrategy;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text between a template's markup. Values are escaped when a template puts them in, so that
 * nothing in an article is ever taken for markup.
 */
final class TemplateText {
  /** The name under which Pebble knows the escaping. */
  static final String ESCAPING = "telegram";

  private static final Map<String, String> NAMES =
      Map.of(
          "amp", "&",
          "lt", "<",
          "gt", ">",
          "quot", "\"",
          "body", String.valueOf(TemplateValues.BODY));

  private static final Pattern ESCAPED = Pattern.compile("&(amp|lt|gt|quot|body);");

  private TemplateText() {}

  static EscapingStrategy escaping() {
    return TemplateText::escape;
  }

  static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace(String.valueOf(TemplateValues.BODY), "&body;");
  }

  static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(name -> Matcher.quoteReplacement(NAMES.getOrDefault(name.group(1), "")));
  }
}
