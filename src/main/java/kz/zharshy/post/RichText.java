package kz.zharshy.post;

import java.util.List;
import java.util.Set;
import kz.zharshy.article.Run;

/** Text of rich messages (core.telegram.org/bots/api#richtext), with the marks that exist there. */
final class RichText {
  private static final Set<String> MARKS =
      Set.of("bold", "italic", "underline", "strikethrough", "spoiler", "code");

  private RichText() {}

  static MarkedText of(List<Run> runs) {
    PostTextBuilder out = new PostTextBuilder();
    out.runs(runs);
    PostText postText = out.postText();
    return of(
        new MarkedText(
            postText.text(), EntityNormalizer.settle(postText.text(), postText.spans())));
  }

  static MarkedText of(String text) {
    return of(List.of(new Run(text, Set.of(), null)));
  }

  /** Text with entities that Telegram would keep as they are. */
  static MarkedText of(MarkedText marked) {
    return new MarkedText(
        marked.text(),
        marked.entities().stream()
            .filter(entity -> entity.url() != null || MARKS.contains(entity.type()))
            .toList());
  }
}
