package kz.zharshy.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process of the bot uses at one moment.
 *
 * @param heap bytes after a full collection
 * @param memory bytes that it holds of the machine
 * @param files open files and connections
 * @param database bytes of the database and what lies beside it
 * @param processor seconds of processor time since its start
 */
record SoakFigures(
    long heap, long memory, int threads, int files, long database, double processor) {
  private static final Pattern USED =
      Pattern.compile("(?:new generation|tenured generation|heap) +total \\d+K, used (\\d+)K");

  /** The kernel counts processor time in these. */
  private static final double TICKS_A_SECOND = 100;

  /** Asks Linux, and the process's own Java. */
  static SoakFigures of(long pid, Path database) throws IOException, InterruptedException {
    String unused = jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    long heap = 0;
    while (used.find()) {
      heap += Long.parseLong(used.group(1)) << 10;
    }
    Path process = Path.of("/proc", Long.toString(pid));
    String status = Files.readString(process.resolve("status"));
    String stat = Files.readString(process.resolve("stat"));
    List<String> times = Arrays.asList(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return new SoakFigures(
        heap,
        number(status, "VmRSS") << 10,
        (int) number(status, "Threads"),
        count(process.resolve("fd")),
        size(database),
        (Long.parseLong(times.get(11)) + Long.parseLong(times.get(12))) / TICKS_A_SECOND);
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asked =
        new ProcessBuilder(program.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return answer;
  }

  private static long number(String status, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+)").matcher(status);
    return line.find() ? Long.parseLong(line.group(1)) : 0;
  }

  private static int count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  private static long size(Path database) throws IOException {
    try (Stream<Path> files = Files.list(database.getParent())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(database.getFileName() + ""))
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
