package kz.zharshy.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/**
 * All commands of the bot, the help among them, in the order in which menus and help show them.
 *
 * @param all the help last
 */
public record CommandList(List<Command> all) {
  public CommandList {
    all = List.copyOf(all);
  }

  /** These commands, and the help that tells about them. */
  public static CommandList withHelp(List<Command> commands) {
    List<CommandInfo> infos = commands.stream().map(Command::info).toList();
    List<Command> all = new ArrayList<>(commands);
    all.add(new HelpCommand(infos));
    return new CommandList(all);
  }

  Optional<Command> find(String name) {
    return all.stream().filter(command -> command.info().names().contains(name)).findFirst();
  }

  /** The one that somebody meant who mistyped its name; empty where none is near. */
  Optional<String> nearest(String typed, Role role) {
    int most = typed.length() <= 4 ? 1 : 2;
    return all.stream()
        .filter(command -> role.mayActAs(command.audience()))
        .map(Command::name)
        // What was not allowed is not offered once more.
        .filter(name -> !name.equals(typed))
        .filter(name -> EditDistance.between(typed, name) <= most || isBeginning(typed, name))
        .min(Comparator.comparingInt(name -> EditDistance.between(typed, name)));
  }

  private static boolean isBeginning(String typed, String name) {
    return typed.length() >= 3 && name.startsWith(typed);
  }

  /** What the menu of somebody of this role shows: the newsroom's commands first, help last. */
  List<CommandInfo> listed(Role role) {
    return infos()
        .filter(info -> role.mayActAs(info.audience()))
        .sorted(Comparator.comparing(info -> info.audience() == Role.READER))
        .toList();
  }

  /** What the menu of a group shows. */
  List<CommandInfo> inGroups() {
    return infos().filter(CommandInfo::inGroups).toList();
  }

  private Stream<CommandInfo> infos() {
    return all.stream().map(Command::info).filter(CommandInfo::listed);
  }

  /** {@code /help}: what the person who asks can do. */
  private static final class HelpCommand implements Command {
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
}
