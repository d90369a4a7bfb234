package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.source.MessageReader;
import kz.zharshy.source.MessageText;

/** {@code /suggest}: a reader's news; the editors get it as a card. */
final class SuggestCommand implements Command {
  /** More than this nobody reads; the next has to wait until some are decided. */
  private static final int MOST_OPEN = 50;

  private final Desk desk;
  private final Review review;

  SuggestCommand(Desk desk, Review review) {
    this.desk = desk;
    this.review = review;
  }

  @Override
  public String name() {
    return "suggest";
  }

  @Override
  public Role audience() {
    return Role.READER;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    Optional<Content> content =
        new MessageReader().read(new MessageText(question.words(), List.of()));
    if (content.isEmpty()) {
      return Reply.say(desk.say(language, "suggest.how"));
    }
    if (desk.articles().count(ArticleState.REVIEW) >= MOST_OPEN) {
      return Reply.say(desk.say(language, "suggest.full"));
    }
    Draft draft =
        new Draft(
            "telegram:" + question.updateId(), content.get(), Plan.atOnce(), ArticleState.REVIEW);
    Article article = desk.articles().add(draft, Desk.actor(question), desk.now()).article();
    return Reply.say(desk.say(language, "suggest.thanks")).and(review.toEditors(article));
  }
}
