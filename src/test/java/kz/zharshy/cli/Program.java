package kz.zharshy.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The command line, run inside the test: what it prints and how it ends. */
final class Program {
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private byte[] in = new byte[0];

  /** A program with a database in a folder and the channel {@code @example_news}. */
  static Program in(Path folder) {
    return new Program()
        .with("ZHARSHY_DATABASE", folder.resolve("queue.db").toString())
        .with("ZHARSHY_INBOX", folder.resolve("inbox").toString())
        .with("ZHARSHY_CHANNELS", "[{footer: 'Subscribe! https://t.me/example_news'}]");
  }

  Program with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Program input(String text) {
    in = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  int run(String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in),
            VisibleOutput.of(out),
            VisibleOutput.of(err),
            environment,
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
    return ZharshyCommand.execute(terminal, arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
