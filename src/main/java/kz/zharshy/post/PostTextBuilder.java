package kz.zharshy.post;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Run;
import org.jspecify.annotations.Nullable;

/**
 * Sets a post piece by piece. Gaps appear only between pieces that have something to show, and
 * white space at the edges of a paragraph disappears, as Telegram would have it.
 */
final class PostTextBuilder {
  private static final int BLANK_LINES = 2;

  private final StringBuilder text = new StringBuilder();
  private final List<Entity> spans = new ArrayList<>();
  private final BitSet heads = new BitSet();
  private String gap = "";
  private String indent = "";
  private String prefix = "";
  private boolean fresh = true;
  private boolean afterHead;
  private int tail = -1;

  /** The next piece starts a paragraph. */
  void paragraph() {
    gap("\n\n");
  }

  /** The next piece starts a line. */
  void line() {
    gap("\n");
  }

  /** The next piece starts with this mark, and the lines after it with this indent. */
  void begin(String mark, String newIndent) {
    prefix = mark;
    indent = newIndent;
  }

  /** What is written from here on stands under the article. */
  void beginTail() {
    paragraph();
    tail = text.length();
  }

  /** What was written last is a heading: it stays with what comes after it. */
  void endHead() {
    afterHead = true;
  }

  /** Where a span that begins with the next piece begins. */
  int here() {
    return text.length();
  }

  /** Marks what was written since {@code from}. */
  void span(String type, int from) {
    span(type, from, null, null);
  }

  /** Makes a link of what was written since {@code from}. */
  void link(String url, int from) {
    span("text_link", from, url, null);
  }

  /** Marks what was written since {@code from} as lines of a program. */
  void code(@Nullable String language, int from) {
    span("pre", from, null, language);
  }

  void runs(List<Run> runs) {
    runs(runs, EnumSet.noneOf(Mark.class));
  }

  void runs(List<Run> runs, Set<Mark> more) {
    for (Run run : runs) {
      Set<Mark> marks = EnumSet.noneOf(Mark.class);
      marks.addAll(run.marks());
      marks.addAll(more);
      piece(run.text(), marks, run.link());
    }
  }

  /** Writes a text from outside, which is cleaned first. */
  void piece(String raw, Set<Mark> marks, @Nullable String link) {
    int from = append(TextSanitizer.of(raw));
    if (from < 0) {
      return;
    }
    Optional<String> address = link == null ? Optional.empty() : LinkAddress.of(link);
    address.ifPresent(url -> span("text_link", from, url, null));
    for (Mark mark : marks) {
      // Telegram keeps one of code and link; the link is worth more.
      if (mark != Mark.CODE || address.isEmpty()) {
        span(type(mark), from);
      }
    }
  }

  void plain(String raw) {
    piece(raw, Set.of(), null);
  }

  /** Writes what is set already. */
  void marked(MarkedText piece) {
    int from = append(piece.text());
    if (from >= 0) {
      for (Entity entity : piece.entities()) {
        spans.add(
            new Entity(
                entity.type(),
                from + entity.offset(),
                entity.length(),
                entity.url(),
                entity.language()));
      }
    }
  }

  /** Writes lines whose white space counts. */
  void verbatim(String clean) {
    if (!clean.isBlank()) {
      flush();
      int from = 0;
      while (clean.charAt(from) == '\n') {
        from++;
      }
      text.append(clean, from, clean.length());
    }
  }

  PostText postText() {
    trim();
    int end = text.length();
    return new PostText(text.toString(), spans, heads, tail < 0 ? end : Math.min(tail, end));
  }

  private static String type(Mark mark) {
    return switch (mark) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case UNDERLINE -> "underline";
      case STRIKE -> "strikethrough";
      case SPOILER -> "spoiler";
      case CODE -> "code";
    };
  }

  private void span(String type, int from, @Nullable String url, @Nullable String language) {
    if (text.length() > from) {
      spans.add(new Entity(type, from, text.length() - from, url, language));
    }
  }

  /** Returns where the text stands now, or -1 if there was nothing to write. */
  private int append(String clean) {
    String shown = fresh ? clean.substring(Whitespace.skip(clean, 0, clean.length())) : clean;
    if (shown.isEmpty()) {
      return -1;
    }
    flush();
    int from = text.length();
    String joined = withoutFlood(shown);
    text.append(indent.isEmpty() ? joined : joined.replace("\n", "\n" + indent));
    return from;
  }

  /** Pieces that are clean by themselves can make a flood where they meet. */
  private String withoutFlood(String shown) {
    if (text.length() > 0 && TextSanitizer.isZeroWidth(text.charAt(text.length() - 1))) {
      int at = 0;
      while (at < shown.length() && TextSanitizer.isZeroWidth(shown.charAt(at))) {
        at++;
      }
      return shown.substring(at);
    }
    int breaks = 0;
    while (breaks < text.length() && text.charAt(text.length() - 1 - breaks) == '\n') {
      breaks++;
    }
    int at = 0;
    while (at < shown.length() && shown.charAt(at) == '\n' && breaks + at > BLANK_LINES) {
      at++;
    }
    return shown.substring(at);
  }

  private void flush() {
    if (fresh) {
      if (text.length() > 0) {
        if (afterHead) {
          heads.set(text.length());
        }
        text.append(gap);
      }
      text.append(prefix);
      afterHead = false;
    }
    gap = "";
    prefix = indent;
    fresh = false;
  }

  private void gap(String separator) {
    trim();
    prefix = indent;
    fresh = true;
    if (separator.length() > gap.length()) {
      gap = separator;
    }
  }

  private void trim() {
    int end = Whitespace.skipBack(text, 0, text.length());
    text.setLength(end);
    for (int i = spans.size() - 1; i >= 0; i--) {
      Entity span = spans.get(i);
      if (span.offset() + span.length() <= end) {
        return;
      }
      if (span.offset() >= end) {
        spans.remove(i);
      } else {
        spans.set(i, EntityNormalizer.clip(span, 0, end));
      }
    }
  }
}
