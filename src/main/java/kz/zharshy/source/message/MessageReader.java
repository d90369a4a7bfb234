package kz.zharshy.source.message;

import java.util.Optional;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.source.CleanText;

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
}
