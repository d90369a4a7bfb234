package kz.zharshy.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.chat.Notices;
import kz.zharshy.chat.StaffLanguages;
import kz.zharshy.chat.editor.EditorContext;
import kz.zharshy.chat.editor.Receipts;
import kz.zharshy.chat.editor.StaffRoles;
import kz.zharshy.config.Settings;
import kz.zharshy.language.Language;
import kz.zharshy.ops.Health;
import kz.zharshy.post.Lint;
import kz.zharshy.post.PostMaker;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.publish.OverdueGuard;
import kz.zharshy.publish.PictureSaving;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.publish.PublishListeners;
import kz.zharshy.publish.PublishLog;
import kz.zharshy.publish.Timetables;
import kz.zharshy.search.Indexer;
import kz.zharshy.source.BodyBlocks;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.store.Readers;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.TelegramBotsApi;

/** The running bot: builds everything that {@code run} needs, and stops it in reverse order. */
final class Application implements AutoCloseable {
  private static final List<ArticleState> SHOWN =
      List.of(
          ArticleState.QUEUED,
          ArticleState.PUBLISHING,
          ArticleState.REVIEW,
          ArticleState.HELD,
          ArticleState.FAILED);

  private final Services services = new Services();
  private final CloseStack closing = new CloseStack();
  private final QueueDatabase database;
  private final Leadership leadership;
  private final Clock clock;

  private Application(QueueDatabase database, Clock clock) {
    this.database = database;
    this.leadership = new Leadership(database.lease(), clock);
    this.clock = clock;
  }

  /**
   * Starts the bot.
   *
   * @throws kz.zharshy.config.ConfigurationException if token or channels are missing
   * @throws kz.zharshy.store.StoreException if the database cannot be used
   */
  static Application start(Settings settings, Clock clock) {
    List<Channel> channels = Channels.of(settings);
    PostMaker posts = PostMakers.of(settings);
    TelegramBotsApi api = TelegramClients.open(settings);
    Application application;
    try {
      application = new Application(Databases.open(settings), clock);
    } catch (RuntimeException e) {
      api.close();
      throw e;
    }
    try {
      application.closing.add(application.database);
      application.closing.add(api);
      application.closing.add(application.leadership::release);
      application.closing.add(application.services);
      application.build(settings, channels, posts, api);
      application.services.start();
      prepare(posts, channels.get(0), api);
      return application;
    } catch (RuntimeException e) {
      application.close();
      throw e;
    }
  }

  /** The first article would wait most of a second for classes; they are loaded meanwhile. */
  private static void prepare(PostMaker posts, Channel channel, TelegramBotsApi api) {
    Thread thread =
        new Thread(
            () -> {
              api.prepare();
              Article sample =
                  Drafts.preview(Draft.of(Content.builder("A", "B").build()), Instant.EPOCH);
              posts.make(sample, Language.EN, channel.style());
            },
            "zharshy-prepare");
    thread.setDaemon(true);
    thread.start();
  }

  /** Puts an article into the queue of this bot. */
  void add(Draft draft, String actor) {
    database.articles().add(draft, actor, clock.instant());
  }

  /** How many articles stand where, as the sandbox's page shows it. */
  Map<String, Integer> standing() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ArticleState state : SHOWN) {
      counts.put(state.code(), database.articles().count(state));
    }
    long doubts =
        database.ledger().inDoubt().stream()
            .filter(part -> part.state() == DeliveryState.UNKNOWN)
            .count();
    counts.put("doubt", Math.toIntExact(doubts));
    return counts;
  }

  @Override
  public void close() {
    closing.close();
  }

  private void build(
      Settings settings, List<Channel> channels, PostMaker posts, TelegramBotsApi api) {
    Health health = new Health();
    FloodBudget budget = FloodBudgets.of(settings, channels, database, clock);
    Notices notices = notices(settings, api, budget);
    closing.add(notices);
    StaffLanguages staffLanguages = staffLanguages(settings);
    Receipts receipts = receipts(settings, channels, staffLanguages, notices);
    PublishListener listener =
        new PublishListeners(List.of(new PublishLog(), health, notices, receipts));
    Publishing publishing = new Publishing(settings, channels, database, leadership, clock);
    OverdueGuard overdue = publishing.overdue(listener);
    DoubtSettler settler = publishing.add(services, posts, api, budget, listener, overdue);
    leadership.tell(listener);
    LiveRuntimeStatus engine = new LiveRuntimeStatus(settings.database(), health, clock.instant());
    chat(
        settings, channels, posts, staffLanguages, api, budget, listener, settler, overdue, engine);
    search();
    digests(settings, api, budget);
    sources(settings);
    HealthPort.open(settings, health).ifPresent(closing::add);
  }

  /** In the first language of the first channel, to the log chat, or to the owners without one. */
  private static Notices notices(Settings settings, TelegramBotsApi api, FloodBudget budget) {
    List<Long> owners = settings.bot().owners();
    Long logChat = settings.bot().logChat();
    Language language =
        settings.channels().get(0).languages().stream()
            .flatMap(code -> Language.ofCode(code).stream())
            .findFirst()
            .orElse(Language.RU);
    return new Notices(
        api,
        budget,
        logChat == null ? owners : List.of(logChat),
        owners,
        language,
        settings.timeZone());
  }

  private StaffLanguages staffLanguages(Settings settings) {
    return new StaffLanguages(
        new StaffRoles(Set.copyOf(settings.bot().owners()), database.team()),
        userId -> database.readers().find(userId).map(Readers.Reader::language));
  }

  private Receipts receipts(
      Settings settings, List<Channel> channels, StaffLanguages staffLanguages, Notices notices) {
    Set<Long> owners = Set.copyOf(settings.bot().owners());
    return new Receipts(
        office(settings, channels),
        new StaffRoles(owners, database.team()),
        staffLanguages,
        notices);
  }

  private EditorContext office(Settings settings, List<Channel> channels) {
    return new EditorContext(
        database,
        channels,
        new Timetables(Channels.rules(settings), database.rules(), settings.timeZone()),
        PostMakers.of(settings),
        new Lint(new BodyBlocks(), new LocalPictures()),
        Set.copyOf(settings.bot().owners()),
        settings.limits().channelPerMinute(),
        settings.timeZone(),
        clock);
  }

  private void chat(
      Settings settings,
      List<Channel> channels,
      PostMaker posts,
      StaffLanguages staffLanguages,
      TelegramBotsApi api,
      FloodBudget budget,
      PublishListener listener,
      DoubtSettler settler,
      OverdueGuard overdue,
      LiveRuntimeStatus engine) {
    Chat chat =
        new Chat(
            database,
            settler,
            overdue,
            office(settings, channels),
            staffLanguages,
            new ArticlePagesOnline(settings),
            engine,
            new PictureSaving(api, PictureDesks.of(settings, clock)),
            budget,
            Set.copyOf(settings.bot().owners()),
            channels,
            posts,
            settings.timeZone(),
            leadership,
            clock);
    services.add(chat);
    database.onChange(chat::wake);
    leadership.whenLeading(chat::wake);
    Loop menu = loop("menu", chat::menuStep);
    services.add(menu);
    database.onChange(menu::wake);
    Polling polling = new Polling(api, chat.door(), new PollLog(listener, leadership.self()));
    services.add(polling);
    leadership.whenLeading(polling::begin);
    services.add(leadership);
  }

  private void digests(Settings settings, TelegramBotsApi api, FloodBudget budget) {
    Digests digests =
        new Digests(
            database,
            api,
            budget,
            settings.bot().logChat(),
            settings.timeZone(),
            leadership,
            clock);
    services.add(digests);
    database.onChange(digests::wake);
    leadership.whenLeading(digests::wake);
  }

  private void search() {
    Indexer indexer = new Indexer(database.words(), new BodyBlocks());
    Loop loop = loop("index", indexer::step);
    services.add(loop);
    database.onChange(loop::wake);
    leadership.whenLeading(loop::wake);
  }

  private void sources(Settings settings) {
    InboxStep inbox = new InboxStep(settings, database.articles(), clock);
    services.add(loop("inbox", inbox));
    for (FeedStep feed : new Feeds(settings).steps(database.feeds(), clock)) {
      services.add(Loop.interruptible("feed", leadership.onlyWhileLeading(feed)));
    }
  }

  private Loop loop(String name, Loop.Step step) {
    return new Loop(name, leadership.onlyWhileLeading(step));
  }
}
