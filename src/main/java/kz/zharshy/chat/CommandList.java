package kz.zharshy.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
}
