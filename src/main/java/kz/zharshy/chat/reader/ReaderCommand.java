package kz.zharshy.chat.reader;

import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Role;

/** A command that every reader has. */
abstract class ReaderCommand implements Command {
  private final CommandInfo info;

  ReaderCommand(CommandInfo info) {
    this.info = info;
  }

  /** A reader's command of this name. */
  static CommandInfo reader(String name) {
    return CommandInfo.of(name, Role.READER);
  }

  @Override
  public final CommandInfo info() {
    return info;
  }
}
