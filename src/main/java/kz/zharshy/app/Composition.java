package kz.zharshy.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import kz.zharshy.article.Article;
import kz.zharshy.article.Priority;
import kz.zharshy.chat.NoticeDelivery;
import kz.zharshy.chat.NoticeReach;
import kz.zharshy.chat.Notices;
import kz.zharshy.chat.StaffLanguages;
import kz.zharshy.chat.editor.ArticlePages;
import kz.zharshy.chat.editor.EditorContext;
import kz.zharshy.chat.editor.StaffRoles;
import kz.zharshy.chat.reader.ReaderContext;
import kz.zharshy.config.ChannelLook;
import kz.zharshy.config.ChannelSettings;
import kz.zharshy.config.FeedSettings;
import kz.zharshy.config.Settings;
import kz.zharshy.config.SettingsTable;
import kz.zharshy.config.SiteSettings;
import kz.zharshy.health.Health;
import kz.zharshy.language.Language;
import kz.zharshy.media.MediaFolders;
import kz.zharshy.media.PictureFallback;
import kz.zharshy.media.PictureFiles;
import kz.zharshy.ops.Check;
import kz.zharshy.ops.Doctor;
import kz.zharshy.ops.FeedCheck;
import kz.zharshy.ops.TelegramTime;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.Length;
import kz.zharshy.post.Lint;
import kz.zharshy.post.PostMaker;
import kz.zharshy.post.PostOptions;
import kz.zharshy.post.PostPart;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.OverdueGuard;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.publish.Router;
import kz.zharshy.publish.Timetables;
import kz.zharshy.schedule.Rules;
import kz.zharshy.schedule.TimetableParser;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.search.index.Indexer;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.source.feed.FeedOptions;
import kz.zharshy.source.feed.FeedPoller;
import kz.zharshy.source.fetch.FetchedPage;
import kz.zharshy.source.fetch.PageFetcher;
import kz.zharshy.source.page.SiteSelectors;
import kz.zharshy.source.page.SubscribeFooter;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.store.OverdueArticles.Choice;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.store.Readers;
import kz.zharshy.store.Team;
import kz.zharshy.telegram.BotApiAddress;
import kz.zharshy.telegram.BotToken;
import kz.zharshy.telegram.CallLimits;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.FloodLimits;
import kz.zharshy.telegram.TelegramBotsApi;

/**
 * Turns settings into the parts of the program: the one place that knows both. A method makes its
 * part anew each time; what it opens, the caller closes. Safe for use by several threads.
 */
public final class Composition {
  private final Settings settings;
  private final Clock clock;

  public Composition(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The table of settings, which knows channels' footers, languages and timetables. */
  public static SettingsTable settingsTable() {
    return new SettingsTable(
        SubscribeFooter::channelsIn,
        Arrays.stream(Language.values()).map(Language::code).toList(),
        Composition::timetableProblem);
  }

  Settings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }

  /**
   * The channels as the publisher knows them, at least one.
   *
   * @throws kz.zharshy.config.ConfigurationException if there is none
   */
  public List<Channel> channels() {
    return settings.requireChannels().stream().map(this::channel).toList();
  }

  /** Chooses the channel of an article. */
  public Router router() {
    return new Router(channels());
  }

  /**
   * Makes posts by the newsroom's own templates.
   *
   * @throws kz.zharshy.config.ConfigurationException with all mistakes in all templates
   */
  public PostMaker posts() {
    return new PostMaker(new BodyBlocks(), templates().read());
  }

  /** What a newsroom should know of its templates although it is no mistake, as sentences. */
  public List<String> templateNotes() {
    return templates().notes(settings.channels().stream().map(ChannelSettings::name).toList());
  }

  /** Warns of what may be put right in a post; asks only this machine about pictures. */
  public Lint lint() {
    return new Lint(new BodyBlocks(), new LocalPictures(mediaFolders()));
  }

  /** The same, and fetches the pictures of the internet to learn their sizes. */
  public Lint lintWithFetchedPictures() {
    return new Lint(
        new BodyBlocks(), new FetchedPictures(new LocalPictures(mediaFolders()), picturesOnline()));
  }

  /**
   * The queue's database, to be closed.
   *
   * @throws kz.zharshy.store.StoreException if it cannot be used
   */
  public QueueDatabase openDatabase() {
    return QueueDatabase.open(settings.database().toString());
  }

  /** The same, watched. */
  QueueDatabase openDatabase(Health health) {
    return QueueDatabase.open(settings.database().toString(), health.worker("queue-watcher"));
  }

  /** The folder of the index of searches. */
  public Path indexFolder() {
    return ArticleIndex.folderOf(settings.database());
  }

  /** The index of an open database's archive. */
  public ArticleIndex openIndex(QueueDatabase database) {
    return new ArticleIndex(indexFolder(), database.archiveChanges().archiveId());
  }

  /**
   * Who fills the index.
   *
   * @param progress is told how many per cent were read of an archive that is read anew
   */
  public Indexer indexer(QueueDatabase database, ArticleIndex index, LongConsumer progress) {
    return new Indexer(database.archiveChanges(), new BodyBlocks(), index, progress);
  }

  /**
   * A client of the Bot API, to be closed.
   *
   * @throws kz.zharshy.config.ConfigurationException if no token is set
   */
  public TelegramBotsApi openTelegram() {
    return new TelegramBotsApi(
        new BotToken(settings.requireToken().revealed()),
        BotApiAddress.parse(settings.bot().api().toString()),
        CallLimits.USUAL,
        mediaFolders()::find);
  }

  /** Where the pictures of this machine lie that may go out: the bot's own are among them. */
  public MediaFolders mediaFolders() {
    List<Path> folders = new ArrayList<>(settings.sources().media());
    folders.add(pictureFolder());
    return new MediaFolders(folders);
  }

  private Path pictureFolder() {
    return settings.database().toAbsolutePath().resolveSibling("pictures");
  }

  /** Reads articles, those of the listed sites by the places that the settings give. */
  public ArticleReader articleReader() {
    return new ArticleReader(
        settings.timeZone(),
        settings.sources().sites().stream().map(Composition::selectors).toList());
  }

  /** Fetches articles' pages. */
  public PageFetcher pagesOnline() {
    return new PageFetcher(settings.sources().allowPrivateAddresses());
  }

  /** Looks whether Telegram and the channels are as they should be. */
  public Doctor doctor(TelegramBotsApi api) {
    return new Doctor(api, new TelegramTime(settings.bot().api())::now, clock);
  }

  /** Whether each feed can be read now. */
  public List<Check> examineFeeds() {
    FeedCheck check = new FeedCheck(pagesOnline(), settings.timeZone());
    return settings.sources().feeds().stream().map(feed -> check.examine(feed.url())).toList();
  }

  /** What was sent just before a restart still counts, and so does what Telegram asked for. */
  FloodBudget floodBudget(QueueDatabase database) {
    Settings.Limits limits = settings.limits();
    FloodBudget budget =
        new FloodBudget(
            new FloodLimits(
                limits.channelPerMinute(), limits.chatPerSecond(), limits.totalPerSecond()),
            System::nanoTime);
    Instant now = clock.instant();
    database
        .floodWaits()
        .open(now)
        .forEach((chat, until) -> budget.backOff(chat, Duration.between(now, until)));
    for (Channel channel : channels()) {
      List<Duration> ages =
          database.ledger().begunSince(channel.name(), now.minus(Duration.ofMinutes(1))).stream()
              .map(begun -> Duration.between(begun, now))
              .toList();
      budget.seed(channel.chatId(), ages);
    }
    return budget;
  }

  /** Who hears notices: the log chat, or the owners without one, or else the editors. */
  NoticeReach reach(Running running) {
    return new NoticeReach(
        running.api(),
        new NoticeReach.Newsroom(
            settings.bot().logChat(),
            settings.bot().owners(),
            () ->
                running.database().team().members().stream()
                    .filter(member -> member.rank() == Team.Rank.EDITOR)
                    .map(Team.Member::userId)
                    .toList(),
            running.api().moved()::now),
        running.health());
  }

  NoticeDelivery delivery(Running running, NoticeReach reach) {
    return new NoticeDelivery(
        running.api(),
        running.budget(),
        reach,
        running.database().keptNotices(),
        clock,
        running.health());
  }

  /** In the first language of the first channel. */
  Notices notices(NoticeDelivery delivery, NoticeReach reach) {
    Language language =
        settings.requireChannels().get(0).languages().stream()
            .flatMap(code -> Language.ofCode(code).stream())
            .findFirst()
            .orElse(Language.RU);
    return new Notices(delivery, reach, language, settings.timeZone());
  }

  /** Who may do what. */
  StaffRoles staff(QueueDatabase database) {
    return new StaffRoles(Set.copyOf(settings.bot().owners()), database.team());
  }

  StaffLanguages staffLanguages(QueueDatabase database) {
    return new StaffLanguages(
        staff(database), userId -> database.readers().find(userId).map(Readers.Reader::language));
  }

  /** The timetables that hold now: an editor's, or else the settings'. */
  Timetables timetables(QueueDatabase database) {
    Map<String, Rules> rules =
        settings.requireChannels().stream()
            .collect(
                Collectors.toMap(
                    ChannelSettings::name, channel -> TimetableParser.read(channel.timetable())));
    return new Timetables(rules, database.rules(), settings.timeZone());
  }

  /** Where there is nobody to ask, nothing is waited for. */
  OverdueGuard.Rules overdueRules() {
    Settings.Overdue set = settings.overdue();
    return new OverdueGuard.Rules(
        Duration.ofMinutes(set.after()),
        set.most(),
        settings.bot().owners().isEmpty() ? Duration.ZERO : Duration.ofMinutes(set.decide()),
        Choice.ofCode(set.otherwise()).orElse(Choice.ALL),
        Duration.ofMinutes(set.spacing()));
  }

  /** What becomes of refused pictures; its files stand beside the database. */
  PictureFallback media() {
    PictureFiles files = new PictureFiles(pictureFolder());
    files.clean(clock.instant());
    PageFetcher fetcher = picturesOnline();
    return new PictureFallback(
        files, mediaFolders(), (address, file) -> fetch(fetcher, address, file));
  }

  EditorContext editors(Running running) {
    return new EditorContext(
        running.database(),
        channels(),
        timetables(running.database()),
        running.posts(),
        lint(),
        settings.limits().channelPerMinute(),
        new EditorContext.Newsroom(
            Set.copyOf(settings.bot().owners()), settings.timeZone(), clock));
  }

  ReaderContext readers(Running running, String botName) {
    Router router = router();
    return new ReaderContext(
        botName,
        channels().stream().map(Channel::name).toList(),
        running.database(),
        running.index(),
        article -> post(running.posts(), router, article),
        settings.timeZone(),
        clock);
  }

  /** Fetches the pages whose addresses editors send. */
  ArticlePages articlePages() {
    return pagesOnline()::fetch;
  }

  /** A poller of each feed, so that a slow one delays no other. */
  List<FeedStep> feeds(QueueDatabase database, PublishListener listener) {
    PageFetcher fetcher = pagesOnline();
    ArticleReader reader = articleReader();
    return settings.sources().feeds().stream()
        .map(
            feed ->
                new FeedStep(
                    feed.url(),
                    new FeedPoller(
                        options(feed),
                        fetcher,
                        reader,
                        database.feeds(),
                        settings.timeZone(),
                        clock),
                    listener))
        .toList();
  }

  /** Takes in what is dropped into the inbox folder. */
  InboxStep inbox(QueueDatabase database, PublishListener listener) {
    return new InboxStep(
        settings.sources().inbox(), articleReader(), database.articles(), listener, clock);
  }

  private TemplateFolder templates() {
    return new TemplateFolder(settings.posts().templates());
  }

  private PageFetcher picturesOnline() {
    return PageFetcher.ofPictures(settings.sources().allowPrivateAddresses());
  }

  private static void fetch(PageFetcher fetcher, String address, Path file) throws IOException {
    try (FetchedPage page = fetcher.fetched(URI.create(address))) {
      Files.copy(page.file(), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (UnreadableException | IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  private static List<PostPart> post(PostMaker posts, Router router, Article article) {
    Language language = article.content().spokenLanguage();
    return posts.make(article, language, router.channel(article).style()).parts();
  }

  private Channel channel(ChannelSettings channel) {
    Map<Language, Footer> footers = new EnumMap<>(Language.class);
    channel
        .footers()
        .forEach(
            (code, text) ->
                Language.ofCode(code).ifPresent(language -> footers.put(language, footer(text))));
    Set<Language> languages = EnumSet.noneOf(Language.class);
    channel.languages().forEach(code -> Language.ofCode(code).ifPresent(languages::add));
    ChannelStyle style =
        new ChannelStyle(
            channel.name(),
            footers,
            footers.values().iterator().next(),
            settings.timeZone(),
            settings.posts().maxParts(),
            Length.valueOf(upper(channel.look().length())),
            options(channel.look()));
    return new Channel(channel.name(), languages, style);
  }

  private static PostOptions options(ChannelLook look) {
    Set<Priority> silent =
        look.silence().priorities().stream().map(Priority::ofCode).collect(Collectors.toSet());
    return new PostOptions(
        PostOptions.Hashtags.valueOf(upper(look.hashtags())),
        PostOptions.Preview.valueOf(upper(look.preview())),
        look.protect(),
        look.tracking(),
        new PostOptions.Silence(silent, look.silence().from(), look.silence().to()),
        PostOptions.Siblings.valueOf(upper(look.siblings())));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static Footer footer(String text) {
    SubscribeFooter footer = SubscribeFooter.parse(text);
    return new Footer(footer.text(), "https://t.me/" + footer.channel());
  }

  private static FeedOptions options(FeedSettings feed) {
    return new FeedOptions(
        feed.url(),
        Optional.ofNullable(feed.language()).flatMap(Language::ofCode).orElse(null),
        feed.section(),
        feed.channel(),
        new FeedOptions.Filter(feed.filter().only(), feed.filter().except()),
        feed.interval(),
        feed.fullPage());
  }

  private static SiteSelectors selectors(SiteSettings site) {
    return new SiteSelectors(
        site.host(),
        site.selector("headline"),
        site.selector("body"),
        site.selector("author"),
        site.selector("date"),
        site.selector("section"),
        site.selector("remove"));
  }

  private static Optional<String> timetableProblem(String timetable) {
    try {
      TimetableParser.read(timetable);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
