package kz.zharshy.cli;

import kz.zharshy.app.Application;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Application.version();
    return new String[] {"zharshy " + (version.isEmpty() ? "(not from a jar)" : version)};
  }
}
