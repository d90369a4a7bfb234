package kz.zharshy.chat.editor;

import java.util.Optional;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.store.Team;
import org.telegram.telegrambots.meta.api.objects.User;

/** {@code /start} by the link of an invitation; any other start is the readers'. */
public final class JoinCommand implements Command {
  private static final String INVITATION = "i_";

  private final EditorContext context;
  private final Command readers;

  public JoinCommand(EditorContext context, Command readers) {
    this.context = context;
    this.readers = readers;
  }

  @Override
  public CommandInfo info() {
    return readers.info();
  }

  @Override
  public Reply answer(Request request) {
    if (!request.privately()
        || request.message() == null
        || !request.words().startsWith(INVITATION)) {
      return readers.answer(request);
    }
    Language language = request.requester().language();
    if (request.requester().mayActAs(Role.EDITOR)) {
      return Reply.say(context.say(language, "team.already"));
    }
    User from = request.message().getFrom();
    String name =
        (from.getFirstName() + (from.getLastName() == null ? "" : " " + from.getLastName()))
            .strip();
    Optional<Team.Rank> rank =
        context
            .database()
            .team()
            .join(
                TeamCommand.hash(request.words().substring(INVITATION.length())),
                from.getId(),
                name.isEmpty() ? Long.toString(from.getId()) : name,
                context.now());
    if (rank.isEmpty()) {
      return Reply.say(context.say(language, "team.no-invitation"));
    }
    return Reply.say(
        context.say(
            language,
            rank.get() == Team.Rank.EDITOR ? "team.joined-editor" : "team.joined-author"));
  }
}
