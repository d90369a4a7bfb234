package kz.zharshy.cli;

import java.io.PrintStream;
import java.time.Clock;
import kz.zharshy.health.ErrorEnd;

/** The program's entry. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    ErrorEnd.install();
    // Pictures are drawn on servers that have no screen; a desktop's is not needed either.
    System.setProperty("java.awt.headless", "true");
    // Whatever the locale of the machine is: articles are Cyrillic.
    PrintStream err = VisibleOutput.of(System.err);
    // What Java itself has to say of a thread's end goes there too.
    System.setErr(err);
    Terminal terminal =
        new Terminal(
            System.in, VisibleOutput.of(System.out), err, System.getenv(), Clock.systemUTC());
    System.exit(ZharshyCommand.execute(terminal, args));
  }
}
