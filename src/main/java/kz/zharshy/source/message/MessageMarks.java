package kz.zharshy.source.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zharshy.article.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The formatting of each character of a message, however its entities overlap; of overlapping
 * links, quotations or code blocks, the one that begins first wins.
 */
final class MessageMarks {
  private static final Map<String, Mark> MARKS =
      Map.of(
          "bold", Mark.BOLD,
          "italic", Mark.ITALIC,
          "underline", Mark.UNDERLINE,
          "strikethrough", Mark.STRIKE,
          "spoiler", Mark.SPOILER,
          "code", Mark.CODE);
  private static final List<Mark> ORDER = List.of(Mark.values());
  private static final Set<String> QUOTES = Set.of("blockquote", "expandable_blockquote");
  private static final int NONE = -1;

  private final List<MessageText.Entity> entities = new ArrayList<>();
  private final byte[] marks;
  private final int[] links;
  private final int[] quotes;
  private final int[] code;

  private MessageMarks(int length) {
    marks = new byte[length];
    links = filled(length);
    quotes = filled(length);
    code = filled(length);
  }

  static MessageMarks of(MessageText message) {
    MessageMarks marks = new MessageMarks(message.text().length());
    message.entities().stream()
        .sorted((a, b) -> Integer.compare(a.offset(), b.offset()))
        .forEach(entity -> marks.add(entity, message.text()));
    return marks;
  }

  boolean isPlain() {
    return entities.isEmpty();
  }

  /** How far what holds at this character goes on holding. */
  int endOfRun(int from) {
    int to = from + 1;
    while (to < marks.length && marks[to] == marks[from] && links[to] == links[from]) {
      to++;
    }
    return to;
  }

  /** How far the quotation, or the text outside of any, that holds here goes on. */
  int endOfQuote(int from) {
    return endOf(quotes, from);
  }

  /** How far the lines of code, or the text outside of any, that hold here go on. */
  int endOfCode(int from) {
    return endOf(code, from);
  }

  Set<Mark> marksAt(int at) {
    Set<Mark> set = EnumSet.noneOf(Mark.class);
    for (Mark mark : ORDER) {
      if ((marks[at] & bit(mark)) != 0) {
        set.add(mark);
      }
    }
    return set;
  }

  MessageText.@Nullable Entity linkAt(int at) {
    return entity(links[at]);
  }

  MessageText.@Nullable Entity quoteAt(int at) {
    return entity(quotes[at]);
  }

  MessageText.@Nullable Entity codeAt(int at) {
    return entity(code[at]);
  }

  private void add(MessageText.Entity entity, String text) {
    int from = boundary(text, Math.max(0, entity.offset()));
    int to = boundary(text, Math.min(text.length(), entity.end()));
    Mark mark = MARKS.get(entity.type());
    boolean link = entity.type().equals("text_link") && entity.url() != null;
    boolean lines = entity.type().equals("pre");
    boolean quote = QUOTES.contains(entity.type());
    if (from >= to || !(mark != null || link || lines || quote)) {
      return;
    }
    entities.add(entity);
    if (mark != null) {
      for (int at = from; at < to; at++) {
        marks[at] |= bit(mark);
      }
    } else {
      claim(link ? links : lines ? code : quotes, from, to);
    }
  }

  private void claim(int[] owners, int from, int to) {
    for (int at = from; at < to; at++) {
      owners[at] = owners[at] == NONE ? entities.size() - 1 : owners[at];
    }
  }

  private MessageText.@Nullable Entity entity(int index) {
    return index == NONE ? null : entities.get(index);
  }

  private static int endOf(int[] owners, int from) {
    int to = from + 1;
    while (to < owners.length && owners[to] == owners[from]) {
      to++;
    }
    return to;
  }

  /** A pair of surrogates is never taken apart. */
  private static int boundary(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  private static byte bit(Mark mark) {
    return (byte) (1 << ORDER.indexOf(mark));
  }

  private static int[] filled(int length) {
    int[] owners = new int[length];
    Arrays.fill(owners, NONE);
    return owners;
  }
}
