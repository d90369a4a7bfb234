package kz.zharshy.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.config.ConfigurationException;
import kz.zharshy.config.SettingsReader;
import kz.zharshy.config.SettingsTable;
import kz.zharshy.language.Language;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostMaker;
import kz.zharshy.post.TemplateException;
import kz.zharshy.post.Templates;
import kz.zharshy.schedule.TimeExpressionParser;
import kz.zharshy.schedule.TimetableException;
import kz.zharshy.schedule.TimetableParser;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.source.feed.FeedReader;
import kz.zharshy.source.message.MessageReader;
import kz.zharshy.source.message.MessageText;
import kz.zharshy.source.message.MessageText.Entity;
import kz.zharshy.source.page.SubscribeFooter;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.telegram.PostPartCodec;

/** Each reader of bytes from outside, with what it reads in good days. */
enum Target {
  PAGE_TEXT(() -> files("gallery", ".txt")) {
    @Override
    void read(byte[] bytes) {
      articles("page.txt", bytes);
    }
  },
  MARKDOWN(() -> files("gallery", ".md")) {
    @Override
    void read(byte[] bytes) {
      articles("story.md", bytes);
    }
  },
  JSON(() -> files("gallery", ".json")) {
    @Override
    void read(byte[] bytes) {
      articles("story.json", bytes);
    }
  },
  HTML(
      () ->
          Stream.of(
                  files("gallery", ".html"),
                  files("source/page", ".html"),
                  files("source/feed/sites", ".html"))
              .flatMap(List::stream)
              .toList()) {
    @Override
    void read(byte[] bytes) {
      articles("page.html", bytes);
    }
  },
  DOCX(() -> List.of(WordFile.plain())) {
    @Override
    void read(byte[] bytes) {
      articles("story.docx", bytes);
    }
  },
  /** The document inside, so that the damage is not all caught by the checksums of the archive. */
  DOCX_XML(() -> List.of(WordFile.BODY.getBytes(StandardCharsets.UTF_8))) {
    @Override
    void read(byte[] bytes) {
      articles("story.docx", WordFile.of(bytes));
    }
  },
  FEED(
      () ->
          Stream.of(".rss", ".atom", "micro.json")
              .flatMap(end -> files("source/feed/sites", end).stream())
              .toList()) {
    @Override
    void read(byte[] bytes) {
      try {
        FEEDS.count(new SourceText("https://example.kz/feed", bytes));
      } catch (UnreadableException e) {
        said(e);
      }
    }
  },
  MESSAGE(() -> files("gallery", ".md")) {
    @Override
    void read(byte[] bytes) {
      String text = text(bytes);
      List<String> kinds = List.of("bold", "pre", "text_link", "blockquote", "url", "spoiler", "x");
      List<Entity> entities =
          Stream.iterate(0, i -> i + 1)
              .limit(Math.min(bytes.length / 4, 40))
              .map(i -> entity(kinds.get((bytes[4 * i] & 0xff) % kinds.size()), bytes, 4 * i))
              .toList();
      new MessageReader()
          .read(new MessageText(text, entities))
          .ifPresent(content -> post(Draft.of(content)));
    }
  },
  SETTINGS(() -> List.of(bytes(Path.of("config/zharshy.example.yaml")))) {
    @Override
    void read(byte[] bytes) {
      try {
        Path file = Files.createTempFile("settings", ".yaml");
        try {
          Files.write(file, bytes);
          SETTINGS_READER.read(file, Map.of());
        } catch (ConfigurationException e) {
          said(e);
        } finally {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  },
  TEMPLATE(() -> templates()) {
    @Override
    void read(byte[] bytes) {
      try {
        Templates.of(Map.of("default.peb", text(bytes)));
      } catch (TemplateException e) {
        said(e);
      }
    }
  },
  TIME(
      () ->
          texts(
              "tomorrow 9:30",
              "ертең 14:00",
              "в пятницу в 18:00",
              "25.12.2026 10:00",
              "через 2 часа",
              "in 10 minutes",
              "дүйсенбі 8:00",
              "17 марта 7:00",
              "+15")) {
    @Override
    void read(byte[] bytes) {
      TIMES.read(text(bytes), NOON);
    }
  },
  TIMETABLE(
      () ->
          texts(
              "mon-fri 9:00 12:30 18:00; sat 11:00; spacing 10",
              "quiet 23:00-7:00; quiet low 20:00-9:00; burst 60",
              "күн сайын 9:00 18:00",
              "пн-пт 9:00; сб 11:00")) {
    @Override
    void read(byte[] bytes) {
      try {
        TimetableParser.write(TimetableParser.read(text(bytes)));
      } catch (TimetableException e) {
        said(e);
      }
    }
  },
  FOOTER(
      () ->
          texts(
              "Subscribe to our Telegram channel (https://t.me/example_news) and be the first!",
              "Подписывайтесь: t.me/+AbCdEf @example_news")) {
    @Override
    void read(byte[] bytes) {
      SubscribeFooter.channelsIn(text(bytes));
      try {
        SubscribeFooter.parse(text(bytes));
      } catch (IllegalArgumentException e) {
        said(e);
      }
    }
  },
  STORED_PART(
      () ->
          texts(
              "{\"chat_id\":\"@tau\",\"text\":\"Көл\",\"link_preview_options\":{\"is_disabled\":true}}",
              "{\"chat_id\":\"@tau\",\"photo\":\"https://news.kz/a.jpg\",\"caption\":\"Көл\","
                  + "\"caption_entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":3}]}")) {
    @Override
    void read(byte[] bytes) {
      for (String kind : List.of("sendMessage", "sendPhoto", "sendMediaGroup", "sendDocument")) {
        try {
          PostPartCodec.read(new PostPartCodec.Stored(kind, text(bytes)));
        } catch (PostException e) {
          said(e);
        }
      }
    }
  },
  STORED_REASON(
      () -> texts("[\"TELEGRAM_SAYS\",\"Bad Request\"]", "[\"LATE\",\"2026-11-22T10:00:00Z\"]")) {
    @Override
    void read(byte[] bytes) {
      Reason.read(text(bytes));
    }
  };

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final Instant NOON = Instant.parse("2026-11-22T07:00:00Z");
  private static final Path RESOURCES = Path.of("src/test/resources/kz/zharshy");
  private static final ArticleReader ARTICLES = new ArticleReader(ALMATY);
  private static final FeedReader FEEDS = new FeedReader(ALMATY);
  private static final PostMaker MAKER = new PostMaker(new BodyBlocks());
  private static final TimeExpressionParser TIMES = new TimeExpressionParser(ALMATY);
  private static final SettingsReader SETTINGS_READER =
      new SettingsReader(
          new SettingsTable(
              SubscribeFooter::channelsIn,
              List.of("kk", "ru", "en"),
              timetable -> Optional.empty()));

  private static final ChannelStyle STYLE =
      new ChannelStyle(
          "example_news",
          Map.of(),
          new Footer("Subscribe!", "https://t.me/example_news"),
          ALMATY,
          30);

  // It only reads files.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Seeds seeds;

  Target(Seeds seeds) {
    this.seeds = seeds;
  }

  private interface Seeds {
    List<byte[]> all();
  }

  /** What is damaged for this reader. */
  List<byte[]> seeds() {
    return seeds.all();
  }

  /**
   * Reads the bytes; a refusal in words is fine.
   *
   * @throws RuntimeException if the reader fails in a way that its callers do not expect
   */
  abstract void read(byte[] bytes);

  private static void articles(String name, byte[] bytes) {
    try {
      ARTICLES.read(new SourceText(name, bytes)).stream().limit(3).forEach(Target::post);
    } catch (UnreadableException e) {
      said(e);
    }
  }

  /** What can be read can be posted, or is refused in words. */
  private static void post(Draft draft) {
    Article article =
        new Article(
            1,
            null,
            draft.content(),
            draft.plan(),
            new Article.Standing(draft.state(), null, null),
            NOON,
            NOON);
    try {
      MAKER.make(article, Language.KK, STYLE);
    } catch (PostException e) {
      said(e);
    }
  }

  private static void said(Exception refusal) {
    String words = refusal.getMessage();
    if (words == null || words.isBlank()) {
      throw new IllegalStateException("a refusal without words", refusal);
    }
  }

  private static Entity entity(String kind, byte[] bytes, int at) {
    return new Entity(kind, bytes[at + 1], bytes[at + 2], "https://a.kz/", null);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<byte[]> texts(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static List<byte[]> templates() {
    try (Stream<Path> files = Files.list(Path.of("config/templates"))) {
      return files.filter(file -> file.toString().endsWith(".peb")).map(Target::bytes).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<byte[]> files(String folder, String end) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(end))
          .sorted()
          .map(Target::bytes)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
