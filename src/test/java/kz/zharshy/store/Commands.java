package kz.zharshy.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs of this machine. Where one is missing, the test is skipped and says so. */
final class Commands {
  /** Looked for once. */
  private static final class Present {
    static final boolean SQLITE3 = isThere("sqlite3", "--version");
    static final boolean PYTHON = isThere("python3", "-c", "import sqlite3");
  }

  private Commands() {}

  static void sqlite3(Path file, String statements) {
    assumeTrue(Present.SQLITE3, "this machine has no sqlite3 program");
    run("sqlite3", "-bail", file.toString(), statements);
  }

  static void python(Path file, String statements) {
    assumeTrue(Present.PYTHON, "this machine has no python3 with sqlite3");
    String script =
        """
        import sqlite3, sys
        with sqlite3.connect(sys.argv[1]) as connection:
            for statement in sys.argv[2].split('; '):
                connection.execute(statement)
        """;
    run("python3", "-c", script, file.toString(), statements);
  }

  static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A Java program of this test's class path, started. */
  static Process java(Class<?> main, String... arguments) throws IOException {
    return new ProcessBuilder(javaCommand(main, arguments)).redirectErrorStream(true).start();
  }

  /** The same, with a folder that is a disk of two megabytes, which only that process sees. */
  static Process javaOnSmallDisk(Path disk, Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=2m tmpfs \"$0\" && exec \"$@\"",
                disk.toString()));
    assumeTrue(
        isThere(Stream.concat(command.stream(), Stream.of("true")).toArray(String[]::new)),
        "this machine lets nobody mount a small disk");
    command.addAll(javaCommand(main, arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> javaCommand(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                javaProgram(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                // SQLite's native library: newer JDKs would warn in the middle of the output.
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean isThere(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(command[0] + ": " + output);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
