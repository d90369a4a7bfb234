package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;

/** The words that an article is to have, as they are kept with the question about them. */
final class PendingEdit {
  private static final String APART = "\0";
  private static final String NONE = "\1";
  private static final int PIECES = 5;

  private PendingEdit() {}

  /** What is kept. {@code shown}: the article as the editor sees it. */
  static String write(Article shown, Content content) {
    return String.join(
        APART,
        CardVersion.of(shown),
        content.title(),
        Objects.requireNonNullElse(content.summary(), NONE),
        content.bodyFormat().code(),
        content.body());
  }

  /** The words; empty once the article is neither as it was shown nor as it is to be. */
  static Optional<Content> read(String kept, Article article) {
    List<String> pieces = List.of(kept.split(APART, PIECES));
    if (pieces.size() < PIECES) {
      return Optional.empty();
    }
    Content content =
        ContentEdits.said(
            article.content(),
            pieces.get(1),
            pieces.get(2).equals(NONE) ? null : pieces.get(2),
            pieces.get(4),
            BodyFormat.ofCode(pieces.get(3)));
    boolean still = pieces.get(0).equals(CardVersion.of(article));
    // After a crash the same press may come once more.
    return still || content.equals(article.content()) ? Optional.of(content) : Optional.empty();
  }
}
