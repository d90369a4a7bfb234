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
import kz.zharshy.chat.Correspondence;
import kz.zharshy.chat.DiscussionPosts;
import kz.zharshy.chat.Door;
import kz.zharshy.chat.FairUse;
import kz.zharshy.chat.ReactionCounts;
import kz.zharshy.chat.Taker;
import kz.zharshy.chat.Tongues;
import kz.zharshy.chat.UpdateDesk;
import kz.zharshy.chat.editor.ArticlePages;
import kz.zharshy.chat.editor.AuditBook;
import kz.zharshy.chat.editor.Desk;
import kz.zharshy.chat.editor.EditorCommands;
import kz.zharshy.chat.editor.EngineRoom;
import kz.zharshy.chat.editor.JoinCommand;
import kz.zharshy.chat.editor.Newsroom;
import kz.zharshy.chat.editor.OverdueCommand;
import kz.zharshy.chat.reader.Newsstand;
import kz.zharshy.chat.reader.ReaderCommands;
import kz.zharshy.language.Language;
import kz.zharshy.post.PostMaker;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.publish.OverdueGuard;
import kz.zharshy.publish.Router;
import kz.zharshy.queue.QueueDatabase;
import kz.zharshy.source.BodyBlocks;
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
  private final Desk office;
  private final Tongues tongues;
  private final ArticlePages pages;
  private final EngineRoom engine;
  private final BotApi api;
  private final FloodBudget budget;
  private final List<Channel> channels;
  private final PostMaker posts;
  private final ZoneId zone;
  private final Clock clock;
  private final Newsroom people;
  private final FairUse fairUse;
  private final Loop loop;
  private volatile @Nullable UpdateDesk desk;
  private volatile @Nullable CommandMenu menu;

  Chat(
      QueueDatabase database,
      DoubtSettler settler,
      OverdueGuard overdue,
      Desk office,
      Tongues tongues,
      ArticlePages pages,
      EngineRoom engine,
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
    this.tongues = tongues;
    this.pages = pages;
    this.engine = engine;
    this.api = api;
    this.budget = budget;
    this.channels = channels;
    this.posts = posts;
    this.zone = zone;
    this.clock = clock;
    this.people = new Newsroom(owners, database.team());
    this.fairUse = new FairUse(people, System::nanoTime);
  }

  /** Where updates come in. */
  UpdateSink door() {
    return new Door(database.updates(), fairUse, clock);
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
    UpdateDesk open = desk;
    if (open != null) {
      open.stop();
    }
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    boolean ended = loop.join(limit);
    UpdateDesk open = desk;
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
    UpdateDesk open = desk;
    if (open == null) {
      if (!(api.call(new GetMe()) instanceof Outcome.Done<User> me)) {
        return UNTIL_TELEGRAM_ANSWERS;
      }
      open = desk(String.valueOf(me.result().getUserName()));
      desk = open;
    }
    return open.step();
  }

  /** Keeps the command menus as they should be. */
  Duration menuStep() {
    CommandMenu open = menu;
    return open == null ? UNTIL_THE_DESK_IS_OPEN : open.step();
  }

  private UpdateDesk desk(String botName) {
    List<String> names = channels.stream().map(Channel::name).toList();
    List<Command> commands = new ArrayList<>();
    ReaderCommands readers = ReaderCommands.of(newsstand(botName, names));
    EditorCommands editors =
        EditorCommands.of(office, settler, api, pages, botName, tongues, engine);
    for (Command command : readers.commands()) {
      commands.add(command.name().equals("start") ? new JoinCommand(office, command) : command);
    }
    commands.addAll(editors.commands());
    commands.add(new OverdueCommand(overdue));
    List<Taker> takers = new ArrayList<>(editors.takers());
    takers.add(readers.search());
    CommandMenu listed = new CommandMenu(api, commands, people::all);
    menu = listed;
    Correspondence handler =
        new Correspondence(
            botName,
            people.speaking(readers::language),
            commands,
            takers,
            List.of(
                tongues,
                new ChannelPosts(Set.copyOf(names), database.ledger()),
                new ReactionCounts(Set.copyOf(names), database.statistics()),
                new DiscussionPosts(settler),
                listed),
            new AuditBook(database.audit(), clock),
            readers.inline(),
            fairUse);
    UpdateDesk opened =
        new UpdateDesk(database.updates(), handler, api, budget, people, fairUse, clock);
    opened.whenThereIsMore(this::wake);
    return opened;
  }

  private Newsstand newsstand(String botName, List<String> names) {
    Router router = new Router(channels);
    return new Newsstand(
        botName,
        names,
        database.archive(),
        database.words(),
        database.readers(),
        database.traces(),
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
