package kz.zharshy.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.chat.NoticeDelivery;
import kz.zharshy.chat.NoticeReach;
import kz.zharshy.chat.Notices;
import kz.zharshy.chat.StaffLanguages;
import kz.zharshy.chat.editor.Receipts;
import kz.zharshy.config.Settings;
import kz.zharshy.health.ErrorEnd;
import kz.zharshy.health.Health;
import kz.zharshy.language.Language;
import kz.zharshy.ops.HealthReporter;
import kz.zharshy.ops.HealthServer;
import kz.zharshy.post.PostMaker;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.ForeignCopy;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.publish.PublishListeners;
import kz.zharshy.publish.PublishLog;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.search.index.Indexer;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.ForeignCopies;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.MovedChats;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.TelegramBotsApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot: starts all its services, and stops them in reverse order. */
public final class Application implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Application.class);

  private static final String START = "start";

  private static final List<ArticleState> SHOWN =
      List.of(
          ArticleState.QUEUED,
          ArticleState.PUBLISHING,
          ArticleState.REVIEW,
          ArticleState.HELD,
          ArticleState.FAILED);

  private final Composition parts;
  private final Settings settings;
  private final Clock clock;
  private final CloseStack closing;
  private final Running running;
  private final Services services;

  private Application(Composition parts, CloseStack closing, Running running) {
    this.parts = parts;
    this.settings = parts.settings();
    this.clock = parts.clock();
    this.closing = closing;
    this.running = running;
    this.services =
        new Services(
            () -> {
              running.api().close();
              running.database().endWaits();
            });
  }

  /**
   * Starts the bot.
   *
   * @param wayOut closes it at the end
   * @throws kz.zharshy.config.ConfigurationException if token or channels are missing
   * @throws kz.zharshy.store.StoreException if the database cannot be used
   * @throws FailedException if the health port cannot be opened
   */
  public static Application start(Settings settings, Clock clock, WayOut wayOut) {
    Composition parts = new Composition(settings, clock);
    CloseStack closing = new CloseStack();
    try {
      settings.requireToken();
      List<Channel> channels = parts.channels();
      Health health = new Health(clock, System::nanoTime);
      ErrorEnd.installed().ifPresent(end -> end.watch(health));
      PostMaker posts = parts.posts();
      openHealthPort(settings.healthPort(), health, closing);
      health.note(START, Reason.of(ReasonCode.STARTING));
      QueueDatabase database = parts.openDatabase(health);
      closing.add(database);
      ArticleIndex index = parts.openIndex(database);
      closing.add(index);
      TelegramBotsApi api = parts.openTelegram();
      closing.add(api);
      Leadership leadership = new Leadership(database.lease(), clock, health);
      closing.add(leadership::release);
      closing.add(database::endWaits);
      Running running =
          new Running(database, index, api, parts.floodBudget(database), posts, leadership, health);
      Application application = new Application(parts, closing, running);
      application.build(wayOut);
      closing.add(application.services);
      wayOut.closes(application);
      application.services.start();
      health.well(START);
      prepare(posts, channels.get(0), api);
      return application;
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  /**
   * Lets this copy publish, whatever was chosen before, and takes the updates back from a webhook.
   *
   * @throws kz.zharshy.store.StoreException if the database cannot be used
   */
  public static void publishHere(Settings settings, Clock clock) {
    Composition parts = new Composition(settings, clock);
    try (QueueDatabase database = parts.openDatabase();
        TelegramBotsApi api = parts.openTelegram()) {
      database.foreignCopies().choose(ForeignCopies.Choice.HERE);
      if (!(api.call(ApiCalls.withoutWebhook()) instanceof Outcome.Done<Boolean>)) {
        log.warn("Whether a webhook stands in the way cannot be told now.");
      }
    }
  }

  /** The program's version, as its jar says; empty where it runs from no jar. */
  public static String version() {
    return LiveRuntimeStatus.number();
  }

  /** The first article would wait most of a second for classes; they are loaded meanwhile. */
  private static void prepare(PostMaker posts, Channel channel, TelegramBotsApi api) {
    Thread thread =
        new Thread(
            () -> {
              api.prepare();
              Draft sample = Draft.of(Content.builder("A", "B").build());
              posts.make(sample.unqueued(Instant.EPOCH), Language.EN, channel.style());
            },
            "zharshy-prepare");
    thread.setDaemon(true);
    thread.start();
  }

  /** How this bot is. */
  Health health() {
    return running.health();
  }

  /** Puts an article into the queue of this bot. */
  void add(Draft draft, String actor) {
    running.database().articles().add(draft, actor, clock.instant());
  }

  /** How many articles stand where, as the sandbox's page shows it. */
  Map<String, Integer> standing() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ArticleState state : SHOWN) {
      counts.put(state.code(), running.database().articles().count(state));
    }
    long doubts =
        running.database().ledger().inDoubt().stream()
            .filter(part -> part.state() == DeliveryState.UNKNOWN)
            .count();
    counts.put("doubt", Math.toIntExact(doubts));
    return counts;
  }

  @Override
  public void close() {
    closing.close();
  }

  private void build(WayOut wayOut) {
    Health health = running.health();
    NoticeReach reach = parts.reach(running);
    NoticeDelivery delivery = parts.delivery(running, reach);
    closing.add(delivery);
    running.leadership().whenLeading(delivery::begin);
    Notices notices = parts.notices(delivery, reach);
    follow(notices);
    StaffLanguages languages = parts.staffLanguages(running.database());
    PublishListener listener =
        PublishListeners.asOne(
            List.of(
                new PublishLog(),
                new HealthReporter(health),
                notices,
                receipts(languages, delivery)));
    ForeignCopy foreign =
        new ForeignCopy(
            running.database().foreignCopies(),
            running.api(),
            listener,
            running.leadership().self(),
            () -> giveWay(wayOut),
            clock,
            System::nanoTime);
    running.leadership().whenLeading(foreign::begin);
    Publishing publishing = new Publishing(parts, running, listener, foreign);
    publishing.addTo(services);
    running.leadership().tell(listener);
    comeBack(listener, notices);
    services.add(
        new ServiceLoop(
            health,
            "database-file",
            new DatabaseWatch(settings.database(), running.database(), listener, wayOut)));
    chat(publishing, languages, listener, reach);
    search();
    digests(publishing);
    sources(listener);
  }

  private void comeBack(PublishListener listener, Notices notices) {
    Comeback comeback =
        new Comeback(
            settings.database(),
            running.database().errorEnds(),
            running.health().atWork(),
            listener,
            clock);
    running.leadership().beforeLeading(comeback::look);
    ErrorEnd.installed()
        .ifPresent(
            end ->
                end.tellBy(
                    why -> {
                      if (comeback.isNews()) {
                        notices.ending(why);
                      }
                    }));
  }

  private static void giveWay(WayOut wayOut) {
    log.error(
        "An owner has chosen that another copy of the bot publishes, so this one ends. If this one"
            + " is to publish again, stop the other one and start this one with `run --here`.");
    wayOut.leave(WayOut.GAVE_WAY);
  }

  /** Groups that became supergroups go on under their new number, over a restart too. */
  private void follow(Notices notices) {
    MovedChats moved = running.api().moved();
    moved.recall(running.database().chatMoves().all());
    Long logChat = settings.bot().logChat();
    if (logChat != null && moved.now(logChat) != logChat) {
      noteMoved(logChat, moved.now(logChat));
    }
    moved.tell(
        (from, to) -> {
          log.info("The chat {} became a supergroup; its number is {} now.", from, to);
          if (logChat != null && moved.now(logChat) == to) {
            noteMoved(logChat, to);
            notices.logChatMoved(logChat, to);
          }
          running.database().chatMoves().note(from, to, clock.instant());
        });
  }

  private void noteMoved(long from, long to) {
    running.health().note("log chat number", Reason.of(ReasonCode.LOG_CHAT_MOVED, from, to));
  }

  private Receipts receipts(StaffLanguages languages, NoticeDelivery delivery) {
    return new Receipts(
        parts.editors(running), parts.staff(running.database()), languages, delivery);
  }

  private void chat(
      Publishing publishing,
      StaffLanguages languages,
      PublishListener listener,
      NoticeReach reach) {
    Health health = running.health();
    Leadership leadership = running.leadership();
    LiveRuntimeStatus status = new LiveRuntimeStatus(settings.database(), health, clock.instant());
    ChatService chat = new ChatService(parts, running, publishing, languages, status, reach);
    services.add(chat);
    wake(chat::wake);
    ServiceLoop menu = loop("menu", chat::menuStep);
    services.add(menu);
    running.database().onChange(menu::wake);
    ForeignCopy foreign = publishing.foreign();
    PollLog log = new PollLog(listener, leadership.self(), health, foreign);
    Polling polling =
        new Polling(
            running.api(),
            () -> leadership.isLeading() && foreign.mayReceive(),
            chat.door(),
            log,
            health.worker("polling"));
    services.add(polling);
    leadership.whenLeading(polling::begin);
    services.add(leadership);
  }

  private void digests(Publishing publishing) {
    DigestService digests = new DigestService(parts, running, publishing);
    services.add(digests);
    wake(digests::wake);
  }

  private void search() {
    Indexer indexer =
        parts.indexer(
            running.database(),
            running.index(),
            done -> log.info("The search index is being built: {} %.", done));
    closing.add(indexer);
    ServiceLoop loop =
        new ServiceLoop(
            running.health(),
            "index",
            running.leadership().onlyWhileLeading(indexer::step, indexer::rest));
    services.add(loop);
    wake(loop::wake);
  }

  private void sources(PublishListener listener) {
    services.add(loop("inbox", parts.inbox(running.database(), listener)));
    for (FeedStep feed : parts.feeds(running.database(), listener)) {
      services.add(
          ServiceLoop.interruptible(
              running.health(), feed.toString(), running.leadership().onlyWhileLeading(feed)));
    }
  }

  /** First of all: while a large database is brought up to date, the bot is well. */
  private static void openHealthPort(int port, Health health, CloseStack closing) {
    if (port == 0) {
      return;
    }
    try {
      closing.add(HealthServer.start(port, health));
    } catch (IOException e) {
      throw new FailedException(
          "The health port %d cannot be opened: %s. Set another as health-port."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** Whenever something is new in the database, and whenever this copy begins to lead. */
  private void wake(Runnable service) {
    running.database().onChange(service);
    running.leadership().whenLeading(service);
  }

  private ServiceLoop loop(String name, ServiceLoop.Step step) {
    return new ServiceLoop(running.health(), name, running.leadership().onlyWhileLeading(step));
  }
}
