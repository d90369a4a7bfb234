package kz.zharshy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;

/** The bot as a process of its own, to be stopped or killed. */
public final class Bot implements AutoCloseable {
  private final Process process;
  private final Path output;

  private Bot(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Runs the bot against a server, with its database in the folder and no flood limits. */
  public static Bot against(SandboxServer telegram, Path folder, String... more)
      throws IOException {
    return against(telegram, folder, List.of(), more);
  }

  /** The same with options for its Java, and settings that replace the usual ones. */
  public static Bot against(SandboxServer telegram, Path folder, List<String> java, String... more)
      throws IOException {
    return start(folder, java, variables(telegram, folder, more), "run", "--debug");
  }

  private static List<String> variables(SandboxServer telegram, Path folder, String... more) {
    List<String> variables =
        new ArrayList<>(
            List.of(
                "ZHARSHY_BOT_TOKEN=" + telegram.token(),
                "ZHARSHY_BOT_API=" + telegram.apiAddress(),
                "ZHARSHY_BOT_OWNERS=42",
                "ZHARSHY_BOT_LOG_CHAT=" + SandboxWorld.of(telegram).logChatId(),
                "ZHARSHY_DATABASE=" + folder.resolve("queue.db"),
                "ZHARSHY_INBOX=" + folder.resolve("inbox"),
                "ZHARSHY_CHANNELS=[{footer: 'Subscribe! https://t.me/zharshy_sandbox'}]"));
    variables.addAll(List.of(more));
    return variables;
  }

  /** Runs any command. */
  public static Bot start(Path folder, List<String> variables, String... arguments)
      throws IOException {
    return start(folder, List.of(), variables, arguments);
  }

  /** The same, started so that it publishes although another copy was chosen. */
  public static Bot here(SandboxServer telegram, Path folder) throws IOException {
    return start(folder, List.of(), variables(telegram, folder), "run", "--debug", "--here");
  }

  /** The same where no file can grow beyond so many kilobytes. */
  public static Bot onSmallDisk(SandboxServer telegram, Path folder, int kilobytes, String... more)
      throws IOException {
    return start(
        folder,
        List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"),
        List.of(),
        variables(telegram, folder, more),
        "run",
        "--debug");
  }

  private static Bot start(
      Path folder, List<String> java, List<String> variables, String... arguments)
      throws IOException {
    return start(folder, List.of(), java, variables, arguments);
  }

  private static Bot start(
      Path folder,
      List<String> shell,
      List<String> java,
      List<String> variables,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(shell);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(java);
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "bot", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ZHARSHY_"));
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return new Bot(builder.start(), output);
  }

  public long pid() {
    return process.pid();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns the exit code, or fails where the bot does not end in time. */
  public int stop(long seconds) throws InterruptedException {
    process.destroy();
    return end(seconds);
  }

  /** Whether the process has opened a file; as Linux tells it. */
  public boolean hasOpen(Path file) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      return open.anyMatch(link -> leadsTo(link, file));
    }
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits until it ends by itself; returns the exit code. */
  public int end(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The bot did not end within " + seconds + " s.");
    }
    return process.exitValue();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** Waits so long for it to end by itself. */
  public void awaitEnd(Duration limit) throws InterruptedException {
    process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** SIGTERM; the process goes on meanwhile. */
  public void tell() {
    process.destroy();
  }

  public String output() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
