package kz.zharshy.source.message;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Mark;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.body.HtmlBlocks;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of a message that an editor typed in Telegram: the first line is the headline,
 * the rest the body with its formatting. Safe for use by several threads.
 */
public final class MessageReader {
  /**
   * The article of a message; its body is empty where there is one line only. A body without
   * formatting stays plain text, any other becomes HTML, the one format that can say all that
   * Telegram's formatting says. Returns empty if the message says nothing.
   */
  public Optional<Content> read(MessageText message) {
    String text = message.text();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
      String headline = CleanText.line(CleanText.of(text.substring(start, end)));
      if (!headline.isEmpty()) {
        return Optional.of(content(headline, message.since(Math.min(end + 1, text.length()))));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  /** An article of this headline with a message as its body, for example a corrected one. */
  public Content content(String headline, MessageText body) {
    MessageMarks marks = MessageMarks.of(body);
    Content content =
        marks.isPlain()
            ? Content.builder(headline, CleanText.of(body.text()).strip()).build()
            : Content.builder(headline, new MessageHtml(body.text(), marks).write())
                .bodyFormat(BodyFormat.HTML)
                .build();
    return content.in(content.spokenLanguage());
  }

  /** Writes a message as HTML that {@link HtmlBlocks} reads back with nothing lost. */
  private static final class MessageHtml {
    private static final Map<Mark, String> TAGS =
        Map.of(
            Mark.BOLD, "b",
            Mark.ITALIC, "i",
            Mark.UNDERLINE, "u",
            Mark.STRIKE, "s",
            Mark.SPOILER, "tg-spoiler",
            Mark.CODE, "code");

    /** White space that HTML would swallow. */
    private static final Pattern SPACES = Pattern.compile(" {2}|\t|^ | $|\n | \n");

    private final String text;
    private final MessageMarks marks;
    private final StringBuilder html = new StringBuilder();

    MessageHtml(String text, MessageMarks marks) {
      this.text = text;
      this.marks = marks;
    }

    String write() {
      int at = 0;
      while (at < text.length()) {
        int end = marks.endOfQuote(at);
        MessageText.Entity quote = marks.quoteAt(at);
        if (quote == null) {
          passage(at, end);
        } else {
          boolean folds = quote.type().equals("expandable_blockquote");
          html.append(folds ? "<blockquote expandable>\n" : "<blockquote>\n");
          passage(at, end);
          html.append("</blockquote>\n");
        }
        at = end;
      }
      return html.toString().strip();
    }

    private void passage(int from, int to) {
      int at = from;
      while (at < to) {
        int end = Math.min(to, marks.endOfCode(at));
        MessageText.Entity code = marks.codeAt(at);
        if (code == null) {
          paragraphs(at, end);
        } else {
          code(code.language(), text.substring(at, end));
        }
        at = end;
      }
    }

    private void code(@Nullable String language, String lines) {
      String name = language == null || language.isBlank() ? "" : escaped(language.strip());
      html.append(name.isEmpty() ? "<pre>" : "<pre><code class=\"language-" + name + "\">")
          .append(escaped(lines))
          .append(name.isEmpty() ? "</pre>\n" : "</code></pre>\n");
    }

    /** A line with nothing in it parts paragraphs. */
    private void paragraphs(int from, int to) {
      int start = from;
      for (int at = from; at < to; at = endOfLine(at, to) + 1) {
        int end = endOfLine(at, to);
        if (CleanText.strip(text.substring(at, end)).isEmpty()) {
          paragraph(start, at - 1);
          start = end + 1;
        }
      }
      paragraph(start, to);
    }

    private int endOfLine(int from, int to) {
      int end = text.indexOf('\n', from);
      return end < 0 || end > to ? to : end;
    }

    private void paragraph(int from, int to) {
      if (from >= to || CleanText.strip(text.substring(from, to)).isEmpty()) {
        return;
      }
      int end = to;
      while (text.charAt(end - 1) == '\n') {
        end--;
      }
      boolean kept = SPACES.matcher(text.substring(from, end)).find();
      html.append(kept ? "<p style=\"white-space: pre-wrap\">" : "<p>");
      int at = from;
      while (at < end) {
        int next = Math.min(end, marks.endOfRun(at));
        run(at, next);
        at = next;
      }
      html.append("</p>\n");
    }

    private void run(int from, int to) {
      StringBuilder closing = new StringBuilder();
      MessageText.Entity link = marks.linkAt(from);
      if (link != null) {
        html.append("<a href=\"").append(escaped(String.valueOf(link.url()))).append("\">");
        closing.append("</a>");
      }
      for (Mark mark : marks.marksAt(from)) {
        html.append('<').append(TAGS.get(mark)).append('>');
        closing.insert(0, "</" + TAGS.get(mark) + ">");
      }
      html.append(escaped(text.substring(from, to)).replace("\n", "<br>")).append(closing);
    }

    private static String escaped(String text) {
      return CleanText.of(text)
          .replace("&", "&amp;")
          .replace("<", "&lt;")
          .replace(">", "&gt;")
          .replace("\"", "&quot;");
    }
  }
}
