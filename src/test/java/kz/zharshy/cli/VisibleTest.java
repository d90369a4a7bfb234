package kz.zharshy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Objects;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody's words command a terminal, or pass for a line of the log. */
final class VisibleTest {
  private static final String HOSTILE =
      "Snow\u001B[2J\u009B31m\u202Egpj.exe\u2066\r\n12:00:00 INFO  The channel is gone.\u0000\u2028";

  private static final String SHOWN =
      "Snow\\u001B[2J\\u009B31m\\u202Egpj.exe\\u2066\\r\\n12:00:00 INFO  The channel is gone."
          + "\\u0000\\u2028";

  @TempDir private Path folder;

  @Test
  void aMessageOfTheLogStaysOnItsLine() throws Exception {
    assertThat(logged("Article 1 is out: {}", null, HOSTILE))
        .isEqualTo("INFO  Article 1 is out: " + SHOWN + "\n");
  }

  @Test
  void aTraceKeepsItsLinesAndGetsNoForgedOnes() throws Exception {
    Exception cause = new IllegalStateException(HOSTILE);
    String logged = logged("It failed", new IllegalStateException("outer", cause));
    assertThat(logged)
        .contains("\nCaused by: java.lang.IllegalStateException: Snow\\u001B[2J")
        .contains("\n\tat ")
        .doesNotContain("\n12:00:00");
    assertThat(logged.lines()).allMatch(line -> line.matches("(INFO|java|\\tat|Caused|\\t\\.).*"));
  }

  @Test
  void theTerminalShowsWhatWouldCommandIt() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream terminal = VisibleOutput.of(bytes);
    terminal.print("Алматыда қар жауды ❄️ \u001B]0;title\u0007\t– a\n\u009B31m\u061C\uD83C\uDF28");
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "Алматыда қар жауды ❄️ \\u001B]0;title\\u0007\t– a\n\\u009B31m\\u061C\uD83C\uDF28");
  }

  @Test
  void bytesThatAreNoTextHideNothing() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream terminal = VisibleOutput.of(bytes);
    terminal.write(new byte[] {(byte) 0xC2, 0x1B, '[', (byte) 0xE2, (byte) 0x80, 0x1B, 'c'}, 0, 7);
    terminal.close();
    assertThat(bytes.toByteArray())
        .doesNotContain((byte) 0x1B)
        .startsWith((byte) 0xC2, (byte) '\\', (byte) 'u');
  }

  @Test
  void titlesAreShownOnOneLineByEveryCommand() throws Exception {
    Program program = Program.in(folder);
    assertThat(program.run("queue")).isZero();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO article (title, body) VALUES (?, ?)")) {
      insert.setString(1, HOSTILE.replace("\u0000", ""));
      insert.setString(2, "Schools\u001B[2J are closed.");
      insert.execute();
    }
    String shown = SHOWN.replace("\\u0000", "");
    assertThat(program.run("queue")).isZero();
    assertThat(program.out().lines().findFirst()).contains("     1  queued     " + shown);
    assertThat(program.run("show", "1")).isZero();
    assertThat(program.out()).contains(shown + "\n\nSchools\\u001B[2J are closed.\n");
    assertThat(program.run("why", "1")).isZero();
    assertThat(program.out()).startsWith("1  " + shown + "\n");
  }

  @Test
  void namesOfFilesAreShownWhereTheyCannotBeRead() throws Exception {
    Path file = Files.writeString(folder.resolve("a\u001B[31m\nb.json"), "[");
    Program program = Program.in(folder);
    assertThat(program.run("add", file.toString())).isEqualTo(ZharshyCommand.FAILED);
    assertThat(program.err()).contains("a\\u001B[31m\\nb.json").doesNotContain("\u001B");
    assertThat(ReasonText.forLog(Reason.of(ReasonCode.EMPTY, "a\nb"))).startsWith("a\\nb");
  }

  private static String logged(String message, @Nullable Throwable thrown, Object... arguments)
      throws Exception {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Objects.requireNonNull(VisibleTest.class.getResource("/logback.xml")));
    ch.qos.logback.classic.Logger root = context.getLogger("ROOT");
    LoggingEvent event =
        new LoggingEvent(
            "kz.zharshy", root, ch.qos.logback.classic.Level.INFO, message, thrown, arguments);
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>) root.getAppender("console");
    String line = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    context.stop();
    return line.substring("12:00:00 ".length());
  }
}
