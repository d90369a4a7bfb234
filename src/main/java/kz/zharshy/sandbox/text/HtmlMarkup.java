package kz.zharshy.sandbox.text;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses Telegram's HTML. Used for one text. */
final class HtmlMarkup {
  private static final Map<String, EntityType> STYLES =
      Map.ofEntries(
          Map.entry("b", EntityType.BOLD),
          Map.entry("strong", EntityType.BOLD),
          Map.entry("i", EntityType.ITALIC),
          Map.entry("em", EntityType.ITALIC),
          Map.entry("u", EntityType.UNDERLINE),
          Map.entry("ins", EntityType.UNDERLINE),
          Map.entry("s", EntityType.STRIKETHROUGH),
          Map.entry("strike", EntityType.STRIKETHROUGH),
          Map.entry("del", EntityType.STRIKETHROUGH),
          Map.entry("span", EntityType.SPOILER),
          Map.entry("tg-spoiler", EntityType.SPOILER));

  private final Source in;
  private final HtmlReferences references;
  private final StringBuilder out = new StringBuilder();
  private final List<Entity> entities = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;

  private record Open(HtmlTag tag, int offset) {}

  HtmlMarkup(String text) {
    in = new Source(text);
    references = new HtmlReferences(in);
  }

  FormattedText parse() {
    while (at < in.length()) {
      char c = in.at(at);
      if (c == '&') {
        at = references.copy(at, out);
      } else if (c == '<' && in.at(at + 1) == '/') {
        endTag();
      } else if (c == '<') {
        HtmlTag tag = new HtmlTag(in, references, at);
        at = tag.read();
        open.addLast(new Open(tag, out.length()));
      } else {
        out.append(c);
        at++;
      }
    }
    if (!open.isEmpty()) {
      throw new TextException(
          "Can't find end tag corresponding to start tag \"" + open.getLast().tag().name() + '"');
    }
    if (references.gaveHalfOfAPair()) {
      throw new TextException(
          "Text contains invalid Unicode characters after decoding HTML entities, check for"
              + " unmatched surrogate code units");
    }
    return new FormattedText(
        out.toString(), entities.stream().map(HtmlMarkup::withoutLanguage).sorted().toList());
  }

  private void endTag() {
    int begin = at;
    if (open.isEmpty()) {
      throw new TextException("Unexpected end tag at byte offset " + in.byteOffset(begin));
    }
    at++;
    while (!Source.isSpace(in.at(at)) && in.at(at) != '>') {
      at++;
    }
    String name = Letters.lower(in.between(begin + 2, at));
    while (Source.isSpace(in.at(at)) && in.at(at) != 0) {
      at++;
    }
    if (in.at(at) != '>') {
      throw new TextException("Unclosed end tag at byte offset " + in.byteOffset(begin));
    }
    at++;
    Open opened = open.removeLast();
    if (!name.isEmpty() && !name.equals(opened.tag().name())) {
      throw new TextException(
          "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
              .formatted(in.byteOffset(begin), opened.tag().name(), name));
    }
    if (out.length() > opened.offset()) {
      close(opened.tag(), opened.offset(), out.length() - opened.offset());
    }
  }

  private void close(HtmlTag tag, int offset, int length) {
    EntityType style = STYLES.get(tag.name());
    if (style != null) {
      entities.add(Entity.of(style, offset, length));
      return;
    }
    switch (tag.name()) {
      case "a" ->
          TgLinks.entity(
                  tag.argument().isEmpty() ? out.substring(offset) : tag.argument(), offset, length)
              .ifPresent(entities::add);
      case "pre" -> pre(offset, length);
      case "code" -> code(tag.argument(), offset, length);
      case "tg-emoji" -> emoji(tag.argument(), offset, length);
      case "tg-time" -> time(tag, offset, length);
      default ->
          entities.add(
              Entity.of(
                  tag.argument().isEmpty()
                      ? EntityType.BLOCKQUOTE
                      : EntityType.EXPANDABLE_BLOCKQUOTE,
                  offset,
                  length));
    }
  }

  /** A {@code pre} and a {@code code} of a language that fill each other make one entity. */
  private void pre(int offset, int length) {
    Entity inner = lastFilling(EntityType.CODE, offset, length);
    if (inner == null || inner.argument().isEmpty()) {
      entities.add(Entity.of(EntityType.PRE, offset, length));
    } else {
      entities.set(entities.size() - 1, inner.as(EntityType.PRE_CODE));
    }
  }

  private void code(String language, int offset, int length) {
    Entity code = new Entity(EntityType.CODE, offset, length, language, "");
    if (lastFilling(EntityType.PRE, offset, length) == null || language.isEmpty()) {
      entities.add(code);
    } else {
      entities.set(entities.size() - 1, code.as(EntityType.PRE_CODE));
    }
  }

  private @Nullable Entity lastFilling(EntityType type, int offset, int length) {
    Entity last = entities.isEmpty() ? null : entities.get(entities.size() - 1);
    boolean same =
        last != null && last.type() == type && last.offset() == offset && last.length() == length;
    return same ? last : null;
  }

  /** A language counts only in a {@code pre}. */
  private static Entity withoutLanguage(Entity entity) {
    return entity.type() == EntityType.CODE
        ? Entity.of(EntityType.CODE, entity.offset(), entity.length())
        : entity;
  }

  private void emoji(String id, int offset, int length) {
    if (!TgLinks.isEmojiId(id)) {
      throw new TextException("Invalid custom emoji identifier specified");
    }
    entities.add(new Entity(EntityType.CUSTOM_EMOJI, offset, length, id, ""));
  }

  private void time(HtmlTag tag, int offset, int length) {
    String format =
        DateTime.format(tag.format())
            .orElseThrow(() -> new TextException("Invalid date format used"));
    // Telegram reads the digits that it finds into 32 bits.
    int unix = new BigInteger("0" + tag.argument().replaceFirst("[^0-9].*", "")).intValue();
    if (unix > 0) {
      entities.add(
          new Entity(EntityType.DATE_TIME, offset, length, Integer.toString(unix), format));
    }
  }
}
