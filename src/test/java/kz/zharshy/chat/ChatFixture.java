package kz.zharshy.chat;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import kz.zharshy.article.Article;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.chat.digest.DigestWriter;
import kz.zharshy.chat.digest.LetterSender;
import kz.zharshy.chat.editor.AuditBook;
import kz.zharshy.chat.editor.CopyCommand;
import kz.zharshy.chat.editor.EditorCommands;
import kz.zharshy.chat.editor.EditorContext;
import kz.zharshy.chat.editor.JoinCommand;
import kz.zharshy.chat.editor.OverdueCommand;
import kz.zharshy.chat.editor.Receipts;
import kz.zharshy.chat.editor.RuntimeStatus;
import kz.zharshy.chat.editor.StaffRoles;
import kz.zharshy.chat.reader.ReaderCommands;
import kz.zharshy.chat.reader.ReaderContext;
import kz.zharshy.health.Health;
import kz.zharshy.language.Language;
import kz.zharshy.media.MediaFolders;
import kz.zharshy.media.PictureFallback;
import kz.zharshy.media.PictureFiles;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.Lint;
import kz.zharshy.post.PictureSizes;
import kz.zharshy.post.PostMaker;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.ChannelPublisher;
import kz.zharshy.publish.Dispatcher;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.publish.ForeignCopy;
import kz.zharshy.publish.MovableTime;
import kz.zharshy.publish.NoProbe;
import kz.zharshy.publish.OverdueGuard;
import kz.zharshy.publish.PartEditor;
import kz.zharshy.publish.PartPlanner;
import kz.zharshy.publish.PartSender;
import kz.zharshy.publish.PictureSaving;
import kz.zharshy.publish.PublishContext;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.publish.Router;
import kz.zharshy.publish.TelegramHealth;
import kz.zharshy.publish.Timetables;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.search.index.Indexer;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Delivery.PlannedPart;
import kz.zharshy.store.Lease;
import kz.zharshy.store.NewQueue;
import kz.zharshy.store.OverdueArticles.Choice;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.store.Team;
import kz.zharshy.telegram.BotApiAddress;
import kz.zharshy.telegram.BotToken;
import kz.zharshy.telegram.CallLimits;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.FloodLimits;
import kz.zharshy.telegram.ReceivedUpdate;
import kz.zharshy.telegram.TelegramBotsApi;
import org.jspecify.annotations.Nullable;

/**
 * The chat side of the bot on a real database, against a real Bot API server. It is 22 November
 * 2026, 15:00 in Almaty, until time passes.
 */
public final class ChatFixture implements AutoCloseable {
  public static final long OWNER = 1_000_001;
  public static final long READER = 42;
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static final String BOT = "herald_bot";
  private static final String CHANNEL = "tau_news";
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final int PLENTY = 1000;
  private static final Duration SOME_MINUTES = Duration.ofMinutes(2);

  /** Stands still until it is moved. */
  public final MovableTime time = new MovableTime();

  private final Health health = new Health(time, time::nanos);
  private final Path file;
  private final SandboxServer server;
  private final TelegramBotsApi api;
  private final FloodLimits limits;
  private final LongSupplier nanos;
  private QueueDatabase database;
  private final ArticleIndex index;
  private UpdateDispatcher context;
  private ReaderRateLimit fairUse;
  private UpdateIntake door;
  private List<Command> all = List.of();
  private @Nullable CommandMenu menu;
  private LongSupplier fairNanos = calmly();
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final List<Reason> problems = new CopyOnWriteArrayList<>();
  private @Nullable Long logChat;
  private NoticeReach reach;
  private NoticeDelivery delivery;
  private LongFunction<Optional<Language>> languages = userId -> Optional.empty();
  private volatile UnaryOperator<ChannelStyle> look = style -> style;

  /** A house without flood limits. */
  public ChatFixture(Path folder) {
    this(folder, new FloodLimits(PLENTY, PLENTY, PLENTY), System::nanoTime);
  }

  /** A house with these limits, counted by this clock. */
  ChatFixture(Path folder, FloodLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    file = folder.resolve("chat.db");
    Clock clock = time;
    try {
      server =
          SandboxServer.start(
              new SandboxOptions(
                  0,
                  new SandboxOptions.Bot("7000000001:AAChatHouse", BOT),
                  new SandboxOptions.Channel(CHANNEL, "Tau News"),
                  new SandboxOptions.Staff(List.of(OWNER), -1_001_234_567_890L),
                  new kz.zharshy.sandbox.world.FloodLimits(PLENTY, PLENTY, PLENTY),
                  clock,
                  System::nanoTime));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    api =
        new TelegramBotsApi(
            new BotToken(server.token()),
            BotApiAddress.parse(server.apiAddress().toString()),
            CallLimits.USUAL);
    database = NewQueue.in(file);
    index = new ArticleIndex(ArticleIndex.folderOf(file), database.archiveChanges().archiveId());
    index();
    fairUse = fairUse();
    door = door();
    openDelivery();
    context = context();
    context.whenThereIsMore(this::work);
  }

  /** So much time passes between any two updates that nobody ever asks too much. */
  private static LongSupplier calmly() {
    AtomicLong time = new AtomicLong();
    return () -> time.addAndGet(Duration.ofDays(2).toNanos());
  }

  /** From now on it is counted, by this clock, how much people ask. */
  void count(LongSupplier nanos) {
    fairNanos = nanos;
    restart();
  }

  private ReaderRateLimit fairUse() {
    return new ReaderRateLimit(people(), fairNanos);
  }

  UpdateIntake door() {
    return new UpdateIntake(database.updates(), fairUse, time);
  }

  private StaffRoles people() {
    return new StaffRoles(Set.of(OWNER), database.team());
  }

  private UpdateDispatcher context() {
    Clock clock = time;
    EditorContext office = office(clock);
    List<Command> commands = new ArrayList<>();
    ReaderCommands readers = ReaderCommands.of(context(clock));
    StaffLanguages staffLanguages =
        new StaffLanguages(new StaffRoles(Set.of(OWNER), database.team()), readers::language);
    EditorCommands editors =
        EditorCommands.of(
            office,
            settler(clock),
            api,
            this::page,
            BOT,
            person -> languages.apply(person).or(() -> staffLanguages.apply(person)),
            engine());
    for (Command command : readers.commands()) {
      commands.add(command.name().equals("start") ? new JoinCommand(office, command) : command);
    }
    commands.addAll(editors.commands());
    commands.add(new OverdueCommand(overdue()));
    commands.add(new CopyCommand(foreignCopy()));
    CommandList listed = CommandList.withHelp(commands);
    all = listed.all();
    CommandMenu opened = new CommandMenu(api, listed, people()::all);
    menu = opened;
    List<MessageHandler> messageHandlers = new ArrayList<>(editors.messageHandlers());
    messageHandlers.add(readers.search());
    return new UpdateDispatcher(
        database.updates(),
        new UpdateRouter(
            BOT,
            people().speaking(readers::language),
            new UpdateRouter.Repertoire(listed, messageHandlers, readers.inline()),
            List.of(
                staffLanguages,
                new ChannelPosts(Set.of(CHANNEL), database.ledger()),
                new ReactionCounts(Set.of(CHANNEL), database.statistics()),
                new DiscussionPosts(settler(clock)),
                new GroupMoves(api.moved()),
                reach,
                opened),
            new AuditBook(database.audit(), clock),
            fairUse),
        new PictureSaving(api, pictures()),
        new FloodBudget(limits, nanos),
        health,
        clock);
  }

  private EditorContext office(Clock clock) {
    BodyBlocks blocks = new BodyBlocks();
    Footer footer = new Footer("Read!", "https://t.me/" + CHANNEL);
    ChannelStyle style = new ChannelStyle(CHANNEL, Map.of(), footer, ALMATY, 30);
    return new EditorContext(
        database,
        List.of(new Channel(CHANNEL, Set.of(), look.apply(style))),
        new Timetables(Map.of(), database.rules(), ALMATY),
        new PostMaker(blocks),
        new Lint(blocks, PictureSizes.UNKNOWN),
        20,
        new EditorContext.Newsroom(Set.of(OWNER), ALMATY, clock));
  }

  private RuntimeStatus engine() {
    return new RuntimeStatus() {
      @Override
      public String version() {
        return "1.4.0";
      }

      @Override
      public Instant since() {
        return NOW.minus(Duration.ofHours(3));
      }

      @Override
      public long databaseBytes() {
        return 12L * 1024 * 1024;
      }

      @Override
      public List<Reason> problems() {
        return List.copyOf(problems);
      }
    };
  }

  /** Something keeps the bot from publishing. */
  public void trouble(Reason problem) {
    problems.add(problem);
  }

  /** The page of an address, as the internet of these tests has it. */
  private SourceText page(URI address) throws UnreadableException {
    String found = redirects.getOrDefault(address.toString(), address.toString());
    String text = pages.get(found);
    if (text == null) {
      throw new UnreadableException(ReasonCode.PAGE_ANSWERS, address.toString(), 404);
    }
    return new SourceText(found, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a page, in Markdown, HTML or JSON, into the internet of these tests. */
  public void page(String address, String text) {
    pages.put(address, text);
  }

  /** From now on one address leads to another. */
  public void redirect(String from, String to) {
    redirects.put(from, to);
  }

  /** Asks at noon about what is late since ten. */
  public OverdueGuard overdue() {
    OverdueGuard.Rules rules =
        new OverdueGuard.Rules(
            Duration.ofHours(2), 1, Duration.ofHours(1), Choice.ALL, Duration.ofMinutes(5));
    PublishListener nobody = new PublishListener() {};
    return new OverdueGuard(database.overdue(), nobody, time, rules);
  }

  private ForeignCopy foreignCopy() {
    return new ForeignCopy(
        database.foreignCopies(),
        api,
        new PublishListener() {},
        new Lease.Holder("news-1", 4711, Instant.EPOCH),
        () -> {},
        time,
        time::nanos);
  }

  private ReaderContext context(Clock clock) {
    BodyBlocks bodies = new BodyBlocks();
    PostMaker posts = new PostMaker(bodies);
    ChannelStyle style =
        new ChannelStyle(
            CHANNEL, Map.of(), new Footer("Read us", "https://t.me/" + CHANNEL), ALMATY, 10);
    return new ReaderContext(
        BOT,
        List.of(CHANNEL),
        database,
        index,
        article -> posts.make(article, article.content().spokenLanguage(), style).parts(),
        ALMATY,
        clock);
  }

  /** The command menu of the program. */
  CommandMenu menu() {
    return Objects.requireNonNull(menu);
  }

  /** All commands, of readers and of the newsroom. */
  public List<Command> commands() {
    return all;
  }

  /** Reads the words of what was published, as the program does by itself. */
  public void index() {
    try (Indexer indexer =
        new Indexer(database.archiveChanges(), new BodyBlocks(), index, done -> {})) {
      while (indexer.step().isZero()) {
        // Reads all there is.
      }
    }
  }

  private DoubtSettler settler(Clock clock) {
    PublishListener nobody = new PublishListener() {};
    return new DoubtSettler(
        database.articles(),
        database.ledger(),
        new NoProbe(),
        new TelegramHealth(api, nobody, nanos),
        nobody,
        clock,
        Duration.ZERO);
  }

  /** Notices to the owner, in a language. */
  public Notices notices(Language language) {
    return new Notices(delivery, reach, language, ALMATY);
  }

  /** What brings notices to people; without a log chat at first. */
  public NoticeDelivery delivery() {
    return delivery;
  }

  /** From now on there is a log chat, and who can be reached is looked for. */
  void openLogChat() {
    logChat = world().logChatId();
    restart();
    delivery.begin();
  }

  Health health() {
    return health;
  }

  private void openDelivery() {
    api.moved().recall(database.chatMoves().all());
    api.moved().tell((from, to) -> database.chatMoves().note(from, to, NOW));
    reach =
        new NoticeReach(
            api,
            new NoticeReach.Newsroom(
                logChat,
                List.of(OWNER),
                () -> database.team().members().stream().map(Team.Member::userId).toList(),
                api.moved()::now),
            health);
    delivery =
        new NoticeDelivery(
            api, new FloodBudget(limits, nanos), reach, database.keptNotices(), time, health);
    Notices unused = notices(Language.EN);
  }

  public SandboxWorld world() {
    return SandboxWorld.of(server);
  }

  public QueueDatabase database() {
    return database;
  }

  /** What the bot answers to a person's words in private. */
  public String ask(long person, String language, String words) {
    return answerTo(world().personWrites(person, language, words), person);
  }

  /** What the bot answers to a person's file in private. */
  public String send(long person, String language, String name, byte[] bytes, String caption) {
    return answerTo(world().personSendsFile(person, language, name, bytes, caption), person);
  }

  /**
   * A person presses a button, real or forged, below a message of the chat.
   *
   * @return the press, for {@link SandboxWorld#isAnswered}
   */
  public String press(long person, int messageId, String data) {
    JsonNode update = world().personPresses(person, messageId, data);
    comes(update);
    settle();
    return update.get("callback_query").get("id").textValue();
  }

  /** What the bot answers in a chat to an update. */
  public String answerTo(JsonNode update, long chat) {
    int before = answers(chat).size();
    comes(update);
    await().until(() -> answers(chat).size() > before);
    return answers(chat).get(before);
  }

  /** Lets an update come that nothing is answered to, and waits until it is done. */
  public void comes(JsonNode update) {
    door.store(List.of(new ReceivedUpdate(update.get("update_id").longValue(), update.toString())));
    work();
  }

  synchronized void work() {
    while (context.step().isZero()) {
      // Takes up all there is.
    }
  }

  /** Waits until every update is done or set aside. */
  public void settle() {
    await().until(() -> waiting() == 0);
  }

  /** How many updates are neither done nor set aside. */
  int waiting() {
    return count("waiting");
  }

  /** How many updates tripped over a mistake of ours. */
  public int failures() {
    return setAside();
  }

  /** All that is in the database, but what came, the numbers it had, who asked, and who reads. */
  public List<String> records() {
    Set<String> besides =
        Set.of(
            "telegram_update",
            "audit_line",
            "attempt",
            "sqlite_sequence",
            "reader",
            "sqlite_stat1");
    List<String> all = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet tables =
            connection
                .createStatement()
                .executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")) {
      while (tables.next()) {
        String table = tables.getString(1);
        if (!besides.contains(table)) {
          records(connection, table, all);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static void records(Connection connection, String table, List<String> all)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder(table);
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.append(' ').append(rows.getString(i));
        }
        if (!row.toString().startsWith("channel private chats ")) {
          all.add(row.toString());
        }
      }
    }
  }

  /** How many updates were set aside. */
  int setAside() {
    return count("failed");
  }

  /** How many updates were let in. */
  int updates() {
    return count("waiting") + count("done") + count("failed");
  }

  private int count(String state) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet count =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT count(*) FROM telegram_update WHERE state = '" + state + "'")) {
      return count.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An update as one writes to the bot, to be changed before it comes. */
  public ObjectNode message(long person, String words) {
    return world().personWrites(person, "en", words).deepCopy();
  }

  /**
   * What the bot has said in a chat: links as {@code [words](address)}, bold as {@code *words*}.
   */
  public List<String> answers(long chat) {
    return world().messages(chat).stream()
        .filter(message -> message.json().path("from").path("is_bot").booleanValue())
        .map(ChatFixture::rendered)
        .toList();
  }

  private static String rendered(SandboxMessage message) {
    StringBuilder text = new StringBuilder(message.text());
    JsonNode entities = message.json().path("entities");
    for (int i = entities.size() - 1; i >= 0; i--) {
      JsonNode entity = entities.get(i);
      String type = entity.get("type").textValue();
      int from = entity.get("offset").intValue();
      int to = from + entity.get("length").intValue();
      if (type.equals("bold")) {
        text.insert(to, '*').insert(from, '*');
      } else if (type.equals("text_link")) {
        text.insert(to, "](" + entity.get("url").textValue() + ")").insert(from, '[');
      }
    }
    return text.toString();
  }

  /** Puts an article into the channel. */
  public void publish(String title, int messageId, Instant at) {
    long unused = publish(Draft.of(Content.builder(title, "…").build()), messageId, at);
  }

  /** Puts an article into the channel; gives its number. */
  public long publish(Draft draft, int messageId, Instant at) {
    Article article = database.articles().add(draft, "test", at).article();
    database.articles().route(article, CHANNEL, draft.content().spokenLanguage());
    database.articles().claim(CHANNEL, at);
    Delivery part =
        database
            .ledger()
            .plan(article.id(), CHANNEL, List.of(new PlannedPart("sendMessage", "{}")), at)
            .get(0);
    database.ledger().sending(part.id(), at);
    database.ledger().sent(part.id(), messageId, messageId, at);
    return article.id();
  }

  /** The buttons below the last message of a chat, row by row: {@code label (what it says)}. */
  public List<String> buttons(long chat) {
    List<SandboxMessage> messages = world().messages(chat);
    List<String> rows = new ArrayList<>();
    JsonNode last = messages.get(messages.size() - 1).json();
    for (JsonNode row : last.path("reply_markup").path("inline_keyboard")) {
      List<String> labels = new ArrayList<>();
      for (JsonNode button : row) {
        String says =
            button.path("callback_data").asText("")
                + button.path("url").asText("")
                + button.path("switch_inline_query").asText("");
        labels.add(button.get("text").textValue() + " (" + says + ")");
      }
      rows.add(String.join(", ", labels));
    }
    return rows;
  }

  /** A person presses the button of the last message that has this label; gives its new text. */
  public String tap(long person, String label) {
    List<SandboxMessage> messages = world().messages(person);
    JsonNode last = messages.get(messages.size() - 1).json();
    for (JsonNode button : last.path("reply_markup").findParents("text")) {
      if (button.get("text").textValue().equals(label)) {
        String unused =
            press(person, last.get("message_id").intValue(), button.get("callback_data").asText());
        List<String> answers = answers(person);
        return answers.get(answers.size() - 1);
      }
    }
    throw new AssertionError("no button " + label + " among " + buttons(person));
  }

  /**
   * Lets time pass, and everything go out that is due in its first and its last minutes. Whoever
   * let it go out hears of it.
   */
  public void passes(Duration span) {
    Instant end = time.instant().plus(span);
    Publishing publishing = new Publishing();
    publishing.until(time.instant().plus(span.compareTo(SOME_MINUTES) < 0 ? span : SOME_MINUTES));
    Duration rest = Duration.between(time.instant(), end);
    if (rest.compareTo(SOME_MINUTES) > 0) {
      time.pass(rest.minus(SOME_MINUTES));
    }
    publishing.until(end);
  }

  /** What publishes. */
  private final class Publishing {
    private final Dispatcher dispatcher;
    private final ChannelPublisher publisher;

    Publishing() {
      PublishListener told =
          new Receipts(
              office(time), new StaffRoles(Set.of(OWNER), database.team()), languages, delivery);
      List<Channel> channels = office(time).channels();
      FloodBudget budget = new FloodBudget(limits, time::nanos);
      dispatcher = new Dispatcher(database.articles(), new Router(channels), told, time);
      publisher =
          new ChannelPublisher(
              channels.get(0),
              new PublishContext(
                  new PublishContext.Stores(
                      database.articles(),
                      database.ledger(),
                      database.corrections(),
                      database.relatedPosts(),
                      database.pins(),
                      database.floodWaits()),
                  overdue(),
                  new Timetables(Map.of(), database.rules(), ALMATY),
                  budget,
                  new TelegramHealth(api, told, time::nanos),
                  told,
                  new PublishContext.Time(time, time::nanos)),
              new PartPlanner(
                  database.articles(),
                  database.ledger(),
                  database.relatedPosts(),
                  new PostMaker(new BodyBlocks()),
                  told,
                  time),
              new PartSender(api, pictures()),
              new PartEditor(api));
    }

    void until(Instant end) {
      while (time.instant().isBefore(end)) {
        Duration one = dispatcher.step();
        Duration other = publisher.step();
        Duration wait = one.compareTo(other) < 0 ? one : other;
        Duration left = Duration.between(time.instant(), end);
        Duration step = wait.isZero() ? Duration.ofMillis(20) : wait;
        time.pass(step.compareTo(left) < 0 ? step : left);
      }
    }
  }

  private DigestWriter writer() {
    return new DigestWriter(
        database.archive(), database.outbox(), new BodyBlocks(), BOT, ALMATY, time);
  }

  /** Writes the letters to readers that are due. */
  public void writeLetters() {
    DigestWriter writer = writer();
    while (writer.step().isZero()) {
      // Writes all there is.
    }
  }

  /** Writes the letters to readers that are due, and sends them. */
  public void sendLetters() {
    LetterSender sender =
        new LetterSender(
            database, api, new FloodBudget(limits, nanos), writer(), Runnable::run, nanos, null);
    while (sender.step().isZero()) {
      // Sends all there is.
    }
  }

  private PictureFallback pictures() {
    return new PictureFallback(
        new PictureFiles(file.resolveSibling("pictures")),
        new MediaFolders(List.of(file.resolveSibling("media"), file.resolveSibling("pictures"))),
        (address, file) -> {
          throw new IOException("There is no internet in this house.");
        });
  }

  /** What tells the editors that their articles are out. */
  public Receipts receipts() {
    return new Receipts(
        office(time),
        new StaffRoles(Set.of(OWNER), database.team()),
        userId -> Optional.of(Language.EN),
        delivery);
  }

  /** From now on the channel's posts look so. */
  public void look(UnaryOperator<ChannelStyle> other) {
    look = other;
    restart();
  }

  /** The languages that people speak who are told something by itself. */
  public void languages(LongFunction<Optional<Language>> spoken) {
    languages = spoken;
  }

  /** The secret of the last invitation that somebody was given. */
  public String lastSecret(long person) {
    String all = String.join("\n", answers(person));
    String last = all.substring(all.lastIndexOf("start=") + "start=".length());
    return last.lines().findFirst().orElse("");
  }

  /** The same as {@link #restart}, for other rooms. */
  public void restartNow() {
    restart();
  }

  /** The names of all commands that are not for every reader. */
  public List<String> newsroomCommands() {
    return all.stream()
        .filter(command -> command.audience() != Role.READER)
        .map(Command::name)
        .toList();
  }

  /** Ends the desk as the program does when it is stopped, and begins anew on the same database. */
  void restart() {
    endTalks();
    database.close();
    database = QueueDatabase.open(file.toString());
    fairUse = fairUse();
    door = door();
    openDelivery();
    context = context();
    context.whenThereIsMore(this::work);
    work();
  }

  private void endTalks() {
    context.stop();
    try {
      context.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    context.close();
  }

  @Override
  public void close() {
    delivery.close();
    endTalks();
    index.close();
    database.close();
    api.close();
    server.close();
  }
}
