package kz.zharshy.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * What a command has of the world around it. Texts are UTF-8.
 *
 * @param environment may hold secrets; never printed
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Clock clock) {
  Terminal {
    environment = Map.copyOf(environment);
  }

  @Override
  public String toString() {
    return "Terminal";
  }
}
