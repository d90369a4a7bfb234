package kz.zharshy.chat.editor;

import java.util.Optional;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.queue.Team;
import org.telegram.telegrambots.meta.api.objects.User;

/** {@code /start} by the link of an invitation; any other start is the readers'. */
public final class JoinCommand implements Command {
  private static final String INVITATION = "i_";

  private final Desk desk;
  private final Command readers;

  /** The command in front of the readers' {@code /start}. */
  public JoinCommand(Desk desk, Command readers) {
    this.desk = desk;
    this.readers = readers;
  }

  @Override
  public String name() {
    return readers.name();
  }

  @Override
  public Role audience() {
    return Role.READER;
  }

  @Override
  public Reply answer(Question question) {
    if (!question.privately()
        || question.message() == null
        || !question.words().startsWith(INVITATION)) {
      return readers.answer(question);
    }
    Language language = question.asker().language();
    if (question.asker().mayActAs(Role.EDITOR)) {
      return Reply.say(desk.say(language, "team.already"));
    }
    User from = question.message().getFrom();
    String name =
        (from.getFirstName() + (from.getLastName() == null ? "" : " " + from.getLastName()))
            .strip();
    Optional<Team.Rank> rank =
        desk.database()
            .team()
            .join(
                TeamCommand.hash(question.words().substring(INVITATION.length())),
                from.getId(),
                name.isEmpty() ? Long.toString(from.getId()) : name,
                desk.now());
    if (rank.isEmpty()) {
      return Reply.say(desk.say(language, "team.no-invitation"));
    }
    return Reply.say(
        desk.say(
            language,
            rank.get() == Team.Rank.EDITOR ? "team.joined-editor" : "team.joined-author"));
  }
}
