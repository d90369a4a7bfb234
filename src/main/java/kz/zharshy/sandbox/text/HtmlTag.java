package kz.zharshy.sandbox.text;

import java.util.Set;

/** A start tag of Telegram's HTML. */
final class HtmlTag {
  private static final Set<String> KNOWN =
      Set.of(
          ("a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code"
                  + " blockquote")
              .split(" ", -1));

  private final Source in;
  private final HtmlReferences references;
  private final int begin;
  private int at;
  private String name = "";
  private String argument = "";
  private String format = "";

  HtmlTag(Source in, HtmlReferences references, int begin) {
    this.in = in;
    this.references = references;
    this.begin = begin;
    this.at = begin + 1;
  }

  /** In lower case. */
  String name() {
    return name;
  }

  /** The attribute that matters for this tag; empty if it is missing. */
  String argument() {
    return argument;
  }

  /** The {@code format} of a time. */
  String format() {
    return format;
  }

  /** Reads the tag. Returns the place behind its {@code >}. */
  int read() {
    while (!Source.isSpace(in.at(at)) && in.at(at) != '>') {
      at++;
    }
    if (in.at(at) == 0) {
      throw unclosed("");
    }
    name = Letters.lower(in.between(begin + 1, at));
    if (!KNOWN.contains(name)) {
      throw new TextException(
          "Unsupported start tag \"" + name + "\" at byte offset " + in.byteOffset(begin));
    }
    while (in.at(at) != '>') {
      skipSpace();
      if (in.at(at) != '>') {
        attribute();
      }
    }
    if (name.equals("span") && !argument.equals("spoiler")) {
      throw new TextException(
          "Tag \"span\" must have class \"tg-spoiler\" at byte offset " + in.byteOffset(begin));
    }
    return at + 1;
  }

  private void attribute() {
    int nameBegin = at;
    while (!Source.isSpace(in.at(at)) && "=>/\"'".indexOf(in.at(at)) < 0) {
      at++;
    }
    String attribute = in.between(nameBegin, at);
    if (attribute.isEmpty()) {
      throw new TextException(
          "Empty attribute name in the tag \"%s\" at byte offset %d"
              .formatted(name, in.byteOffset(begin)));
    }
    skipSpace();
    if (in.at(at) == 0) {
      throw unclosed(" \"" + name + '"');
    }
    if (in.at(at) != '=') {
      set(attribute, "1", true);
      return;
    }
    at++;
    skipSpace();
    if (in.at(at) == 0) {
      throw unclosed(" \"" + name + '"');
    }
    String value = in.at(at) == '\'' || in.at(at) == '"' ? quoted() : token();
    if (in.at(at) == 0) {
      throw unclosed("");
    }
    set(attribute, value, false);
  }

  private TextException unclosed(String which) {
    return new TextException(
        "Unclosed start tag" + which + " at byte offset " + in.byteOffset(begin));
  }

  private void skipSpace() {
    while (in.at(at) != 0 && Source.isSpace(in.at(at))) {
      at++;
    }
  }

  private String token() {
    int tokenBegin = at;
    while (in.at(at) < 0x80
        && (Character.isLetterOrDigit(in.at(at)) || ".-".indexOf(in.at(at)) >= 0)) {
      at++;
    }
    if (!Source.isSpace(in.at(at)) && in.at(at) != '>') {
      throw new TextException(
          "Unexpected end of name token at byte offset " + in.byteOffset(tokenBegin));
    }
    return Letters.lower(in.between(tokenBegin, at));
  }

  private String quoted() {
    char quote = in.at(at++);
    StringBuilder value = new StringBuilder();
    while (in.at(at) != quote && in.at(at) != 0) {
      if (in.at(at) == '&') {
        at = references.copy(at, value);
      } else {
        value.append(in.at(at++));
      }
    }
    if (in.at(at) == quote) {
      at++;
    }
    return value.toString();
  }

  private void set(String attribute, String value, boolean bare) {
    switch (name + ' ' + attribute) {
      case "blockquote expandable" -> argument = "1";
      case "a href", "tg-emoji emoji-id", "tg-time unix" -> argument = bare ? argument : value;
      case "tg-time format" -> format = bare ? format : value;
      case "code class" -> argument = value.startsWith("language-") ? value.substring(9) : argument;
      case "span class" -> argument = value.startsWith("tg-") ? value.substring(3) : argument;
      default -> {
        // Telegram ignores unknown attributes.
      }
    }
  }
}
