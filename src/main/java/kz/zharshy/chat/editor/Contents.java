package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Picture;

/** Contents with one thing changed. */
final class Contents {
  private Contents() {}

  /** Headline and text are new; all else that is known of the article stays. */
  static Content said(Content old, String title, String body, BodyFormat format) {
    return Content.builder(title, body)
        .bodyFormat(format)
        .language(old.language())
        .section(old.section())
        .summary(old.summary())
        .author(old.author())
        .sourceUrl(old.sourceUrl())
        .publishedAt(old.publishedAt())
        .images(old.images())
        .tags(old.tags())
        .build();
  }

  static Content pictured(Content old, List<Picture> pictures) {
    return Content.builder(old.title(), old.body())
        .bodyFormat(old.bodyFormat())
        .language(old.language())
        .section(old.section())
        .summary(old.summary())
        .author(old.author())
        .sourceUrl(old.sourceUrl())
        .publishedAt(old.publishedAt())
        .images(pictures)
        .tags(old.tags())
        .build();
  }
}
