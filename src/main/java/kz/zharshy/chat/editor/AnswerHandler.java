package kz.zharshy.chat.editor;

import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.source.message.MessageReader;
import kz.zharshy.source.message.MessageText;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Takes a message as the answer to what the person was asked last. */
final class AnswerHandler implements MessageHandler {
  private static final int LONGEST_TIME = 80;
  private static final Set<String> EDITS = Set.of("edit", "headline", "text", "section");
  private static final Set<String> TIMES = Set.of("at", "pin");

  /** What is answered by words about an article. */
  static final Set<String> TAKEN =
      Set.of("edit", "headline", "text", "section", "at", "changes", "pin");

  private final EditorContext context;
  private final Questions questions;
  private final CardCommand cards;
  private final TimePicker times;
  private final Review review;
  private final Intake intake;
  private final Editing editing;
  private final Pinning pinning;

  AnswerHandler(
      EditorContext context,
      Questions questions,
      CardCommand cards,
      Intake intake,
      CardDialogues dialogues) {
    this.context = context;
    this.questions = questions;
    this.cards = cards;
    this.times = dialogues.times();
    this.review = dialogues.review();
    this.intake = intake;
    this.editing = dialogues.editing();
    this.pinning = dialogues.pinning();
  }

  @Override
  public Optional<Reply> take(Request request) {
    Message message = request.message();
    if (message == null
        || request.forwarded()
        || !message.hasText()
        || !request.requester().mayActAs(Role.AUTHOR)) {
      return Optional.empty();
    }
    return questions.open(request).flatMap(open -> answer(open, message, request));
  }

  private Optional<Reply> answer(Questions.Open open, Message message, Request request) {
    if (open.kind().equals(PostCommand.HEADLINE)) {
      questions.ask(request, PostCommand.BODY, 0, request.words().lines().findFirst().orElse(""));
      return Optional.of(Reply.say(context.say(request.requester().language(), "post.body")));
    }
    if (open.kind().equals(PostCommand.BODY)) {
      questions.answered(request);
      MessageText body = new MessageText(message.getText(), Intake.entities(message.getEntities()));
      return Optional.of(intake.draft(new MessageReader().content(open.kept(), body), request));
    }
    Optional<Article> article = context.articles().find(open.article());
    if (article.isEmpty() || !TAKEN.contains(open.kind()) || isArticle(open, request)) {
      return Optional.empty();
    }
    return Optional.of(about(article.get(), open, message, request));
  }

  /** Nobody writes a time in so many words: it is the next article. */
  private static boolean isArticle(Questions.Open open, Request request) {
    return TIMES.contains(open.kind())
        && (request.words().contains("\n") || request.words().length() > LONGEST_TIME);
  }

  private Reply about(Article article, Questions.Open open, Message message, Request request) {
    boolean mayDecide = request.requester().mayActAs(Role.EDITOR);
    boolean let = mayDecide || EDITS.contains(open.kind());
    String deed = "/card %d %s %s".formatted(article.id(), open.kind(), request.words());
    context.note(request, deed, let);
    if (!let) {
      // Asked when the person could still do more.
      questions.answered(request);
      return Reply.none();
    }
    if (!mayDecide && article.state() != ArticleState.DRAFT) {
      questions.answered(request);
      return cards.tooLate(article, request);
    }
    if (EDITS.contains(open.kind())) {
      return editing.take(article, open, message, request).orElseGet(Reply::none);
    }
    if (!open.kept().isEmpty() && !open.kept().equals(CardVersion.of(article))) {
      questions.answered(request);
      return cards.tooLate(article, request);
    }
    if (open.kind().equals("changes")) {
      questions.answered(request);
      return review.changes(article, request.words(), request);
    }
    if (open.kind().equals("pin")) {
      return pinning.pin(article, request.words(), request);
    }
    return times.read(
        request.words(),
        request.requester().language(),
        at -> {
          questions.answered(request);
          return cards.at(article, at, request);
        });
  }
}
