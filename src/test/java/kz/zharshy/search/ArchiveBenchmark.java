package kz.zharshy.search;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kz.zharshy.language.Language;
import kz.zharshy.queue.QueueDatabase;
import kz.zharshy.source.BodyBlocks;

/**
 * How long lists and searches take on archives of these sizes; run by hand, never by the build:
 *
 * <pre>
 *   mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=kz.zharshy.search.ArchiveBenchmark -Dexec.args="10000 100000 1000000"
 * </pre>
 */
final class ArchiveBenchmark {
  private static final int WORDS = 60;
  private static final int VOCABULARY = 50_000;
  private static final int ROUNDS = 1_000;
  private static final String[] ROOTS = {
    "мост", "город", "река", "школ", "дорог", "поезд", "шахт", "музе", "театр", "погод", "урожа",
    "бюджет"
  };
  private static final String[] ENDINGS = {"", "а", "ом", "ами", "ский", "ного", "ить", "ение"};

  private ArchiveBenchmark() {}

  /** Prints a line for each size. */
  public static void main(String[] sizes) throws IOException, SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String size : sizes) {
      Path folder = Files.createTempDirectory("archive");
      Path file = folder.resolve("archive.db");
      try (QueueDatabase database = QueueDatabase.open(file.toString())) {
        long begun = System.nanoTime();
        fill(file, Integer.parseInt(size));
        Indexer indexer = new Indexer(database.words(), new BodyBlocks());
        while (indexer.step().isZero()) {
          // Reads all there is.
        }
        out.printf(
            "%s articles, filled in %d s%n", size, (System.nanoTime() - begun) / 1_000_000_000);
        report(out, "/latest", i -> database.archive().latest(Set.of(), 0, 6));
        Search search = new Search(database.words());
        List<String> queries =
            List.of(
                "w0",
                "w0 w1",
                "w1 w2 w3",
                "w40 w900",
                "w7000",
                "w30000x",
                "w0 w49999",
                "\"w0 w1\"");
        for (String query : queries) {
          String words = words(query);
          report(out, "/search " + words, i -> search.find(words, Language.RU));
        }
      }
      try (var files = Files.list(folder)) {
        for (Path left : files.toList()) {
          Files.delete(left);
        }
      }
      Files.delete(folder);
    }
  }

  /** Something that is measured. */
  private interface Call {
    Object run(int round);
  }

  private static void report(PrintStream out, String name, Call call) {
    long[] times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      Object unused = call.run(i);
      times[i] = System.nanoTime() - begun;
    }
    Arrays.sort(times);
    out.printf(
        "  %-40s median %.2f ms, 99th percentile %.2f ms%n",
        name, times[ROUNDS / 2] / 1e6, times[ROUNDS * 99 / 100] / 1e6);
  }

  private static void fill(Path file, int articles) throws SQLException {
    Random random = new Random(1);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO article (language, section, title, body, state, published_at)"
                    + " VALUES ('ru', ?, ?, ?, 'published',"
                    + " strftime('%Y-%m-%dT%H:%M:%SZ', 1200000000 + ?, 'unixepoch'))")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < articles; i++) {
        insert.setString(1, "рубрика " + i % 12);
        insert.setString(2, text(random, 8));
        insert.setString(3, text(random, WORDS));
        insert.setInt(4, i * 400);
        insert.executeUpdate();
        if (i % 10_000 == 0) {
          connection.commit();
        }
      }
      connection.commit();
    }
  }

  private static String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      // As in speech, few words stand everywhere and most nearly nowhere.
      int word = (int) (Math.pow(VOCABULARY, random.nextDouble()) - 1);
      text.append(word(word)).append(ENDINGS[random.nextInt(ENDINGS.length)]).append(' ');
    }
    return text.toString();
  }

  private static String words(String query) {
    StringBuilder words = new StringBuilder();
    for (String part : query.split(" ", -1)) {
      String number = part.replaceAll("\\D", "");
      words
          .append(part, 0, part.indexOf('w'))
          .append(word(Integer.parseInt(number)))
          .append(part.substring(part.indexOf('w') + 1 + number.length()))
          .append(' ');
    }
    return words.toString().strip();
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder(ROOTS[number % ROOTS.length]);
    for (int rest = number / ROOTS.length; rest > 0; rest /= 20) {
      word.append("бвгджзклмнпрстфхцчшщ".charAt(rest % 20)).append("аоуы".charAt(rest % 4));
    }
    return word.append('к').toString();
  }
}
