package kz.zharshy.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The markup of templates: the tags that Telegram's HTML has
 * (core.telegram.org/bots/api#html-style).
 */
enum TemplateTag {
  BOLD("bold", "b strong"),
  ITALIC("italic", "i em"),
  UNDERLINE("underline", "u ins"),
  STRIKE("strikethrough", "s strike del"),
  SPOILER("spoiler", "tg-spoiler"),
  CODE("code", "code"),
  QUOTE("blockquote", "blockquote"),
  LINK("text_link", "a"),
  /** Not Telegram's: a button under the post. */
  BUTTON("button", "button");

  /** A tag as it stands in a text: whether it closes, its name, its attributes. */
  static final Pattern PATTERN = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\\s[^<>]*)?)>");

  private static final Pattern ADDRESS = Pattern.compile("\\shref\\s*=\\s*\"([^\"]*)\"");

  private final String type;
  private final String names;

  TemplateTag(String type, String names) {
    this.type = type;
    this.names = names;
  }

  static Optional<TemplateTag> named(String name) {
    for (TemplateTag tag : values()) {
      if (List.of(tag.names.split(" ")).contains(name)) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }

  /** The entity's type, with these attributes. */
  String type(String attributes) {
    return this == QUOTE && attributes.contains("expandable") ? "expandable_blockquote" : type;
  }

  /** Where a link with these attributes leads to. */
  static Optional<String> address(String attributes) {
    Matcher address = ADDRESS.matcher(attributes);
    return address.find() ? Optional.of(address.group(1)) : Optional.empty();
  }
}
