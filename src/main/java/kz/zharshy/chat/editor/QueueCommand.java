package kz.zharshy.chat.editor;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.queue.ArticleQueue;

/** {@code /queue}: what goes out next, where and, if it is known, when. */
final class QueueCommand implements Command {
  private static final int SHOWN = 10;

  private final Phrases phrases;
  private final ArticleQueue queue;
  private final Destination destination;
  private final ZoneId zone;
  private final Clock clock;
  private final DateWords dates = new DateWords();

  QueueCommand(
      Phrases phrases, ArticleQueue queue, Destination destination, ZoneId zone, Clock clock) {
    this.phrases = phrases;
    this.queue = queue;
    this.destination = destination;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "queue";
  }

  @Override
  public Role audience() {
    return Role.EDITOR;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    List<Article> shown = queue.waiting(SHOWN);
    if (shown.isEmpty()) {
      return Reply.say(phrases.get(language, "queue.none"));
    }
    int all = queue.count(ArticleState.QUEUED) + queue.count(ArticleState.PUBLISHING);
    // Something may have gone out or come in between the two looks.
    int waiting = Math.max(all, shown.size());
    Answer.Writer answer = Answer.writer().bold(phrases.count(language, "queue.waiting", waiting));
    for (Article article : shown) {
      answer.text("\n\n" + line(article, language));
    }
    if (waiting > shown.size()) {
      answer.text("\n\n" + phrases.count(language, "more", waiting - shown.size()));
    }
    return Reply.say(answer.done());
  }

  private String line(Article article, Language language) {
    return phrases.get(
        language,
        "queue.line",
        Long.toString(article.id()),
        HeadlineText.line(article.content().title()),
        destination.of(article),
        when(article, language));
  }

  private String when(Article article, Language language) {
    if (article.state() == ArticleState.PUBLISHING) {
      return phrases.get(language, "queue.now");
    }
    Instant at = article.plan().publishAt();
    return at == null || !at.isAfter(clock.instant())
        ? phrases.get(language, "queue.in-turn")
        : dates.dateTime(language, LocalDateTime.ofInstant(at, zone));
  }
}
