package kz.zharshy.chat.reader;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import java.util.stream.Stream;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Requester;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.search.index.Indexer;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.QueueDatabase;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;

/**
 * How long readers' questions take in archives of several sizes, from the command to the finished
 * answer, and how fast the index of so many articles is filled; run by hand, never by the build.
 * The arguments are sizes. Archives lie in {@code target/archives}, or where the property {@code
 * archives} says, and are used again; the index is filled anew each time unless an argument is
 * {@code keep}. Only questions whose name contains the property {@code kind} are asked.
 */
final class ArchiveBenchmark {
  private static final int ROUNDS = 400;
  private static final int WARMING_UP = 100;
  private static final String KEEP = "keep";
  private static final Path FOLDER = Path.of(System.getProperty("archives", "target/archives"));
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Makes a question's words, with chance. */
  private interface Words extends Function<Random, String> {}

  private static final Map<String, Words> SEARCHES = searches();

  /** Milliseconds of many calls; those of the processor do not grow where others use it, too. */
  private record Times(List<Double> all, List<Double> processor) {}

  private record Kind(String name, Function<Random, Object> call) {}

  private ArchiveBenchmark() {}

  /** Prints a table for each size. */
  public static void main(String[] args) throws IOException, SQLException {
    Files.createDirectories(FOLDER);
    List<String> sizes = new ArrayList<>(List.of(args));
    boolean keep = sizes.remove(KEEP);
    for (String size : sizes.isEmpty() ? List.of("10000", "100000", "1000000") : sizes) {
      run(Integer.parseInt(size), keep);
    }
  }

  private static void run(int size, boolean keep) throws SQLException, IOException {
    OUT.printf("%n%,d articles%n", size);
    Path file = FOLDER.resolve(size + ".db");
    if (!Files.exists(file)) {
      write(file, size);
    }
    try (QueueDatabase database = QueueDatabase.open(file.toString())) {
      if (!keep) {
        Indexer.discard(ArticleIndex.folderOf(file));
      }
      fill(database, file, size);
    }
    long begun = System.nanoTime();
    try (QueueDatabase database = QueueDatabase.open(file.toString());
        ArticleIndex index = index(file, database)) {
      OUT.printf("opened in %.0f ms%n", millis(begun));
      List<Kind> kinds =
          kinds(context(database, index)).stream()
              .filter(kind -> kind.name().contains(System.getProperty("kind", "")))
              .toList();
      kinds.forEach(kind -> times(kind, WARMING_UP));
      OUT.printf("%-44s%10s%10s%22s%n", "ms", "p50", "p99", "p99 of processor time");
      for (Kind kind : kinds) {
        Times times = times(kind, ROUNDS);
        OUT.printf(
            "%-44s%10.2f%10.2f%22.2f%n",
            kind.name(), at(times.all(), 50), at(times.all(), 99), at(times.processor(), 99));
      }
    }
  }

  /** Under another name until it is whole, for it takes minutes. */
  private static void write(Path file, int size) throws SQLException, IOException {
    Path unfinished = FOLDER.resolve("unfinished.db");
    Files.deleteIfExists(unfinished);
    long begun = System.nanoTime();
    QueueDatabase.open(unfinished.toString()).close();
    new ArchiveWriter().write(unfinished, size);
    report("written", size, begun, 0);
    begun = System.nanoTime();
    try (QueueDatabase database = QueueDatabase.open(unfinished.toString())) {
      long taken = -1;
      while (database.archiveChanges().newestVersion() != taken) {
        taken = database.archiveChanges().newestVersion();
        database.archiveChanges().since(Long.MAX_VALUE, 1);
      }
    }
    report("taken into the archive", size, begun, 0);
    Files.move(unfinished, file);
  }

  private static void fill(QueueDatabase database, Path file, int size) throws IOException {
    long begun = System.nanoTime();
    long processor = processor();
    double longest = 0;
    try (ArticleIndex index = index(file, database);
        Indexer indexer =
            new Indexer(database.archiveChanges(), new BodyBlocks(), index, done -> {})) {
      long step = System.nanoTime();
      while (indexer.step().isZero()) {
        longest = Math.max(longest, millis(step));
        step = System.nanoTime();
      }
    }
    report("in the index", size, begun, processor() - processor);
    try (Stream<Path> parts = Files.list(ArticleIndex.folderOf(file))) {
      long bytes = parts.mapToLong(part -> part.toFile().length()).sum();
      OUT.printf(
          "the longest step took %.0f ms; %,d MB, and the database %,d MB%n",
          longest, bytes / 1_000_000, Files.size(file) / 1_000_000);
    }
  }

  private static void report(String what, int size, long begun, long processor) {
    OUT.printf(
        "%s: %,.0f a second, %.1f s, of processor time %.1f s%n",
        what, size / (millis(begun) / 1e3), millis(begun) / 1e3, processor / 1e9);
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static ArticleIndex index(Path file, QueueDatabase database) {
    return new ArticleIndex(ArticleIndex.folderOf(file), database.archiveChanges().archiveId());
  }

  private static List<Kind> kinds(ReaderContext stand) {
    LatestCommand latest = new LatestCommand(stand);
    SearchCommand search = new SearchCommand(stand);
    InlineCards inline = new InlineCards(stand);
    List<Kind> kinds = new ArrayList<>();
    kinds.add(kind("/latest", latest, random -> ""));
    kinds.add(kind("/latest 20", latest, random -> "20"));
    kinds.add(
        kind("/latest, a page further back", latest, random -> "+" + random.nextInt(500) + " 5"));
    kinds.add(kind("/latest section", latest, random -> "section " + random.nextInt(15)));
    kinds.add(kind("/latest of a small section", latest, random -> "rarities"));
    kinds.add(
        kind(
            "/latest section, a page further back",
            latest,
            random -> "+" + random.nextInt(500) + " 5 section " + random.nextInt(15)));
    kinds.add(kind("/today", new TodayCommand(stand), random -> "+" + random.nextInt(40) * 10));
    kinds.add(kind("/sections", new SectionsCommand(stand), random -> ""));
    SEARCHES.forEach((name, words) -> kinds.add(kind("/search, " + name, search, words)));
    kinds.add(
        new Kind(
            "@BOT, two words",
            random -> {
              User user = User.builder().id(1L).firstName("A").isBot(false).build();
              InlineQuery query = new InlineQuery("1", user, words(random, 2), "");
              return inline.answer(query, new Requester(1, language(random), Role.READER));
            }));
    return kinds;
  }

  private static Kind kind(String name, Command command, Words words) {
    return new Kind(
        name,
        random -> {
          String asked = words.apply(random);
          Requester requester = new Requester(1, language(random), Role.READER);
          return command.answer(new Request(1, requester, 1, true, asked, null, null));
        });
  }

  private static Times times(Kind kind, int rounds) {
    Times times = new Times(new ArrayList<>(), new ArrayList<>());
    Random random = new Random(rounds);
    for (int i = 0; i < rounds; i++) {
      long begun = System.nanoTime();
      long processor = THREADS.getCurrentThreadCpuTime();
      Object unused = kind.call().apply(random);
      times.processor().add((THREADS.getCurrentThreadCpuTime() - processor) / 1e6);
      times.all().add(millis(begun));
    }
    return times;
  }

  private static double at(List<Double> times, int percent) {
    return times.stream().sorted().toList().get(times.size() * percent / 100);
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
