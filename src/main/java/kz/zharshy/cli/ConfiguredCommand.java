package kz.zharshy.cli;

import picocli.CommandLine.Mixin;

/** A command that reads the settings. */
abstract class ConfiguredCommand extends TerminalCommand {
  @Mixin(name = "common")
  CommonOptions common = new CommonOptions();
}
