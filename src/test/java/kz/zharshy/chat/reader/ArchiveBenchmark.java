package kz.zharshy.chat.reader;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Requester;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.search.index.Indexer;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.QueueDatabase;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;

/**
 * How long readers' questions take in archives of several sizes, from the command to the finished
 * answer, and how long it takes to read so many articles; run by hand, never by the build. The
 * arguments are sizes; an archive that lies in {@code target/archives} already is used again.
 */
final class ArchiveBenchmark {
  private static final int ROUNDS = 400;
  private static final Path FOLDER = Path.of("target", "archives");
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** Makes a question's words, with chance. */
  private interface Words extends Function<Random, String> {}

  private static final Map<String, Words> SEARCHES = searches();

  private record Took(double median, double slow) {}

  private final Map<String, List<Took>> took = new LinkedHashMap<>();

  private ArchiveBenchmark() {}

  /** Prints a table. */
  public static void main(String[] sizes) throws IOException, SQLException {
    Files.createDirectories(FOLDER);
    List<Integer> articles =
        Arrays.stream(sizes.length == 0 ? new String[] {"10000", "100000", "1000000"} : sizes)
            .map(Integer::valueOf)
            .toList();
    ArchiveBenchmark benchmark = new ArchiveBenchmark();
    for (int size : articles) {
      benchmark.run(size);
    }
    benchmark.print(articles);
  }

  private void run(int size) throws SQLException, IOException {
    Path file = FOLDER.resolve(size + ".db");
    boolean there = Files.exists(file);
    try (QueueDatabase database = QueueDatabase.open(file.toString())) {
      if (!there) {
        fill(database, file, size);
      }
    }
    long begun = System.nanoTime();
    try (QueueDatabase database = QueueDatabase.open(file.toString())) {
      OUT.printf("%,d articles, opened in %.0f ms%n", size, millis(begun));
      try (ArticleIndex index = index(file, database)) {
        measure(context(database, index));
      }
    }
  }

  private static void fill(QueueDatabase database, Path file, int size)
      throws SQLException, IOException {
    new ArchiveWriter().write(file, size);
    long begun = System.nanoTime();
    double longest = 0;
    long step = begun;
    try (ArticleIndex index = index(file, database);
        Indexer indexer =
            new Indexer(database.archiveChanges(), new BodyBlocks(), index, done -> {})) {
      while (indexer.step().isZero()) {
        longest = Math.max(longest, millis(step));
        step = System.nanoTime();
      }
    }
    OUT.printf(
        "%,d articles, words read at %,.0f a second, the longest step took %.0f ms; %,d MB%n",
        size, size / (millis(begun) / 1e3), longest, Files.size(file) / 1_000_000);
  }

  private static ArticleIndex index(Path file, QueueDatabase database) {
    return new ArticleIndex(ArticleIndex.folderOf(file), database.archiveChanges().archiveId());
  }

  private void measure(ReaderContext stand) {
    Phrases phrases = Phrases.of("chat/reader");
    LatestCommand latest = new LatestCommand(stand, phrases);
    TodayCommand today = new TodayCommand(stand, phrases);
    SectionsCommand sections = new SectionsCommand(stand, phrases);
    SearchCommand search = new SearchCommand(stand, phrases);
    InlineCards inline = new InlineCards(stand, phrases);
    take("/latest", latest, random -> "");
    take("/latest 20", latest, random -> "20");
    take("/latest, a page further back", latest, random -> "+" + random.nextInt(500) + " 5");
    take("/latest section", latest, random -> "section " + random.nextInt(15));
    take("/latest of a small section", latest, random -> "rarities");
    take(
        "/latest section, a page further back",
        latest,
        random -> "+" + random.nextInt(500) + " 5 section " + random.nextInt(15));
    take("/today", today, random -> "+" + random.nextInt(40) * 10);
    take("/sections", sections, random -> "");
    SEARCHES.forEach((name, words) -> take("/search, " + name, search, words));
    report(
        "@BOT, two words",
        random -> {
          User user = User.builder().id(1L).firstName("A").isBot(false).build();
          InlineQuery query = new InlineQuery("1", user, words(random, 2), "");
          return inline.answer(query, new Requester(1, language(random), Role.READER));
        });
  }

  private void take(String name, ReaderCommand command, Words words) {
    report(
        name,
        random -> {
          String asked = words.apply(random);
          Requester requester = new Requester(1, language(random), Role.READER);
          return command.answer(new Request(1, requester, 1, true, asked, null, null));
        });
  }

  private void report(String name, Function<Random, Object> call) {
    double[] times = new double[ROUNDS];
    Random random = new Random(2);
    for (int i = -ROUNDS / 4; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      Object unused = call.apply(random);
      if (i >= 0) {
        times[i] = millis(begun);
      }
    }
    Arrays.sort(times);
    took.computeIfAbsent(name, any -> new ArrayList<>())
        .add(new Took(times[ROUNDS / 2], times[ROUNDS * 99 / 100]));
  }

  private void print(List<Integer> sizes) {
    OUT.printf("%-46s", "median / 99th percentile, ms");
    sizes.forEach(size -> OUT.printf("%,18d", size));
    OUT.printf("%10s%n", "growth");
    took.forEach(
        (name, all) -> {
          OUT.printf("%-46s", name);
          all.forEach(one -> OUT.printf("%10.2f /%6.2f", one.median(), one.slow()));
          OUT.printf("%10.2f%n", all.get(all.size() - 1).median() / all.get(0).median());
        });
  }

  private static Map<String, Words> searches() {
    Map<String, Words> searches = new LinkedHashMap<>();
    searches.put("a common word", random -> word(random, 0, 50));
    searches.put("a rare word", random -> word(random, 5_000, 50_000));
    searches.put("a word of old articles only", random -> ArchiveWriter.old(language(random)));
    searches.put("two words", random -> words(random, 2));
    searches.put("two common words", random -> words(random, 2, 0, 50));
    searches.put("two middling words", random -> words(random, 2, 200, 2_000));
    searches.put("a common and a rare word", random -> commonAndRare(random));
    searches.put("five words", random -> words(random, 5));
    searches.put("sixteen common words", random -> words(random, 16, 0, 50));
    searches.put("two common words that never meet", random -> apart(random));
    searches.put(
        "the same and six others", random -> apart(random) + " " + words(random, 6, 0, 30));
    searches.put("a phrase", random -> '"' + words(random, 2, 0, 300) + '"');
    searches.put("a phrase of the commonest", random -> '"' + words(random, 2, 0, 10) + '"');
    searches.put("a phrase of three", random -> '"' + words(random, 3, 0, 50) + '"');
    searches.put("a phrase of words that never meet", random -> '"' + apart(random) + '"');
    searches.put("a misspelt word", random -> misspelt(word(random, 20, 5_000)));
    searches.put("four misspelt words", random -> misspeltWords(random, 4));
    searches.put("another keyboard", random -> keyboard(words(random, 2)));
    searches.put("a beginning", random -> word(random, 300, 3_000).substring(0, 5));
    searches.put("words of which one is nowhere", random -> words(random, 5) + " xqzkwvj");
    searches.put("twelve words of nonsense", random -> nonsense(random, 12));
    searches.put("a number", random -> Integer.toString(random.nextInt(3_000)));
    searches.put("the last page", random -> "+55 5 " + words(random, 1, 0, 50));
    return searches;
  }

  private static String words(Random random, int count) {
    Language language = language(random);
    return IntStream.range(0, count)
        .mapToObj(i -> ArchiveWriter.word(language, ArchiveWriter.rank(random)))
        .collect(Collectors.joining(" "));
  }

  private static String words(Random random, int count, int from, int until) {
    Language language = language(random);
    return random
        .ints(from, until)
        .limit(count)
        .mapToObj(rank -> ArchiveWriter.word(language, rank))
        .collect(Collectors.joining(" "));
  }

  private static String word(Random random, int from, int until) {
    return words(random, 1, from, until);
  }

  private static String commonAndRare(Random random) {
    Language language = language(random);
    return ArchiveWriter.word(language, random.nextInt(50))
        + " "
        + ArchiveWriter.word(language, 1_000 + random.nextInt(40_000));
  }

  private static String apart(Random random) {
    Language language = language(random);
    return ArchiveWriter.odd(language) + " " + ArchiveWriter.even(language);
  }

  private static String misspelt(String word) {
    int at = word.length() / 2;
    return word.substring(0, at) + word.charAt(at) + word.substring(at);
  }

  private static String misspeltWords(Random random, int count) {
    return Arrays.stream(words(random, count, 20, 5_000).split(" "))
        .map(ArchiveBenchmark::misspelt)
        .collect(Collectors.joining(" "));
  }

  private static String keyboard(String words) {
    String russian = "йцукенгшщзхъфывапролджэячсмитьбю";
    String latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      int key = russian.indexOf(letter);
      int other = latin.indexOf(letter);
      typed.append(key >= 0 ? latin.charAt(key) : other >= 0 ? russian.charAt(other) : letter);
    }
    return typed.toString();
  }

  private static String nonsense(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 9; j++) {
        words.append("бвгджзклмнпрстфхцчшщ".charAt(random.nextInt(20)));
      }
      words.append(' ');
    }
    return words.toString().strip();
  }

  private static Language language(Random random) {
    List<Language> languages = List.of(Language.values());
    return languages.get(random.nextInt(languages.size()));
  }

  private static double millis(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toNanos() / 1e6;
  }

  private static ReaderContext context(QueueDatabase database, ArticleIndex index) {
    return new ReaderContext(
        "example_bot",
        List.of("example_news"),
        database,
        index,
        article -> List.of(),
        ZoneId.of("Asia/Almaty"),
        Clock.fixed(ArchiveWriter.END, ZoneOffset.UTC));
  }
}
