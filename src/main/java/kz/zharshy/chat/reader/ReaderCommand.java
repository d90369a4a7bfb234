package kz.zharshy.chat.reader;

import kz.zharshy.chat.Command;
import kz.zharshy.chat.Role;

/** A command that every reader has. */
abstract class ReaderCommand implements Command {
  private final String name;

  ReaderCommand(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Role audience() {
    return Role.READER;
  }
}
