package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import org.jspecify.annotations.Nullable;

/** ContentEdits with one thing changed. */
final class ContentEdits {
  private ContentEdits() {}

  /** Headline and text are new; all else that is known of the article stays. */
  static Content said(Content old, String title, String body, BodyFormat format) {
    return said(old, title, old.summary(), body, format);
  }

  /** All words are new; all else that is known of the article stays. */
  static Content said(
      Content old, String title, @Nullable String summary, String body, BodyFormat format) {
    return builder(old, title, body).bodyFormat(format).summary(summary).build();
  }

  static Content pictured(Content old, List<Media> pictures) {
    return builder(old, old.title(), old.body()).media(pictures).build();
  }

  static Content inSection(Content old, @Nullable String section) {
    return builder(old, old.title(), old.body()).section(section).build();
  }

  private static Content.Builder builder(Content old, String title, String body) {
    return Content.builder(title, body)
        .bodyFormat(old.bodyFormat())
        .language(old.language())
        .section(old.section())
        .summary(old.summary())
        .author(old.author())
        .sourceUrl(old.sourceUrl())
        .publishedAt(old.publishedAt())
        .media(old.media())
        .tags(old.tags());
  }
}
