package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.Taker;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.queue.ArticleQueue;
import kz.zharshy.queue.QueueException;
import org.telegram.telegrambots.meta.api.objects.Document;

/**
 * {@code /post}: puts an article into the queue. The headline stands on the first line and the body
 * below, or a text file comes along; where nothing does, it is asked for step by step. The update's
 * number becomes the article's name, so that an update that is handled twice makes one article.
 */
final class PostCommand implements Command, Taker {
  /** The kinds of its questions. */
  static final String HEADLINE = "post-headline";

  static final String BODY = "post-body";

  private static final int MOST_LINES = 10;

  /** Room for "and so many more". */
  private static final int LAST_LINE = 100;

  private final Phrases phrases;
  private final Desk desk;
  private final ArticleFile file;
  private final Questions questions;
  private final Intake intake;

  PostCommand(Phrases phrases, Desk desk, ArticleFile file, Questions questions, Intake intake) {
    this.phrases = phrases;
    this.desk = desk;
    this.file = file;
    this.questions = questions;
    this.intake = intake;
  }

  @Override
  public String name() {
    return "post";
  }

  @Override
  public Role audience() {
    return Role.AUTHOR;
  }

  /** A file of several articles that comes without any command. */
  @Override
  public Optional<Reply> take(Question question) {
    boolean taken = question.file() != null && question.asker().mayActAs(Role.EDITOR);
    return taken ? Optional.of(answer(question)) : Optional.empty();
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    Document sent = question.file();
    if (sent == null && question.words().isEmpty() && !question.pictured()) {
      questions.ask(question, HEADLINE, 0, "");
      return Reply.say(phrases.get(language, "post.headline"));
    }
    if (question.pictured() || !question.asker().mayActAs(Role.EDITOR)) {
      return intake.told(question);
    }
    try {
      List<Draft> drafts =
          sent == null ? List.of(draft(question.words(), language)) : file.drafts(sent, language);
      return queued(drafts, question);
    } catch (RefusedArticleException e) {
      return Reply.say(e.answer());
    }
  }

  private Draft draft(String words, Language language) throws RefusedArticleException {
    String[] parts = words.split("\\R", 2);
    if (parts.length < 2 || parts[1].isBlank()) {
      throw new RefusedArticleException(phrases.get(language, "post.no-body"));
    }
    return Draft.of(Content.builder(parts[0].strip(), parts[1].strip()).build());
  }

  private Reply queued(List<Draft> drafts, Question question) {
    Answer.Writer answer = Answer.writer();
    int untold = 0;
    for (int i = 0; i < drafts.size(); i++) {
      String line = queued(named(drafts.get(i), question.updateId(), i), question);
      if (i < MOST_LINES && untold == 0 && answer.hasRoomFor(line.length() + LAST_LINE)) {
        answer.text(line + "\n");
      } else {
        untold++;
      }
    }
    if (untold > 0) {
      answer.text(phrases.count(question.asker().language(), "more", untold));
    }
    return Reply.say(answer.done());
  }

  private static Draft named(Draft draft, long updateId, int index) {
    if (draft.externalId() != null) {
      return draft;
    }
    String name = "telegram:" + updateId;
    return draft.withExternalId(index == 0 ? name : name + ":" + (index + 1));
  }

  private String queued(Draft draft, Question question) {
    Language language = question.asker().language();
    String actor = "telegram:" + question.asker().userId();
    try {
      ArticleQueue.Added added = desk.articles().add(draft, actor, desk.now());
      String number = Long.toString(added.article().id());
      return switch (added.addition()) {
        case ADDED -> queued(added, language);
        case CHANGED -> phrases.get(language, "post.changed", number);
        case UNCHANGED ->
            String.valueOf(draft.externalId()).startsWith("telegram:")
                ? queued(added, language)
                : phrases.get(language, "post.unchanged", number);
      };
    } catch (QueueException e) {
      if (e.kind() != QueueException.Kind.REFUSED) {
        throw e;
      }
      String reason = desk.reason(language, String.valueOf(e.getMessage()));
      return phrases.get(language, "post.refused", reason);
    }
  }

  private String queued(ArticleQueue.Added added, Language language) {
    return phrases.get(
        language,
        "post.queued",
        Long.toString(added.article().id()),
        desk.channel(added.article()).name());
  }
}
