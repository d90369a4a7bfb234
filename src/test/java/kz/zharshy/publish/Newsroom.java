package kz.zharshy.publish;

import java.io.IOException;
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
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.PostMaker;
import kz.zharshy.queue.Delivery;
import kz.zharshy.queue.Ledger;
import kz.zharshy.queue.QueueDatabase;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.source.BodyBlocks;
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
final class Newsroom implements AutoCloseable {
  private static final CallLimits QUICK =
      new CallLimits(
          Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ZERO);

  final MovableTime time = new MovableTime();
  final List<String> heard = new ArrayList<>();
  final SandboxServer server;
  final QueueDatabase database;
  private final TelegramBotsApi api;
  private final Dispatcher dispatcher;
  private final ChannelPublisher publisher;
  private final DoubtSettler settler;

  private Newsroom(
      SandboxServer server, Path folder, boolean logChat, UnaryOperator<Ledger> between) {
    this.server = server;
    this.database = QueueDatabase.open(folder.resolve("queue.db").toString());
    Ledger ledger = between.apply(database.ledger());
    this.api =
        new TelegramBotsApi(
            new BotToken(server.token()),
            BotApiAddress.parse(server.apiAddress().toString()),
            QUICK);
    PublishListener listener = new Hearing();
    FloodBudget budget = new FloodBudget(FloodLimits.TELEGRAMS, time::nanos);
    Footer footer = new Footer("Subscribe!", "https://t.me/zharshy_sandbox");
    ChannelStyle style =
        new ChannelStyle("zharshy_sandbox", Map.of(), footer, ZoneId.of("Asia/Almaty"), 30);
    Channel channel = new Channel("zharshy_sandbox", Set.of(), style);
    TelegramHealth health = new TelegramHealth(api, listener, time::nanos);
    dispatcher = new Dispatcher(database.articles(), new Router(List.of(channel)), listener, time);
    publisher =
        new ChannelPublisher(
            channel,
            new ChannelPublisher.Shared(
                database.articles(),
                ledger,
                database.corrections(),
                database.floodWaits(),
                budget,
                health,
                listener,
                time,
                time::nanos),
            new PartPlanner(
                database.articles(), ledger, new PostMaker(new BodyBlocks()), listener, time),
            new PartSender(api),
            new PartEditor(api));
    Probe probe =
        logChat
            ? new ForwardProbe(api, budget, ledger, server.world().logChatId(), time::pass)
            : new NoProbe();
    settler =
        new DoubtSettler(database.articles(), ledger, probe, health, listener, time, QUICK.call());
  }

  /** Opens a newsroom; its Telegram counts the flood limits by the test's clock, too. */
  static Newsroom open(Path folder, boolean logChat) throws IOException {
    return open(folder, logChat, ledger -> ledger);
  }

  /** The same with something between the publishing and its ledger. */
  static Newsroom open(Path folder, boolean logChat, UnaryOperator<Ledger> between)
      throws IOException {
    MovableTime[] time = new MovableTime[1];
    SandboxOptions options =
        SandboxOptions.standard(Clock.systemUTC(), () -> time[0] == null ? 0 : time[0].nanos());
    Newsroom room = new Newsroom(SandboxServer.start(options), folder, logChat, between);
    time[0] = room.time;
    return room;
  }

  SandboxWorld telegram() {
    return server.world();
  }

  /** The site says that its article now says this. */
  void correct(String externalId, Content content) {
    Draft draft = Draft.of(content).withExternalId(externalId);
    database.articles().add(draft, "site", now());
  }

  long add(String title, String body) {
    return database
        .articles()
        .add(Draft.of(Content.builder(title, body).build()), "test", now())
        .article()
        .id();
  }

  /** Lets so much time pass, and everything happen that is due in it. */
  void run(Duration span) throws InterruptedException {
    Instant end = now().plus(span);
    while (now().isBefore(end)) {
      Duration wait = shortest(dispatcher.step(), publisher.step(), settler.step());
      time.pass(wait.isZero() ? Duration.ofMillis(20) : wait);
    }
  }

  Article article(long id) {
    return database.articles().find(id).orElseThrow();
  }

  List<Delivery> parts(long id) {
    return database.ledger().parts(id);
  }

  /** The first lines of the posts in the channel, oldest first. */
  List<String> posted() {
    return telegram().posts().stream()
        .map(SandboxMessage::text)
        .map(text -> text.lines().findFirst().orElse(""))
        .toList();
  }

  Instant now() {
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
    public void published(Article article, Delivery last, long firstMessageId) {
      heard.add("published " + article.id());
    }

    @Override
    public void failed(Article article, String reason) {
      heard.add("failed " + article.id() + ": " + reason);
    }

    @Override
    public void inDoubt(Article article, Delivery part, String reason) {
      heard.add("in doubt " + article.id() + "/" + part.part());
    }

    @Override
    public void settled(Delivery part, boolean found) {
      heard.add("settled " + part.articleId() + "/" + part.part() + " " + found);
    }

    @Override
    public void askEditors(Article article, Delivery part, String reason) {
      heard.add("asked about " + article.id() + "/" + part.part());
    }

    @Override
    public void corrected(Article article, String channel) {
      heard.add("corrected " + article.id());
    }

    @Override
    public void notCorrected(Article article, @Nullable Delivery part, String reason) {
      heard.add("not corrected " + article.id() + ": " + reason);
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
    public void channelPaused(String channel, String reason) {
      heard.add("paused " + channel + ": " + reason);
    }

    @Override
    public void channelResumed(String channel) {
      heard.add("resumed " + channel);
    }

    @Override
    public void telegramTrouble(String reason, Duration pause) {
      heard.add("trouble");
    }

    @Override
    public void databaseTrouble(String reason) {
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
}
