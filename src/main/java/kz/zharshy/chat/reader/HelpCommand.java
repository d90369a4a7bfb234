package kz.zharshy.chat.reader;

import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/** {@code /help}: what the person who asks can do. */
final class HelpCommand extends ReaderCommand {
  private final Phrases phrases;

  HelpCommand(Phrases phrases) {
    super("help");
    this.phrases = phrases;
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Answer.Writer answer =
        Answer.writer()
            .bold(phrases.get(language, "help.title"))
            .text("\n\n" + phrases.get(language, "help.reader"));
    if (request.privately() && request.requester().mayActAs(Role.EDITOR)) {
      answer
          .text("\n\n")
          .bold(phrases.get(language, "help.owner.title"))
          .text("\n\n" + phrases.get(language, "help.owner"));
    }
    return Reply.change(answer.done());
  }
}
