package kz.zharshy.chat.editor;

import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
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
  private static final Set<String> EDITS = Set.of("edit", "headline", "text", "section");

  private static final Set<String> TIMES = Set.of("at", "pin");

  /** What is answered by words about an article. */
  static final Set<String> TAKEN =
      Set.of("edit", "headline", "text", "section", "at", "changes", "pin");

  private final Desk desk;
  private final Questions questions;
  private final CardCommand cards;
  private final TimePicker times;
  private final Review review;
  private final Intake intake;
  private final Editing editing;
  private final Pinning pinning;

  AnswerTaker(
      Desk desk,
      Questions questions,
      CardCommand cards,
      TimePicker times,
      Review review,
      Intake intake,
      Editing editing,
      Pinning pinning) {
    this.desk = desk;
    this.questions = questions;
    this.cards = cards;
    this.times = times;
    this.review = review;
    this.intake = intake;
    this.editing = editing;
    this.pinning = pinning;
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
    if (open.kind().equals(PostCommand.HEADLINE)) {
      questions.ask(question, PostCommand.BODY, 0, question.words().lines().findFirst().orElse(""));
      return Optional.of(Reply.say(desk.say(question.asker().language(), "post.body")));
    }
    if (open.kind().equals(PostCommand.BODY)) {
      questions.answered(question);
      MessageText body = new MessageText(message.getText(), Intake.entities(message.getEntities()));
      return Optional.of(intake.draft(new MessageReader().content(open.kept(), body), question));
    }
    Optional<Article> article = desk.articles().find(open.article());
    if (article.isEmpty() || !TAKEN.contains(open.kind()) || isArticle(open, question)) {
      return Optional.empty();
    }
    return Optional.of(about(article.get(), open, message, question));
  }

  /** Nobody writes a time in so many words: it is the next article. */
  private static boolean isArticle(Questions.Open open, Question question) {
    return TIMES.contains(open.kind())
        && (question.words().contains("\n") || question.words().length() > LONGEST_TIME);
  }

  private Reply about(Article article, Questions.Open open, Message message, Question question) {
    boolean mayDecide = question.asker().mayActAs(Role.EDITOR);
    boolean let = mayDecide || EDITS.contains(open.kind());
    String deed = "/card %d %s %s".formatted(article.id(), open.kind(), question.words());
    desk.note(question, deed, let);
    if (!let) {
      // Asked when the person could still do more.
      questions.answered(question);
      return Reply.none();
    }
    if (!mayDecide && article.state() != ArticleState.DRAFT) {
      questions.answered(question);
      return cards.tooLate(article, question);
    }
    if (EDITS.contains(open.kind())) {
      return editing.take(article, open, message, question).orElseGet(Reply::none);
    }
    if (!open.kept().isEmpty() && !open.kept().equals(AsShown.of(article))) {
      questions.answered(question);
      return cards.tooLate(article, question);
    }
    if (open.kind().equals("changes")) {
      questions.answered(question);
      return review.changes(article, question.words(), question);
    }
    if (open.kind().equals("pin")) {
      return pinning.pin(article, question.words(), question);
    }
    return times.read(
        question.words(),
        question.asker().language(),
        at -> {
          questions.answered(question);
          return cards.at(article, at, question);
        });
  }
}
