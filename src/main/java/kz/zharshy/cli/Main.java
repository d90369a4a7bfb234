package kz.zharshy.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The program's entry. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Pictures are drawn on servers that have no screen; a desktop's is not needed either.
    System.setProperty("java.awt.headless", "true");
    // Whatever the locale of the machine is: articles are Cyrillic.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(System.in, out, err, System.getenv(), Clock.systemUTC());
    System.exit(ZharshyCommand.execute(terminal, args));
  }
}
