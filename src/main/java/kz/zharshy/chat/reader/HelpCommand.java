package kz.zharshy.chat.reader;

import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/** {@code /help}: what the person who asks can do. */
final class HelpCommand implements Command {
  private final Phrases phrases;

  HelpCommand(Phrases phrases) {
    this.phrases = phrases;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public Role audience() {
    return Role.READER;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    Answer.Writer answer =
        Answer.writer()
            .bold(phrases.get(language, "help.title"))
            .text("\n\n" + phrases.get(language, "help.reader"));
    if (question.privately() && question.asker().mayActAs(Role.EDITOR)) {
      answer
          .text("\n\n")
          .bold(phrases.get(language, "help.owner.title"))
          .text("\n\n" + phrases.get(language, "help.owner"));
    }
    return Reply.say(answer.done());
  }
}
