package kz.zharshy.publish;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.zharshy.article.Article;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonText;
import kz.zharshy.health.Health;
import kz.zharshy.media.MediaFallback;
import kz.zharshy.media.MediaFolders;
import kz.zharshy.media.PictureFallback;
import kz.zharshy.media.PictureFiles;
import kz.zharshy.ops.HealthReporter;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.PostMaker;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Corrections;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.NewQueue;
import kz.zharshy.store.OverdueArticles.Batch;
import kz.zharshy.store.OverdueArticles.Choice;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.store.RelatedPostsStore;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.BotApiAddress;
import kz.zharshy.telegram.BotToken;
import kz.zharshy.telegram.CallLimits;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.FloodLimits;
import kz.zharshy.telegram.TelegramBotsApi;
import org.jspecify.annotations.Nullable;

/**
 * A real queue in a file and a real Bot API server on loopback, with the publishing stepped by the
 * test: waits pass on a clock of the test's.
 */
public final class PublishFixture implements AutoCloseable {
  private static final CallLimits QUICK =
      new CallLimits(
          Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO);

  public final MovableTime time;
  public final Health health;
  public final List<String> heard = new ArrayList<>();
  public final SandboxServer server;
  public final QueueDatabase database;
  public final TelegramBotsApi api;
  public final FloodBudget budget;
  public final OverdueGuard overdue;
  private final Dispatcher dispatcher;
  private final List<ChannelPublisher> publishers = new ArrayList<>();
  public final DoubtSettler settler;

  /**
   * How a newsroom is set up.
   *
   * @param folder where its database is
   * @param logChat whether it has a log chat
   * @param line where the bot reaches the server, by the server's own address
   * @param between stands between the publishing and what it uses
   */
  public record Setting(
      Path folder, boolean logChat, CallLimits limits, UnaryOperator<URI> line, Between between) {
    /** With a log chat, and a line as it should be. */
    public static Setting in(Path folder) {
      return new Setting(folder, true, QUICK, address -> address, new Between() {});
    }

    public Setting withoutLogChat() {
      return new Setting(folder, false, limits, line, between);
    }

    public Setting withLimits(CallLimits other) {
      return new Setting(folder, logChat, other, line, between);
    }

    public Setting withLine(UnaryOperator<URI> other) {
      return new Setting(folder, logChat, limits, other, between);
    }

    public Setting with(Between other) {
      return new Setting(folder, logChat, limits, line, other);
    }
  }

  /** What stands between the publishing and what it uses. */
  public interface Between {
    /** The names of its channels. */
    default List<String> channels() {
      return List.of("zharshy_sandbox");
    }

    default ChannelStyle style(ChannelStyle usual) {
      return usual;
    }

    default ArticleQueue articles(ArticleQueue real) {
      return real;
    }

    default Ledger ledger(Ledger real) {
      return real;
    }

    default Corrections corrections(Corrections real) {
      return real;
    }

    default RelatedPostsStore relatedPosts(RelatedPostsStore real) {
      return real;
    }

    default BotApi api(BotApi real) {
      return real;
    }

    default MediaFallback pictures(MediaFallback real) {
      return real;
    }
  }

  private PublishFixture(Setting setting, SandboxServer server, MovableTime time) {
    health = new Health(time, time::nanos);
    this.server = server;
    this.time = time;
    this.database = NewQueue.in(setting.folder().resolve("queue.db"));
    this.api =
        new TelegramBotsApi(
            new BotToken(server.token()),
            BotApiAddress.parse(setting.line().apply(server.apiAddress()).toString()),
            setting.limits(),
            local(setting)::find);
    ArticleQueue articles = setting.between().articles(database.articles());
    Ledger ledger = setting.between().ledger(database.ledger());
    BotApi calls = setting.between().api(api);
    PublishListener listener =
        PublishListeners.asOne(List.of(new Hearing(), new HealthReporter(health)));
    this.budget = new FloodBudget(FloodLimits.TELEGRAMS, time::nanos);
    List<Channel> channels =
        setting.between().channels().stream()
            .map(name -> channel(name, setting.between()))
            .toList();
    TelegramHealth telegramHealth = new TelegramHealth(calls, listener, time::nanos);
    overdue =
        new OverdueGuard(
            database.overdue(),
            listener,
            time,
            new OverdueGuard.Rules(
                Duration.ofHours(2), 5, Duration.ofHours(1), Choice.ALL, Duration.ofMinutes(5)));
    dispatcher = new Dispatcher(articles, new Router(channels), listener, time);
    PublishContext shared =
        new PublishContext(
            new PublishContext.Stores(
                articles,
                ledger,
                setting.between().corrections(database.corrections()),
                setting.between().relatedPosts(database.relatedPosts()),
                database.pins(),
                database.floodWaits()),
            overdue,
            timetables(),
            budget,
            telegramHealth,
            listener,
            new PublishContext.Time(time, time::nanos));
    PartPlanner planner =
        new PartPlanner(
            articles,
            ledger,
            database.relatedPosts(),
            new PostMaker(new BodyBlocks()),
            listener,
            time);
    PartSender sender =
        new PartSender(
            calls,
            setting
                .between()
                .pictures(
                    new PictureFallback(
                        new PictureFiles(setting.folder().resolve("pictures")),
                        local(setting),
                        (address, file) -> {
                          throw new IOException("There is no internet in this newsroom.");
                        })));
    for (Channel channel : channels) {
      publishers.add(new ChannelPublisher(channel, shared, planner, sender, new PartEditor(calls)));
    }
    Probe probe =
        setting.logChat()
            ? new ForwardProbe(
                calls, budget, ledger, SandboxWorld.of(server).logChatId(), time::pass)
            : new NoProbe();
    settler =
        new DoubtSettler(
            articles, ledger, probe, telegramHealth, listener, time, setting.limits().call());
    database
        .floodWaits()
        .open(now())
        .forEach((chat, until) -> budget.backOff(chat, Duration.between(now(), until)));
  }

  private static Channel channel(String name, Between between) {
    Footer footer = new Footer("Subscribe!", "https://t.me/" + name);
    ChannelStyle style = new ChannelStyle(name, Map.of(), footer, ZoneId.of("Asia/Almaty"), 30);
    return new Channel(name, Set.of(), between.style(style));
  }

  /** Opens a newsroom; its Telegram counts the flood limits by the test's clock, too. */
  public static PublishFixture open(Setting setting) throws IOException {
    MovableTime time = new MovableTime();
    SandboxOptions options = SandboxOptions.standard(Clock.systemUTC(), time::nanos);
    return new PublishFixture(setting, SandboxServer.start(options), time);
  }

  /** Begins anew on the same database and the same Telegram, as after a crash. */
  public PublishFixture again(Setting other) {
    api.close();
    database.close();
    return new PublishFixture(other, server, time);
  }

  private Timetables timetables() {
    return new Timetables(Map.of(), database.rules(), ZoneId.of("Asia/Almaty"));
  }

  public SandboxWorld telegram() {
    return SandboxWorld.of(server);
  }

  /** The site says that its article now says this. */
  public void correct(String externalId, Content content) {
    Draft draft = Draft.of(content).withExternalId(externalId);
    database.articles().add(draft, "site", now());
  }

  public long add(String title, String body) {
    return database
        .articles()
        .add(Draft.of(Content.builder(title, body).build()), "test", now())
        .article()
        .id();
  }

  /** Lets so much time pass, and everything happen that is due in it. */
  public void run(Duration span) throws InterruptedException {
    Instant end = now().plus(span);
    while (now().isBefore(end)) {
      Duration wait = dispatcher.step();
      for (ChannelPublisher publisher : publishers) {
        wait = shortest(wait, publisher.step());
      }
      wait = shortest(wait, settler.step());
      Duration step = wait.isZero() ? Duration.ofMillis(20) : wait;
      time.pass(shortest(step, Duration.between(now(), end)));
    }
  }

  public Article article(long id) {
    return database.articles().find(id).orElseThrow();
  }

  public List<Delivery> parts(long id) {
    return database.ledger().parts(id);
  }

  /** The first lines of the posts in the channel, oldest first. */
  public List<String> posted() {
    return telegram().posts().stream()
        .map(SandboxMessage::text)
        .map(text -> text.lines().findFirst().orElse(""))
        .toList();
  }

  public Instant now() {
    return time.instant();
  }

  private static Duration shortest(Duration... waits) {
    Duration least = waits[0];
    for (Duration wait : waits) {
      least = wait.compareTo(least) < 0 ? wait : least;
    }
    return least;
  }

  @Override
  public void close() {
    api.close();
    server.close();
    database.close();
  }

  private final class Hearing implements PublishListener {
    @Override
    public void repeated(Reason reason) {
      heard.add("repeated " + reason.code().text());
    }

    @Override
    public void published(Article article, Delivery last, long firstMessageId) {
      heard.add("published " + article.id());
    }

    @Override
    public void failed(Article article, Reason reason) {
      heard.add("failed " + article.id() + ": " + ReasonText.forLog(reason));
    }

    @Override
    public void inDoubt(Article article, Delivery part, Reason reason) {
      heard.add("in doubt " + article.id() + "/" + part.part());
    }

    @Override
    public void settled(Delivery part, boolean found) {
      heard.add("settled " + part.articleId() + "/" + part.part() + " " + found);
    }

    @Override
    public void askEditors(Article article, Delivery part, Reason reason) {
      heard.add("asked about " + article.id() + "/" + part.part());
    }

    @Override
    public void corrected(Article article, String channel) {
      heard.add("corrected " + article.id());
    }

    @Override
    public void notCorrected(Article article, @Nullable Delivery part, Reason reason) {
      heard.add("not corrected " + article.id() + ": " + ReasonText.forLog(reason));
    }

    @Override
    public void notPinned(Article article, Reason reason) {
      heard.add("not pinned " + article.id() + ": " + ReasonText.forLog(reason));
    }

    @Override
    public void gone(Article article, Delivery part) {
      heard.add("gone " + article.id() + "/" + part.part());
    }

    @Override
    public void withdrawn(Article article, List<Delivery> left) {
      heard.add("withdrawn " + article.id() + " but " + left.size());
    }

    @Override
    public void backlog(String channel, int waiting, Instant last) {
      heard.add("%d wait, the last until %s".formatted(waiting, last));
    }

    @Override
    public void overdue(Batch batch, List<Article> late, Choice standing) {
      heard.add("overdue " + batch.id() + ": " + late.size());
    }

    @Override
    public void overdueDecided(Batch batch, Choice choice, String actor) {
      heard.add("overdue " + batch.id() + " " + choice.code() + " by " + actor);
    }

    @Override
    public void channelPaused(String channel, Reason reason) {
      heard.add("paused " + channel + ": " + ReasonText.forLog(reason));
    }

    @Override
    public void channelResumed(String channel) {
      heard.add("resumed " + channel);
    }

    @Override
    public void telegramTrouble(Reason reason, Duration pause) {
      heard.add("trouble");
    }

    @Override
    public void databaseTrouble(Reason reason) {
      heard.add("database trouble");
    }

    @Override
    public void databaseBack() {
      heard.add("database back");
    }

    @Override
    public void telegramBack() {
      heard.add("back");
    }
  }

  /** Its own pictures and those that lie beside the database may go out. */
  private static MediaFolders local(Setting setting) {
    return new MediaFolders(List.of(setting.folder()));
  }
}
