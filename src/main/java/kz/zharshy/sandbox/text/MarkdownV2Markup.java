package kz.zharshy.sandbox.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Parses MarkdownV2. Used for one text. */
final class MarkdownV2Markup {
  private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

  private final Source in;
  private final StringBuilder out = new StringBuilder();
  private final List<Entity> entities = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;
  private boolean inQuote;
  private boolean lineBegins = true;

  /** An open entity: where it starts in the source and in the text. */
  private record Open(EntityType type, String language, int begin, int offset) {}

  MarkdownV2Markup(String text) {
    in = new Source(text);
  }

  FormattedText parse() {
    while (at < in.length()) {
      char c = in.at(at);
      if (isEscape(at)) {
        put(in.at(at + 1), in.at(at + 1) == '\n');
        at += 2;
      } else if ((inCode() ? "`" : RESERVED).indexOf(c) < 0) {
        put(c, false);
        at++;
      } else if (endsHere(c)) {
        end(c);
      } else {
        begin(c);
      }
    }
    endLastQuote();
    if (!open.isEmpty()) {
      throw noEnd();
    }
    Collections.sort(entities);
    return new FormattedText(out.toString(), entities);
  }

  /** The language behind three back-ticks; empty if a space or nothing but the code follows. */
  static String language(Source in, int from) {
    int end = from;
    while (!Source.isSpace(in.at(end)) && in.at(end) != '`') {
      end++;
    }
    return end < in.length() && in.at(end) != '`' ? in.between(from, end) : "";
  }

  private boolean isEscape(int index) {
    return in.at(index) == '\\' && in.at(index + 1) > 0 && in.at(index + 1) <= 126;
  }

  private void put(char c, boolean lineBeginsBehind) {
    out.append(c);
    lineBegins = c == '\r' ? lineBegins : lineBeginsBehind;
  }

  private boolean inCode() {
    return !open.isEmpty() && open.getLast().type().isCode();
  }

  private boolean endsHere(char c) {
    if (open.isEmpty()) {
      return false;
    }
    if (inQuote && c == '\n' && in.at(at + 1) != '>') {
      return true;
    }
    return switch (open.getLast().type()) {
      case BOLD -> c == '*';
      case ITALIC -> c == '_' && in.at(at + 1) != '_';
      case UNDERLINE -> in.startsWith("__", at);
      case STRIKETHROUGH -> c == '~';
      case SPOILER -> in.startsWith("||", at);
      case CODE -> c == '`';
      case PRE, PRE_CODE -> in.startsWith("```", at);
      case TEXT_LINK, CUSTOM_EMOJI -> c == ']';
      default -> false;
    };
  }

  private void begin(char c) {
    int begin = at++;
    switch (c) {
      case '\n' -> put(c, true);
      case '>' -> quote(begin);
      case '_' -> push(begin, twice(c) ? EntityType.UNDERLINE : EntityType.ITALIC);
      case '*' -> push(begin, EntityType.BOLD);
      case '~' -> push(begin, EntityType.STRIKETHROUGH);
      case '[' -> push(begin, EntityType.TEXT_LINK);
      case '`' -> code(begin);
      case '|' -> pushPair(begin, '|', EntityType.SPOILER);
      case '!' -> pushPair(begin, '[', EntityType.CUSTOM_EMOJI);
      default -> throw reserved(c);
    }
  }

  private boolean twice(char c) {
    boolean twice = in.at(at) == c;
    at += twice ? 1 : 0;
    return twice;
  }

  private void push(int begin, EntityType type) {
    open.addLast(new Open(type, "", begin, out.length()));
  }

  private void pushPair(int begin, char second, EntityType type) {
    if (!twice(second)) {
      throw reserved(in.at(begin));
    }
    push(begin, type);
  }

  private void quote(int begin) {
    if (!lineBegins) {
      throw reserved('>');
    }
    if (!inQuote) {
      inQuote = true;
      push(begin, EntityType.BLOCKQUOTE);
    }
  }

  private void code(int begin) {
    if (!in.startsWith("``", at)) {
      push(begin, EntityType.CODE);
      return;
    }
    String language = language(in, at + 2);
    EntityType type = language.isEmpty() ? EntityType.PRE : EntityType.PRE_CODE;
    open.addLast(new Open(type, language, begin, out.length()));
    at = in.afterLineBreak(at + 2 + language.length());
  }

  private static TextException reserved(char c) {
    return new TextException(
        "Character '" + c + "' is reserved and must be escaped with the preceding '\\'");
  }

  private TextException noEnd() {
    Open last = open.getLast();
    return new TextException(
        "Can't find end of %s entity at byte offset %d"
            .formatted(last.type().errorName(), in.byteOffset(last.begin())));
  }

  private void end(char c) {
    if (c == '\n' && inQuote && in.at(at + 1) != '>') {
      endQuoteAtLineBreak();
      return;
    }
    Open ended = open.getLast();
    int length = out.length() - ended.offset();
    at += ended.type().isCode() && ended.type() != EntityType.CODE ? 3 : 1;
    switch (ended.type()) {
      case UNDERLINE, SPOILER -> at++;
      default -> {
        // The others end with one sign.
      }
    }
    Optional<Entity> entity =
        switch (ended.type()) {
          case TEXT_LINK -> link(ended, length);
          case CUSTOM_EMOJI -> emojiOrTime(ended, length);
          default ->
              Optional.of(new Entity(ended.type(), ended.offset(), length, ended.language(), ""));
        };
    entity.filter(each -> each.length() > 0).ifPresent(entities::add);
    open.removeLast();
  }

  private Optional<Entity> link(Open ended, int length) {
    String address = in.at(at) == '(' ? address() : out.substring(ended.offset());
    return TgLinks.entity(address, ended.offset(), length);
  }

  private Optional<Entity> emojiOrTime(Open ended, int length) {
    if (in.at(at) != '(') {
      throw new TextException("The entity must contain a tg://emoji or tg://time URL");
    }
    String address = address();
    Optional<String> emoji = TgLinks.emojiId(address);
    if (emoji.isPresent()) {
      return emoji.map(id -> new Entity(EntityType.CUSTOM_EMOJI, ended.offset(), length, id, ""));
    }
    DateTime time =
        TgLinks.time(address)
            .orElseThrow(() -> new TextException("Invalid tg://emoji or tg://time URL specified"));
    return Optional.of(
        new Entity(EntityType.DATE_TIME, ended.offset(), length, time.unix(), time.format()));
  }

  private String address() {
    int begin = ++at;
    StringBuilder address = new StringBuilder();
    while (at < in.length() && in.at(at) != ')') {
      at += isEscape(at) ? 1 : 0;
      address.append(in.at(at++));
    }
    if (in.at(at) != ')') {
      throw new TextException("Can't find end of a URL at byte offset " + in.byteOffset(begin));
    }
    at++;
    return address.toString();
  }

  private void endQuoteAtLineBreak() {
    boolean expandable = dropsBars(at);
    if (open.getLast().type() != EntityType.BLOCKQUOTE) {
      throw noEnd();
    }
    inQuote = false;
    put('\n', true);
    at++;
    addQuote(expandable);
  }

  /** The two bars that make a quote expandable look like a spoiler that has just been opened. */
  private boolean dropsBars(int end) {
    Open last = open.getLast();
    boolean bars =
        last.type() == EntityType.SPOILER
            && (last.begin() == end - 2
                || (last.begin() == end - 3 && in.at(end - 1) == '\r' && in.at(end) == '\n'));
    if (bars) {
      open.removeLast();
    }
    return bars;
  }

  private void endLastQuote() {
    if (!inQuote) {
      return;
    }
    boolean expandable = dropsBars(in.length());
    if (!open.isEmpty() && open.getLast().type() == EntityType.BLOCKQUOTE) {
      addQuote(expandable);
    }
  }

  private void addQuote(boolean expandable) {
    Open quote = open.removeLast();
    int length = out.length() - quote.offset();
    if (length > 0) {
      EntityType type = expandable ? EntityType.EXPANDABLE_BLOCKQUOTE : EntityType.BLOCKQUOTE;
      entities.add(Entity.of(type, quote.offset(), length));
    }
  }
}
