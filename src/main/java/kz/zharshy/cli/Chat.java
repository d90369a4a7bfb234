package kz.zharshy.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.zharshy.chat.ChannelPosts;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandMenu;
import kz.zharshy.chat.DiscussionPosts;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.ReactionCounts;
import kz.zharshy.chat.ReaderRateLimit;
import kz.zharshy.chat.StaffLanguages;
import kz.zharshy.chat.UpdateDispatcher;
import kz.zharshy.chat.UpdateIntake;
import kz.zharshy.chat.UpdateRouter;
import kz.zharshy.chat.editor.ArticlePages;
import kz.zharshy.chat.editor.AuditBook;
import kz.zharshy.chat.editor.EditorCommands;
import kz.zharshy.chat.editor.EditorContext;
import kz.zharshy.chat.editor.JoinCommand;
import kz.zharshy.chat.editor.OverdueCommand;
import kz.zharshy.chat.editor.RuntimeStatus;
import kz.zharshy.chat.editor.StaffRoles;
import kz.zharshy.chat.reader.ReaderCommands;
import kz.zharshy.chat.reader.ReaderContext;
import kz.zharshy.language.Language;
import kz.zharshy.post.PostMaker;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.publish.OverdueGuard;
import kz.zharshy.publish.Router;
import kz.zharshy.source.BodyBlocks;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.UpdateSink;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Answers what was received. Opens its desk as soon as Telegram says what the bot is called: a
 * command in a group may be meant for another bot.
 */
final class Chat implements Service {
  private static final Duration UNTIL_TELEGRAM_ANSWERS = Duration.ofSeconds(15);
  private static final Duration UNTIL_THE_DESK_IS_OPEN = Duration.ofSeconds(2);

  private final QueueDatabase database;
  private final DoubtSettler settler;
  private final OverdueGuard overdue;
  private final EditorContext office;
  private final StaffLanguages staffLanguages;
  private final ArticlePages pages;
  private final RuntimeStatus engine;
  private final BotApi api;
  private final FloodBudget budget;
  private final List<Channel> channels;
  private final PostMaker posts;
  private final ZoneId zone;
  private final Clock clock;
  private final StaffRoles people;
  private final ReaderRateLimit fairUse;
  private final Loop loop;
  private volatile @Nullable UpdateDispatcher context;
  private volatile @Nullable CommandMenu menu;

  Chat(
      QueueDatabase database,
      DoubtSettler settler,
      OverdueGuard overdue,
      EditorContext office,
      StaffLanguages staffLanguages,
      ArticlePages pages,
      RuntimeStatus engine,
      BotApi api,
      FloodBudget budget,
      Set<Long> owners,
      List<Channel> channels,
      PostMaker posts,
      ZoneId zone,
      Leadership leadership,
      Clock clock) {
    this.loop = new Loop("chat", leadership.onlyWhileLeading(this::step));
    this.database = database;
    this.settler = settler;
    this.overdue = overdue;
    this.office = office;
    this.staffLanguages = staffLanguages;
    this.pages = pages;
    this.engine = engine;
    this.api = api;
    this.budget = budget;
    this.channels = channels;
    this.posts = posts;
    this.zone = zone;
    this.clock = clock;
    this.people = new StaffRoles(owners, database.team());
    this.fairUse = new ReaderRateLimit(people, System::nanoTime);
  }

  /** Where updates come in. */
  UpdateSink door() {
    return new UpdateIntake(database.updates(), fairUse, clock);
  }

  /** There may be something new. */
  void wake() {
    loop.wake();
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop() {
    loop.stop();
    UpdateDispatcher open = context;
    if (open != null) {
      open.stop();
    }
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    boolean ended = loop.join(limit);
    UpdateDispatcher open = context;
    if (open != null) {
      open.close();
    }
    return ended;
  }

  @Override
  public String toString() {
    return "chat";
  }

  private Duration step() {
    UpdateDispatcher open = context;
    if (open == null) {
      if (!(api.call(new GetMe()) instanceof Outcome.Done<User> me)) {
        return UNTIL_TELEGRAM_ANSWERS;
      }
      open = context(String.valueOf(me.result().getUserName()));
      context = open;
    }
    return open.step();
  }

  /** Keeps the command menus as they should be. */
  Duration menuStep() {
    CommandMenu open = menu;
    return open == null ? UNTIL_THE_DESK_IS_OPEN : open.step();
  }

  private UpdateDispatcher context(String botName) {
    List<String> names = channels.stream().map(Channel::name).toList();
    List<Command> commands = new ArrayList<>();
    ReaderCommands readers = ReaderCommands.of(context(botName, names));
    EditorCommands editors =
        EditorCommands.of(office, settler, api, pages, botName, staffLanguages, engine);
    for (Command command : readers.commands()) {
      commands.add(command.name().equals("start") ? new JoinCommand(office, command) : command);
    }
    commands.addAll(editors.commands());
    commands.add(new OverdueCommand(overdue));
    List<MessageHandler> messageHandlers = new ArrayList<>(editors.messageHandlers());
    messageHandlers.add(readers.search());
    CommandMenu listed = new CommandMenu(api, commands, people::all);
    menu = listed;
    UpdateRouter handler =
        new UpdateRouter(
            botName,
            people.speaking(readers::language),
            commands,
            messageHandlers,
            List.of(
                staffLanguages,
                new ChannelPosts(Set.copyOf(names), database.ledger()),
                new ReactionCounts(Set.copyOf(names), database.statistics()),
                new DiscussionPosts(settler),
                listed),
            new AuditBook(database.audit(), clock),
            readers.inline(),
            fairUse);
    UpdateDispatcher opened =
        new UpdateDispatcher(database.updates(), handler, api, budget, people, fairUse, clock);
    opened.whenThereIsMore(this::wake);
    return opened;
  }

  private ReaderContext context(String botName, List<String> names) {
    Router router = new Router(channels);
    return new ReaderContext(
        botName,
        names,
        database.archive(),
        database.words(),
        database.readers(),
        database.personalData(),
        database.statistics(),
        new BodyBlocks(),
        article -> {
          Channel channel = router.channel(article);
          Language language = article.content().spokenLanguage();
          return posts.make(article, language, channel.style()).calls();
        },
        zone,
        clock);
  }
}
