package kz.zharshy.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = number();
    return new String[] {"zharshy " + (version.isEmpty() ? "(not from a jar)" : version)};
  }

  /** Empty where the program runs from no jar. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
