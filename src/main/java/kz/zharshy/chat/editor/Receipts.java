package kz.zharshy.chat.editor;

import java.util.Optional;
import java.util.function.LongFunction;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.NoticeDelivery;
import kz.zharshy.chat.PeopleDirectory;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.QueueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever let an article go out that it is out, with what can be done next. */
public final class Receipts implements PublishListener {
  private static final Logger log = LoggerFactory.getLogger(Receipts.class);

  private final EditorContext context;
  private final PeopleDirectory people;
  private final LongFunction<Optional<Language>> languages;
  private final NoticeDelivery delivery;

  /**
   * Receipts.
   *
   * @param people who still belongs to the newsroom
   * @param languages the languages that people chose, by their user id
   */
  public Receipts(
      EditorContext context,
      PeopleDirectory people,
      LongFunction<Optional<Language>> languages,
      NoticeDelivery delivery) {
    this.context = context;
    this.people = people;
    this.languages = languages;
    this.delivery = delivery;
  }

  @Override
  public void published(Article article, Delivery last, long firstMessageId) {
    try {
      responsible(article).ifPresent(id -> tell(id, article, last.channel(), firstMessageId));
    } catch (QueueException e) {
      log.warn("Nobody was told that article {} is out: {}", article.id(), e.getMessage());
    }
  }

  private void tell(long id, Article article, String channel, long message) {
    Language language = new StaffMessages(languages).language(id);
    CardButtons keys = new CardButtons(context, language, article.id());
    Buttons buttons =
        Buttons.none().row(keys.opens("https://t.me/%s/%d".formatted(channel, message)));
    if (people.role(id).mayActAs(Role.EDITOR)) {
      buttons =
          buttons.row(keys.of("edit"), keys.of("withdraw")).row(keys.of("pin"), keys.of("again"));
    }
    String headline = HeadlineText.line(article.content().title());
    delivery.tell(
        id, context.say(language, "receipt", Long.toString(article.id()), headline), buttons);
  }

  /** Who put it into the queue last, while that is somebody of the newsroom. */
  private Optional<Long> responsible(Article article) {
    return context.articles().history(article.id()).stream()
        .filter(line -> line.event().equals("queued") || line.event().equals("added"))
        .reduce((earlier, later) -> later)
        .map(HistoryLine::actor)
        .flatMap(EditorContext::person)
        .filter(id -> people.role(id).mayActAs(Role.AUTHOR));
  }
}
