package kz.zharshy.cli;

import kz.zharshy.article.Article;
import kz.zharshy.article.ReasonText;
import kz.zharshy.language.Visible;

/** Articles as lines on a terminal. */
final class ArticleLines {
  private ArticleLines() {}

  /** Number, state, channel and headline; below it the reason, where there is one. */
  static String line(Article article) {
    String where = article.route() == null ? "" : " @" + article.route();
    String line =
        "%6d  %-10s %s%s"
            .formatted(
                article.id(),
                article.state().code(),
                Visible.line(article.content().title()),
                where);
    return article.reason() == null
        ? line
        : line + "\n        " + ReasonText.forLog(article.reason());
  }
}
