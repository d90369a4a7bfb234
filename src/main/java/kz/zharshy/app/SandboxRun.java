package kz.zharshy.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.zharshy.config.ChannelSettings;
import kz.zharshy.config.Settings;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.world.Person;

/**
 * The bot with a Telegram of its own inside this program, a queue that is gone afterwards, and
 * sample articles. Everything else is as the settings say.
 */
public final class SandboxRun implements AutoCloseable {
  private static final String FOOTERS =
      """
      [{footer: {en: "Subscribe to our Telegram channel and be the first to know the news! t.me/%1$s",\
       ru: "Подписывайтесь на наш Telegram-канал и узнавайте новости первыми! t.me/%1$s",\
       kk: "Telegram-арнамызға жазылып, жаңалықтарды бірінші болып біліңіз! t.me/%1$s"}}]""";

  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration NEVER_AGAIN = Duration.ofDays(1);

  private final SandboxServer server;
  private final Application application;
  private final long editor;
  private final Path folder;
  private final PrintStream out;
  private final ServiceLoop people;
  private boolean talking;

  private SandboxRun(
      SandboxServer server, Application application, long editor, Path folder, PrintStream out) {
    this.server = server;
    this.application = application;
    this.editor = editor;
    this.folder = folder;
    this.out = out;
    this.people =
        ServiceLoop.interruptible(application.health(), "sandbox-people", this::beginTalking);
  }

  /**
   * Starts the sandbox and the bot in it.
   *
   * @param port of the page and the Bot API; 0 for any that is free
   * @param environment may hold secrets
   * @param reader reads the settings with the environment it is given
   * @param out where {@link #greet} writes
   * @param wayOut closes it at the end
   * @throws FailedException if the sandbox cannot be started
   */
  public static SandboxRun start(
      int port,
      Map<String, String> environment,
      Function<Map<String, String>, Settings> reader,
      PrintStream out,
      Clock clock,
      WayOut wayOut) {
    Settings own = reader.apply(environment);
    SandboxOptions options = options(own, clock, port);
    SandboxServer server = startServer(options);
    Path folder = temporaryFolder();
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("ZHARSHY_BOT_TOKEN", server.token());
    changed.put("ZHARSHY_BOT_API", server.apiAddress().toString());
    changed.put("ZHARSHY_BOT_OWNERS", options.staff().owners().toString());
    changed.put("ZHARSHY_BOT_LOG_CHAT", Long.toString(server.logChatId()));
    changed.put("ZHARSHY_DATABASE", folder.resolve("sandbox.db").toString());
    changed.put("ZHARSHY_INBOX", folder.resolve("inbox").toString());
    if (own.channels().isEmpty()) {
      changed.put("ZHARSHY_CHANNELS", FOOTERS.formatted(channel(own)));
    }
    Settings settings = reader.apply(changed);
    Application application = Application.start(settings, clock, wayOut);
    server.showQueue(application::standing);
    server.showGuide(SandboxSamples.guide());
    new SandboxSamples(settings.timeZone())
        .articles()
        .forEach(draft -> application.add(draft, "sandbox"));
    long editor = options.staff().owners().get(0);
    SandboxRun run = new SandboxRun(server, application, editor, folder, out);
    wayOut.closes(run);
    run.people.start();
    return run;
  }

  /** Where a browser shows the channel. */
  public URI pageAddress() {
    return server.pageAddress();
  }

  /** Tells a newcomer where to look and what to try. */
  public void greet() {
    out.println(
        """
        Zharshy runs against a Telegram inside this program. Nothing leaves this machine.

          Open this page in a browser:  %s

          Left is a channel. Sample articles come out there one by one, in three languages.
          Right is a chat with the bot. Choose there who you are: a reader, who can write
          /latest, or an editor, who can write /post. "Things to try" on the page leads on.

        Your own channel takes three steps:

          1. Write /newbot to @BotFather in Telegram. It makes you a bot and gives you its
             token, a password of the form 123456:ABC...
          2. Add the bot to your channel as an administrator that may post messages.
          3. Copy config/zharshy.example.yaml to config/zharshy.yaml, and write your channel's
             address into it.

        This checks each step and says what is still missing:

          ZHARSHY_BOT_TOKEN=... java -jar target/zharshy.jar doctor

        Below follows what the bot does. Ctrl-C ends it.
        """
            .formatted(server.pageAddress()));
  }

  /**
   * Once the samples are out, each reader asks for them and an editor sends an article, so that
   * there is an answer and a card to see.
   */
  private Duration beginTalking() {
    if (talking) {
      return NEVER_AGAIN;
    }
    Map<String, Integer> standing = application.standing();
    if (standing.getOrDefault("queued", 0) + standing.getOrDefault("publishing", 0) > 0) {
      return SOON;
    }
    for (Person reader : server.readers()) {
      server.write(reader.id(), "/latest");
    }
    server.write(editor, SandboxSamples.letter());
    talking = true;
    return NEVER_AGAIN;
  }

  @Override
  public void close() {
    people.stop();
    server.showQueue(Map::of);
    application.close();
    server.close();
    delete(folder);
  }

  /**
   * Starts the sandbox's server alone.
   *
   * @throws FailedException with a sentence that says why it cannot
   */
  public static SandboxServer startServer(SandboxOptions options) {
    if (options.port() < 0 || options.port() > 65_535) {
      throw new FailedException(
          "There is no port %d: name one from 1 to 65535, or 0 for any that is free."
              .formatted(options.port()));
    }
    try {
      return SandboxServer.start(options);
    } catch (IOException e) {
      throw new FailedException(
          "The sandbox cannot listen on port %d: %s. Name another with --port, or 0 for any."
              .formatted(options.port(), e.getMessage()),
          e);
    }
  }

  private static SandboxOptions options(Settings settings, Clock clock, int port) {
    SandboxOptions options =
        SandboxOptions.standard(clock, System::nanoTime)
            .atPort(port)
            .withChannel(channel(settings), "Zharshy Sandbox");
    List<Long> owners = settings.bot().owners();
    return owners.isEmpty() ? options : options.withOwners(owners);
  }

  private static String channel(Settings settings) {
    List<ChannelSettings> channels = settings.channels();
    return channels.isEmpty() ? "zharshy_sandbox" : channels.get(0).name();
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("zharshy-sandbox");
    } catch (IOException e) {
      throw new FailedException("No temporary folder can be made: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is in the machine's temporary folder, which the machine cleans.
    }
  }
}
