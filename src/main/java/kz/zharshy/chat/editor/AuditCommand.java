package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.store.Audit;

/** {@code /audit}: who did what, and who tried to, the newest first. */
record AuditCommand(EditorContext context) implements Command {
  private static final int LINES = 25;
  private static final int ROOM = 300;

  @Override
  public CommandInfo info() {
    return CommandInfo.of("audit", Role.OWNER);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    List<Audit.Line> lines = context.database().audit().latest(LINES);
    Answer.Writer text = Answer.writer().bold(context.say(language, "audit.title"));
    for (Audit.Line line : lines) {
      if (text.hasRoomFor(ROOM)) {
        text.text("\n" + told(language, line));
      }
    }
    return Reply.say(text.done());
  }

  private String told(Language language, Audit.Line line) {
    String at = context.when(language, line.at());
    return line.isNameless()
        ? context.say(language, "audit.nobody", at, line.deed())
        : context.say(
            language,
            line.done() ? "audit.done" : "audit.tried",
            at,
            line.who(),
            Long.toString(line.userId()),
            line.deed());
  }
}
