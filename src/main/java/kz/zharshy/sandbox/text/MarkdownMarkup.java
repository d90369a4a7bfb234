package kz.zharshy.sandbox.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses Telegram's legacy Markdown, in which nothing nests. Used for one text. */
final class MarkdownMarkup {
  private static final String MARKS = "_*`[";

  private final Source in;
  private final StringBuilder out = new StringBuilder();
  private final List<Entity> entities = new ArrayList<>();
  private int at;

  MarkdownMarkup(String text) {
    in = new Source(text);
  }

  FormattedText parse() {
    while (at < in.length()) {
      char c = in.at(at);
      if (c == '\\' && isMark(in.at(at + 1))) {
        out.append(in.at(at + 1));
        at += 2;
      } else if (isMark(c)) {
        entity(c);
      } else {
        out.append(c);
        at++;
      }
    }
    return new FormattedText(out.toString(), entities);
  }

  private static boolean isMark(char c) {
    return c != 0 && MARKS.indexOf(c) >= 0;
  }

  private void entity(char mark) {
    int begin = at++;
    String end = mark == '[' ? "]" : String.valueOf(mark);
    String language = "";
    if (in.startsWith("```", begin)) {
      end = "```";
      at += 2;
      language = MarkdownV2Markup.language(in, at);
      at = in.afterLineBreak(at + language.length());
    }
    int offset = out.length();
    while (at < in.length() && !in.startsWith(end, at)) {
      out.append(in.at(at++));
    }
    if (at >= in.length()) {
      throw new TextException(
          "Can't find end of the entity starting at byte offset " + in.byteOffset(begin));
    }
    int inner = at;
    at += end.length();
    if (out.length() > offset) {
      String address = mark == '[' ? address(begin + 1, inner) : "";
      add(mark, end.length() == 3, language.isEmpty() ? address : language, offset);
    }
  }

  private void add(char mark, boolean pre, String argument, int offset) {
    int length = out.length() - offset;
    switch (mark) {
      case '_' -> entities.add(Entity.of(EntityType.ITALIC, offset, length));
      case '*' -> entities.add(Entity.of(EntityType.BOLD, offset, length));
      case '[' -> TgLinks.entity(argument, offset, length).ifPresent(entities::add);
      default -> {
        EntityType block = argument.isEmpty() ? EntityType.PRE : EntityType.PRE_CODE;
        entities.add(new Entity(pre ? block : EntityType.CODE, offset, length, argument, ""));
      }
    }
  }

  /** What stands in the brackets that follow; without them the text itself. */
  private String address(int textBegin, int textEnd) {
    if (in.at(at) != '(') {
      return overwritten(textBegin, textEnd);
    }
    int begin = ++at;
    while (at < in.length() && in.at(at) != ')') {
      at++;
    }
    return in.between(begin, at++);
  }

  /**
   * A piece of the source in the place where Telegram reads it: its parser writes the text over the
   * source, whose letters have moved to the front by then as far as markup was dropped before them.
   */
  private String overwritten(int from, int to) {
    byte[] written = out.toString().getBytes(StandardCharsets.UTF_8);
    byte[] place = in.between(0, to).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(written, 0, place, 0, Math.min(written.length, place.length));
    int begin = in.byteOffset(from);
    return new String(place, begin, place.length - begin, StandardCharsets.UTF_8);
  }
}
