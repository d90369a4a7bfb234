package kz.zharshy.post;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Content;
import kz.zharshy.article.Document;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Run;
import kz.zharshy.language.Language;

/** Articles and channels for tests. */
final class Samples {
  static final Footer ENGLISH =
      new Footer("Subscribe to our Telegram channel!", "https://t.me/example_news");

  private Samples() {}

  /** Paragraphs parted by blank lines; nothing is markup. */
  static final class Paragraphs implements BodyReader {
    @Override
    public Document read(String body, kz.zharshy.article.BodyFormat format) {
      return new Document(
          Stream.of(body.split("\n\n", -1))
              .filter(text -> !text.isBlank())
              .<Block>map(text -> new Block.Paragraph(List.of(Run.plain(text))))
              .toList());
    }
  }

  static ChannelStyle style() {
    return new ChannelStyle(
        "example_news",
        Map.of(
            Language.RU,
            new Footer("Подпишитесь на наш канал в Telegram!", "https://t.me/example_news")),
        ENGLISH,
        ZoneId.of("Asia/Almaty"),
        30);
  }

  static Article article(Content content) {
    return article(content, Plan.atOnce());
  }

  static Article article(Content content, Plan plan) {
    Instant now = Instant.parse("2025-03-01T06:00:00Z");
    return new Article(
        1, null, content, plan, new Article.Standing(ArticleState.QUEUED, null, null), now, now);
  }
}
