package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.cli.Bot;
import kz.zharshy.media.HugePictures;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.source.feed.FeedServer;
import kz.zharshy.store.QueueDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot in the heap of its image, with everything at once that would fill one. */
@Tag("slow")
final class MemoryFaultsTest {
  private static final List<String> AS_IN_THE_IMAGE = List.of("-Xmx192m", "-XX:+UseSerialGC");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SIDE = 15_000;
  private static final int FEEDS = 20;

  @TempDir private Path folder;
  private final FeedServer site = new FeedServer();
  private SandboxServer telegram;
  private QueueDatabase queue;

  @BeforeEach
  void open() throws Exception {
    telegram = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
    queue = QueueDatabase.open(folder.resolve("queue.db").toString());
  }

  @AfterEach
  void close() {
    queue.close();
    telegram.close();
    site.close();
  }

  @Test
  @Proves("feeds, pictures and files that would fill the heap | cost nothing but themselves")
  void feedsPicturesAndFilesThatWouldFillTheHeapCostNothingButThemselves() throws Exception {
    for (int feed = 0; feed < FEEDS; feed++) {
      site.page("/feed/" + feed, "text/xml", bomb());
    }
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    pictures(Files.createDirectories(inbox.resolve("media")))
        .forEach((name, file) -> add("Picture " + name, file));
    wordBomb(inbox.resolve("bomb.docx"));

    for (int start = 1; start <= 2; start++) {
      add("Plain " + start, null);
      try (Bot bot = Bot.against(telegram, folder, AS_IN_THE_IMAGE, settings())) {
        await().atMost(PATIENCE).until(() -> queue.articles().count(ArticleState.QUEUED) == 0);
        await().atMost(PATIENCE).until(() -> queue.articles().count(ArticleState.PUBLISHING) == 0);
        await().atMost(PATIENCE).until(() -> refusals(bot) >= FEEDS);
        assertThat(bot.stop(20)).isZero();
        assertThat(bot.output())
            .doesNotContain("OutOfMemoryError")
            .doesNotContain("may or may not");
      }
      forgetPolls();
    }

    assertThat(queue.articles().count(ArticleState.PUBLISHED)).isEqualTo(8);
    List<String> posts =
        SandboxWorld.of(telegram).posts().stream().map(SandboxMessage::text).sorted().toList();
    assertThat(posts).hasSize(8);
    assertThat(posts.stream().map(text -> text.lines().findFirst().orElse("")))
        .containsExactlyInAnyOrder(
            "Picture strip.tiff",
            "Picture rows.png",
            "Picture passes.png",
            "Picture lines.jpg",
            "Picture progressive.jpg",
            "Picture screen.gif",
            "Plain 1",
            "Plain 2");
    assertThat(inbox.resolve("failed/bomb.docx.reason.txt"))
        .content()
        .startsWith("bomb.docx unpacks to far more than an article.");
  }

  private static long refusals(Bot bot) throws IOException {
    return bot.output().lines().filter(line -> line.contains("A feed cannot be read")).count();
  }

  /** As if the bot had been away for so long that every feed is due again. */
  private void forgetPolls() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("UPDATE feed SET next_poll_at = '2020-01-01T00:00:00Z'");
    }
  }

  private String[] settings() {
    String feeds =
        IntStream.range(0, FEEDS)
            .mapToObj(feed -> "{url: '" + site.at("/feed/" + feed) + "'}")
            .collect(Collectors.joining(", ", "[", "]"));
    return new String[] {
      "ZHARSHY_SOURCES_ALLOW_PRIVATE_ADDRESSES=true",
      "ZHARSHY_FEEDS=" + feeds,
      "ZHARSHY_LIMITS_CHANNEL_PER_MINUTE=1000"
    };
  }

  private void add(String title, @Nullable Path picture) {
    List<Media> media =
        picture == null ? List.of() : List.of(Media.photo(picture.toString(), null));
    Content content = Content.builder(title, "Schools are closed.").media(media).build();
    queue.articles().add(Draft.of(content), "test", Instant.now());
  }

  private static Map<String, Path> pictures(Path folder) throws IOException {
    Map<String, HugePictures.Writer> writers = new LinkedHashMap<>();
    writers.put("strip.tiff", HugePictures::tiff);
    writers.put("rows.png", HugePictures::png);
    writers.put("passes.png", HugePictures::interlacedPng);
    writers.put("lines.jpg", HugePictures::jpeg);
    writers.put("progressive.jpg", HugePictures::progressiveJpeg);
    writers.put("screen.gif", HugePictures::gif);
    Map<String, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, HugePictures.Writer> each : writers.entrySet()) {
      Path file = folder.resolve(each.getKey());
      each.getValue().write(file, SIDE, SIDE);
      files.put(each.getKey(), file);
    }
    return files;
  }

  private static String bomb() {
    return "<rss><channel>" + "<a/>".repeat(1_280_000) + "</channel></rss>";
  }

  private static void wordBomb(Path file) throws IOException {
    byte[] paragraphs = "<w:p/>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w:document xmlns:w='w'><w:body>".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 500; i++) {
        zip.write(paragraphs);
      }
      zip.write("</w:body></w:document>".getBytes(StandardCharsets.UTF_8));
    }
  }
}
