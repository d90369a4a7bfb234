package kz.zharshy.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Damages and reads for as long as it is told, outside of the tests: {@code Fuzz 60 7} for sixty
 * minutes from the number seven on. What a reader fails at is kept in {@code target/fuzz}; once the
 * reader is mended it belongs to this package's resources, under the name of its target.
 */
final class Fuzz {
  private static final int A_TURN = 50;
  private static final Path FINDS = Path.of("target/fuzz");

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  /** Nothing that is read may take longer of a processor; what does is reported, but not ended. */
  private static final Duration LONG = Duration.ofSeconds(3);

  private final Map<Target, Long> read = new EnumMap<>(Target.class);
  private final Set<String> found = new HashSet<>();

  private Fuzz() {}

  public static void main(String[] arguments) throws IOException {
    Duration time = Duration.ofMinutes(Long.parseLong(arguments[0]));
    long number = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Fuzz fuzz = new Fuzz();
    long end = System.nanoTime() + time.toNanos();
    for (; System.nanoTime() - end < 0; number++) {
      for (Target target : Target.values()) {
        fuzz.turn(target, number);
      }
    }
    fuzz.read.forEach((target, times) -> System.out.printf("%-14s %,12d%n", target, times));
    System.out.printf("%d kinds of failure, next number %d%n", fuzz.found.size(), number);
  }

  private void turn(Target target, long number) throws IOException {
    Damage damage = new Damage(number * 31 + target.name().hashCode(), target.seeds());
    for (int i = 0; i < A_TURN; i++) {
      byte[] bytes = damage.next();
      long begin = THREAD.getCurrentThreadCpuTime();
      try {
        target.read(bytes);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        keep(target, bytes, e.getClass().getSimpleName() + " " + place(e), e);
      }
      if (THREAD.getCurrentThreadCpuTime() - begin > LONG.toNanos()) {
        keep(target, bytes, "slow", null);
      }
      read.merge(target, 1L, Long::sum);
    }
  }

  private void keep(Target target, byte[] bytes, String kind, @Nullable Throwable failure)
      throws IOException {
    if (!found.add(target + kind)) {
      return;
    }
    Files.createDirectories(FINDS);
    Path file = FINDS.resolve(target + "-" + Integer.toHexString(Arrays.hashCode(bytes)));
    Files.write(file, bytes);
    System.out.println(file + ": " + kind + (failure == null ? "" : " " + failure.getMessage()));
  }

  /** The first place in our own code, which tells two failures apart. */
  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("kz.zharshy."))
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse("");
  }
}
