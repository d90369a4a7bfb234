package kz.zharshy.chat.reader;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyReader;
import kz.zharshy.chat.Requester;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.post.PostPart;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.Archive;
import kz.zharshy.store.PersonalData;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.store.Readers;
import kz.zharshy.store.Readers.Reader;
import kz.zharshy.store.Statistics;

/**
 * What the readers' commands answer from.
 *
 * @param botName the bot's user name without {@code @}
 * @param channels the names of the bot's channels without {@code @}
 * @param texts gives an article's whole text
 * @param zone in which readers are told the time who have named none
 */
public record ReaderContext(
    String botName,
    List<String> channels,
    QueueDatabase database,
    ArticleIndex index,
    Texts texts,
    ZoneId zone,
    Clock clock) {
  /** Gives an article's text as messages. Implementations are safe for several threads. */
  @FunctionalInterface
  public interface Texts {
    /**
     * The parts that would publish the article, in their order.
     *
     * @throws kz.zharshy.post.PostException if it cannot be put into messages
     */
    List<PostPart> of(Article article);
  }

  private static final Phrases PHRASES = Phrases.of("chat/reader");

  public ReaderContext {
    channels = List.copyOf(channels);
  }

  String say(Language language, String key, Object... args) {
    return PHRASES.get(language, key, args);
  }

  String count(Language language, String key, long number, Object... args) {
    return PHRASES.count(language, key, number, args);
  }

  Archive archive() {
    return database.archive();
  }

  Readers readers() {
    return database.readers();
  }

  PersonalData personalData() {
    return database.personalData();
  }

  Statistics statistics() {
    return database.statistics();
  }

  /** Reads the bodies of articles. */
  BodyReader bodies() {
    return new BodyBlocks();
  }

  ZoneId zoneOf(Requester requester) {
    ZoneId own = readers().find(requester.userId()).map(Reader::zone).orElse(null);
    return own == null ? zone : own;
  }

  LocalDate today(ZoneId where) {
    return LocalDate.ofInstant(clock.instant(), where);
  }

  /** The address that opens an article in the chat with the bot. */
  String deepLink(long articleId) {
    return "https://t.me/" + botName + "?start=a_" + articleId;
  }
}
