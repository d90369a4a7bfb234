package kz.zharshy.chat.editor;

import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.Taker;
import kz.zharshy.source.MessageReader;
import kz.zharshy.source.MessageText;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Takes a message as the answer to what the person was asked last. */
final class AnswerTaker implements Taker {
  private static final int LONGEST_TIME = 80;

  private final Desk desk;
  private final Questions questions;
  private final CardCommand cards;
  private final TimePicker times;
  private final Review review;
  private final Intake intake;
  private final Correction correction;

  AnswerTaker(
      Desk desk,
      Questions questions,
      CardCommand cards,
      TimePicker times,
      Review review,
      Intake intake,
      Correction correction) {
    this.desk = desk;
    this.questions = questions;
    this.cards = cards;
    this.times = times;
    this.review = review;
    this.intake = intake;
    this.correction = correction;
  }

  @Override
  public Optional<Reply> take(Question question) {
    Message message = question.message();
    if (message == null
        || question.forwarded()
        || !message.hasText()
        || !question.asker().mayActAs(Role.AUTHOR)) {
      return Optional.empty();
    }
    return questions.open(question).flatMap(open -> answer(open, message, question));
  }

  private Optional<Reply> answer(Questions.Open open, Message message, Question question) {
    if (open.kind().equals("headline")) {
      questions.ask(question, "body", 0, question.words().lines().findFirst().orElse(""));
      return Optional.of(Reply.say(desk.say(question.asker().language(), "post.body")));
    }
    if (open.kind().equals("body")) {
      questions.answered(question);
      MessageText body = new MessageText(message.getText(), Intake.entities(message.getEntities()));
      return Optional.of(intake.draft(new MessageReader().content(open.kept(), body), question));
    }
    Optional<Article> article = desk.articles().find(open.article());
    if (article.isEmpty() || open.kind().equals("fix") || isArticle(open, question)) {
      return Optional.empty();
    }
    return Optional.of(about(article.get(), open, message, question));
  }

  /** Nobody writes a time in so many words: it is the next article. */
  private static boolean isArticle(Questions.Open open, Question question) {
    return open.kind().equals("at")
        && (question.words().contains("\n") || question.words().length() > LONGEST_TIME);
  }

  private Reply about(Article article, Questions.Open open, Message message, Question question) {
    boolean mayDecide = question.asker().mayActAs(Role.EDITOR);
    boolean mayWrite = mayDecide || article.state() == ArticleState.DRAFT;
    if (!mayWrite || (!mayDecide && !open.kind().equals("edit"))) {
      // Asked when the person could still do more.
      questions.answered(question);
      return Reply.none();
    }
    desk.note(question, "/card %d %s %s".formatted(article.id(), open.kind(), question.words()));
    if (open.kind().equals("at")) {
      return times.read(
          question.words(),
          question.asker().language(),
          at -> {
            questions.answered(question);
            return cards.at(article, at, question);
          });
    }
    if (open.kind().equals("changes")) {
      questions.answered(question);
      return review.changes(article, question.words(), question);
    }
    return intake
        .content(message)
        .map(content -> rewritten(article, content, question))
        .orElseGet(Reply::none);
  }

  private Reply rewritten(Article article, Content said, Question question) {
    Content content =
        Contents.said(article.content(), said.title(), said.body(), said.bodyFormat());
    questions.answered(question);
    return article.state() == ArticleState.PUBLISHED
        ? correction.proposed(article, content, question)
        : review.rewritten(article, content, question);
  }
}
