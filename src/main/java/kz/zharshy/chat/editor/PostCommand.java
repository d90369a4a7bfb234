package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;

/**
 * {@code /post}: puts an article into the queue. The headline stands on the first line and the body
 * below, or a text file comes along; where nothing does, it is asked for step by step.
 */
record PostCommand(
    EditorContext context,
    ArticleFile file,
    Questions questions,
    Intake intake,
    Reception reception)
    implements Command {
  /** The kinds of its questions. */
  static final String HEADLINE = "post-headline";

  static final String BODY = "post-body";

  @Override
  public CommandInfo info() {
    return CommandInfo.of("post", Role.AUTHOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    boolean filed = request.file() != null;
    if (!filed && request.words().isEmpty() && !request.pictured()) {
      questions.ask(request, HEADLINE, 0, "");
      return Reply.say(context.say(language, "post.headline"));
    }
    if (request.pictured() || !request.requester().mayActAs(Role.EDITOR)) {
      return intake.told(request);
    }
    try {
      List<Gate.Entry> entries = filed ? file.entries(request) : List.of(words(request, language));
      return entries.size() == 1 && reception.known(entries.get(0), request).isPresent()
          ? reception.take(entries.get(0), request)
          : reception.takeAll(entries, true, request);
    } catch (RefusedArticleException e) {
      return Reply.say(e.answer());
    }
  }

  private Gate.Entry words(Request request, Language language) throws RefusedArticleException {
    String[] parts = request.words().split("\\R", 2);
    if (parts.length < 2 || parts[1].isBlank()) {
      throw new RefusedArticleException(context.say(language, "post.no-body"));
    }
    Content content = Content.builder(parts[0].strip(), parts[1].strip()).build();
    return Gate.message(Draft.of(content), Gate.own(request.updateId()));
  }
}
