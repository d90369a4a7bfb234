package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.QueueException;
import org.telegram.telegrambots.meta.api.objects.Document;

/**
 * {@code /post}: puts an article into the queue. The headline stands on the first line and the body
 * below, or a text file comes along; where nothing does, it is asked for step by step. The update's
 * number becomes the article's name, so that an update that is handled twice makes one article.
 */
record PostCommand(
    Phrases phrases, EditorContext context, ArticleFile file, Questions questions, Intake intake)
    implements Command, MessageHandler {
  /** The kinds of its questions. */
  static final String HEADLINE = "post-headline";

  static final String BODY = "post-body";

  private static final int MOST_LINES = 10;

  /** Room for "and so many more". */
  private static final int LAST_LINE = 100;

  @Override
  public CommandInfo info() {
    return CommandInfo.of("post", Role.AUTHOR);
  }

  /** A file of several articles that comes without any command. */
  @Override
  public Optional<Reply> take(Request request) {
    boolean taken = request.file() != null && request.requester().mayActAs(Role.EDITOR);
    return taken ? Optional.of(answer(request)) : Optional.empty();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Document sent = request.file();
    if (sent == null && request.words().isEmpty() && !request.pictured()) {
      questions.ask(request, HEADLINE, 0, "");
      return Reply.say(phrases.get(language, "post.headline"));
    }
    if (request.pictured() || !request.requester().mayActAs(Role.EDITOR)) {
      return intake.told(request);
    }
    try {
      List<Draft> drafts =
          sent == null ? List.of(draft(request.words(), language)) : file.drafts(sent, language);
      return queued(drafts, request);
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

  private Reply queued(List<Draft> drafts, Request request) {
    Answer.Writer answer = Answer.writer();
    int untold = 0;
    for (int i = 0; i < drafts.size(); i++) {
      String line = queued(named(drafts.get(i), request.updateId(), i), request);
      if (i < MOST_LINES && untold == 0 && answer.hasRoomFor(line.length() + LAST_LINE)) {
        answer.text(line + "\n");
      } else {
        untold++;
      }
    }
    if (untold > 0) {
      answer.text(phrases.count(request.requester().language(), "more", untold));
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

  private String queued(Draft draft, Request request) {
    Language language = request.requester().language();
    String actor = "telegram:" + request.requester().userId();
    try {
      ArticleQueue.Added added = context.articles().add(draft, actor, context.now());
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
      String reason = context.reason(language, e.reason());
      return phrases.get(language, "post.refused", reason);
    }
  }

  private String queued(ArticleQueue.Added added, Language language) {
    return phrases.get(
        language,
        "post.queued",
        Long.toString(added.article().id()),
        context.channel(added.article()).name());
  }
}
