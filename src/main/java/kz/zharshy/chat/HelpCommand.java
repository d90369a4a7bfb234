package kz.zharshy.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/** {@code /help}: what the person who asks can do. */
final class HelpCommand implements Command {
  private static final CommandInfo INFO = CommandInfo.of("help", Role.READER).alsoInGroups();

  private final Phrases phrases = Phrases.of("chat");
  private final List<CommandInfo> commands;

  /** Tells about these and about itself. */
  HelpCommand(List<CommandInfo> others) {
    this.commands = Stream.concat(others.stream(), Stream.of(INFO)).toList();
  }

  @Override
  public CommandInfo info() {
    return INFO;
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Answer.Writer answer =
        Answer.writer()
            .bold(phrases.get(language, "help.title"))
            .text("\n\n" + phrases.get(language, "help.reader"))
            .text("\n\n" + lines(language, Role.READER, true));
    Role role = request.requester().role();
    if (request.privately() && role != Role.READER) {
      answer
          .text("\n\n")
          .bold(phrases.get(language, "help.owner.title"))
          .text("\n\n" + phrases.get(language, "help.owner"))
          .text("\n\n" + lines(language, role, false));
    }
    return Reply.change(answer.done());
  }

  private String lines(Language language, Role role, boolean readers) {
    return commands.stream()
        .filter(info -> role.mayActAs(info.audience()))
        .filter(info -> (info.audience() == Role.READER) == readers)
        .map(info -> info.helpLine(language))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }
}
