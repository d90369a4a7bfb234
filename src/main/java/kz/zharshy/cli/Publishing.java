package kz.zharshy.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.config.Settings;
import kz.zharshy.post.PostMaker;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.ChannelPublisher;
import kz.zharshy.publish.Dispatcher;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.publish.ForwardProbe;
import kz.zharshy.publish.NoProbe;
import kz.zharshy.publish.OverdueGuard;
import kz.zharshy.publish.PartEditor;
import kz.zharshy.publish.PartPlanner;
import kz.zharshy.publish.PartSender;
import kz.zharshy.publish.Probe;
import kz.zharshy.publish.PublishContext;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.publish.Router;
import kz.zharshy.publish.TelegramHealth;
import kz.zharshy.publish.Timetables;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.OverdueArticles.Choice;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.CallLimits;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.TelegramBotsApi;

/** Builds what publishes in the channels. */
final class Publishing {
  private final Settings settings;
  private final List<Channel> channels;
  private final QueueDatabase database;
  private final Leadership leadership;
  private final Clock clock;

  Publishing(
      Settings settings,
      List<Channel> channels,
      QueueDatabase database,
      Leadership leadership,
      Clock clock) {
    this.settings = settings;
    this.channels = channels;
    this.database = database;
    this.leadership = leadership;
    this.clock = clock;
  }

  /** Where there is nobody to ask, nothing is waited for. */
  OverdueGuard overdue(PublishListener listener) {
    Settings.Overdue set = settings.overdue();
    OverdueGuard.Rules rules =
        new OverdueGuard.Rules(
            Duration.ofMinutes(set.after()),
            set.most(),
            settings.bot().owners().isEmpty() ? Duration.ZERO : Duration.ofMinutes(set.decide()),
            Choice.ofCode(set.otherwise()).orElse(Choice.ALL),
            Duration.ofMinutes(set.spacing()));
    return new OverdueGuard(database.overdue(), listener, clock, rules);
  }

  /**
   * Adds what publishes to the services that will be started.
   *
   * @return what settles the parts of which it is not known whether they went out
   */
  DoubtSettler add(
      Services services,
      PostMaker posts,
      TelegramBotsApi api,
      FloodBudget budget,
      PublishListener listener,
      OverdueGuard overdue) {
    ArticleQueue articles = database.articles();
    Ledger ledger = database.ledger();
    Router router = new Router(channels);
    TelegramHealth health = new TelegramHealth(api, listener, System::nanoTime);
    PublishContext shared =
        new PublishContext(
            new PublishContext.Stores(
                articles,
                ledger,
                database.corrections(),
                database.relatedPosts(),
                database.pins(),
                database.floodWaits()),
            overdue,
            new Timetables(Channels.rules(settings), database.rules(), settings.timeZone()),
            budget,
            health,
            listener,
            new PublishContext.Time(clock, System::nanoTime));
    PartPlanner planner =
        new PartPlanner(articles, ledger, database.relatedPosts(), posts, listener, clock);
    PartSender sender = new PartSender(api, PictureDesks.of(settings, clock));
    PartEditor editor = new PartEditor(api);
    List<Loop> publishers = new ArrayList<>();
    publishers.add(loop("dispatcher", new Dispatcher(articles, router, listener, clock)::step));
    for (Channel channel : channels) {
      ChannelPublisher publisher = new ChannelPublisher(channel, shared, planner, sender, editor);
      publishers.add(loop("publisher-" + channel.name(), publisher::step));
    }
    Probe probe = probe(api, budget, ledger);
    DoubtSettler settler =
        new DoubtSettler(articles, ledger, probe, health, listener, clock, CallLimits.USUAL.call());
    Loop doubts = Loop.interruptible("doubts", leadership.onlyWhileLeading(settler::step));
    publishers.forEach(services::add);
    services.add(doubts);
    database.onChange(() -> publishers.forEach(Loop::wake));
    database.onChange(doubts::wake);
    leadership.whenLeading(() -> publishers.forEach(Loop::wake));
    return settler;
  }

  private Probe probe(TelegramBotsApi api, FloodBudget budget, Ledger ledger) {
    Long logChat = settings.bot().logChat();
    return logChat == null
        ? new NoProbe()
        : new ForwardProbe(api, budget, ledger, logChat, Loop::patiently);
  }

  private Loop loop(String name, Loop.Step step) {
    return new Loop(name, leadership.onlyWhileLeading(step));
  }
}
