package kz.zharshy.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.chat.ChannelPosts;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandList;
import kz.zharshy.chat.CommandMenu;
import kz.zharshy.chat.DiscussionPosts;
import kz.zharshy.chat.GroupMoves;
import kz.zharshy.chat.MessageHandler;
import kz.zharshy.chat.NoticeReach;
import kz.zharshy.chat.ReactionCounts;
import kz.zharshy.chat.ReaderRateLimit;
import kz.zharshy.chat.StaffLanguages;
import kz.zharshy.chat.UpdateDispatcher;
import kz.zharshy.chat.UpdateIntake;
import kz.zharshy.chat.UpdateRouter;
import kz.zharshy.chat.editor.AuditBook;
import kz.zharshy.chat.editor.CopyCommand;
import kz.zharshy.chat.editor.EditorCommands;
import kz.zharshy.chat.editor.EditorContext;
import kz.zharshy.chat.editor.JoinCommand;
import kz.zharshy.chat.editor.OverdueCommand;
import kz.zharshy.chat.editor.RuntimeStatus;
import kz.zharshy.chat.editor.StaffRoles;
import kz.zharshy.chat.reader.ReaderCommands;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.publish.PictureSaving;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.UpdateSink;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Answers what was received. Opens its desk as soon as Telegram says what the bot is called: a
 * command in a group may be meant for another bot.
 */
final class ChatService implements Service {
  private static final Duration UNTIL_TELEGRAM_ANSWERS = Duration.ofSeconds(15);
  private static final Duration UNTIL_THE_DESK_IS_OPEN = Duration.ofSeconds(2);

  private final Composition parts;
  private final Running running;
  private final Publishing publishing;
  private final StaffLanguages staffLanguages;
  private final RuntimeStatus status;
  private final NoticeReach reach;
  private final StaffRoles people;
  private final ReaderRateLimit fairUse;
  private final ServiceLoop loop;
  private volatile @Nullable UpdateDispatcher context;
  private volatile @Nullable CommandMenu menu;

  ChatService(
      Composition parts,
      Running running,
      Publishing publishing,
      StaffLanguages staffLanguages,
      RuntimeStatus status,
      NoticeReach reach) {
    this.loop =
        new ServiceLoop(
            running.health(), "chat", running.leadership().onlyWhileLeading(this::step));
    this.parts = parts;
    this.running = running;
    this.publishing = publishing;
    this.staffLanguages = staffLanguages;
    this.status = status;
    this.reach = reach;
    this.people = parts.staff(running.database());
    this.fairUse = new ReaderRateLimit(people, System::nanoTime);
  }

  /** Where updates come in. */
  UpdateSink door() {
    return new UpdateIntake(running.database().updates(), fairUse, parts.clock());
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
    long deadline = System.nanoTime() + limit.toNanos();
    boolean ended = loop.join(limit);
    UpdateDispatcher open = context;
    return (open == null || open.join(Duration.ofNanos(deadline - System.nanoTime()))) && ended;
  }

  @Override
  public void interrupt() {
    loop.interrupt();
    UpdateDispatcher open = context;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public String toString() {
    return "chat";
  }

  private Duration step() {
    UpdateDispatcher open = context;
    if (open == null) {
      if (!(running.api().call(ApiCalls.self()) instanceof Outcome.Done<User> me)) {
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
    QueueDatabase database = running.database();
    BotApi api = running.api();
    DoubtSettler settler = publishing.settler();
    EditorContext office = parts.editors(running);
    Set<String> channels =
        parts.channels().stream().map(Channel::name).collect(Collectors.toUnmodifiableSet());
    List<Command> commands = new ArrayList<>();
    ReaderCommands readers = ReaderCommands.of(parts.readers(running, botName));
    EditorCommands editors =
        EditorCommands.of(
            office,
            settler,
            new PictureSaving(api, parts.media()),
            parts.articlePages(),
            botName,
            staffLanguages,
            status);
    for (Command command : readers.commands()) {
      commands.add(command.name().equals("start") ? new JoinCommand(office, command) : command);
    }
    commands.addAll(editors.commands());
    commands.add(new OverdueCommand(publishing.overdue()));
    commands.add(new CopyCommand(publishing.foreign()));
    List<MessageHandler> messageHandlers = new ArrayList<>(editors.messageHandlers());
    messageHandlers.add(readers.search());
    CommandList listed = CommandList.withHelp(commands);
    CommandMenu opened = new CommandMenu(api, listed, people::all);
    menu = opened;
    UpdateRouter handler =
        new UpdateRouter(
            botName,
            people.speaking(readers::language),
            new UpdateRouter.Repertoire(listed, messageHandlers, readers.inline()),
            List.of(
                staffLanguages,
                new ChannelPosts(channels, database.ledger()),
                new ReactionCounts(channels, database.statistics()),
                new DiscussionPosts(settler),
                new GroupMoves(running.api().moved()),
                reach,
                opened),
            new AuditBook(database.audit(), parts.clock()),
            fairUse);
    UpdateDispatcher dispatcher =
        new UpdateDispatcher(
            database.updates(), handler, api, running.budget(), running.health(), parts.clock());
    dispatcher.whenThereIsMore(this::wake);
    return dispatcher;
  }
}
