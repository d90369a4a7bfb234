package kz.zharshy.chat.editor;

import java.util.Optional;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.store.ErrorEnds;
import kz.zharshy.store.ErrorEnds.Aside;

/** {@code /release}: an editor's word that what ended the bot may be tried again. */
record ReleaseCommand(EditorContext context) implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of("release", Role.EDITOR).unlisted();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    ErrorEnds ends = context.database().errorEnds();
    Optional<Aside> chosen =
        ends.all().stream()
            .filter(aside -> request.words().strip().equals(Long.toString(aside.id())))
            .findFirst();
    if (chosen.isEmpty()) {
      return Reply.say(context.say(language, "release.how"));
    }
    ends.release(chosen.get().task());
    String what = context.reason(language, chosen.get().task().said());
    return Reply.change(Answer.of(context.say(language, "release.done", what)));
  }
}
