package kz.zharshy.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.Draft;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.language.Language;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.Length;
import kz.zharshy.post.Post;
import kz.zharshy.post.PostMaker;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.source.reader.ArticleReader;

/**
 * The articles of the gallery and what they become. An article whose name has {@code excerpt},
 * {@code quote} or {@code rich} in it is for a channel of that {@code length}.
 */
final class Gallery {
  static final Path FOLDER = Path.of("src/test/resources/kz/zharshy/gallery");
  static final String CHANNEL = "example_news";

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final String LINK = "https://t.me/" + CHANNEL;
  private static final Instant NOON = Instant.parse("2026-03-17T07:00:00Z");

  private final ArticleReader reader = new ArticleReader(ALMATY);
  private final PostMaker maker = new PostMaker(new BodyBlocks());

  /** The files of the articles, in their order. */
  List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.toString().endsWith(".expected")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The article in a file. */
  Article article(Path file) {
    try {
      SourceText text = new SourceText(file.getFileName().toString(), Files.readAllBytes(file));
      Draft draft = reader.read(text).get(0);
      return new Article(
          1,
          null,
          draft.content(),
          draft.plan(),
          new Article.Standing(draft.state(), null, null),
          NOON,
          NOON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnreadableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the article in a file becomes. */
  Post post(Path file) {
    Article article = article(file);
    return maker.make(
        article, article.content().spokenLanguage(), style(file), RelatedPosts.NONE, NOON);
  }

  private static ChannelStyle style(Path file) {
    return new ChannelStyle(
            CHANNEL,
            Map.of(
                Language.KK,
                new Footer("Telegram-арнамызға жазылыңыз!", LINK),
                Language.RU,
                new Footer("Подпишитесь на наш Telegram-канал!", LINK)),
            new Footer("Subscribe to our Telegram channel!", LINK),
            ALMATY,
            30)
        .withLength(length(file));
  }

  /** The length of the channel that a file is for. */
  static Length length(Path file) {
    return Stream.of(Length.values())
        .filter(length -> file.toString().contains("-" + length.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(Length.SPLIT);
  }
}
