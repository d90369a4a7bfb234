package kz.zharshy.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.publish.Channel;
import kz.zharshy.publish.ChannelPublisher;
import kz.zharshy.publish.Dispatcher;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.publish.ForeignCopy;
import kz.zharshy.publish.ForwardProbe;
import kz.zharshy.publish.NoProbe;
import kz.zharshy.publish.OverdueGuard;
import kz.zharshy.publish.PartEditor;
import kz.zharshy.publish.PartPlanner;
import kz.zharshy.publish.PartSender;
import kz.zharshy.publish.Probe;
import kz.zharshy.publish.PublishContext;
import kz.zharshy.publish.PublishListener;
import kz.zharshy.publish.TelegramHealth;
import kz.zharshy.store.Lease;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.CallLimits;

/** What publishes in the channels, and what becomes of late articles and of parts in doubt. */
final class Publishing {
  private final Composition parts;
  private final Running running;
  private final Clock clock;
  private final PublishListener listener;
  private final ForeignCopy foreign;
  private final TelegramHealth health;
  private final OverdueGuard overdue;
  private final DoubtSettler settler;

  /**
   * @param foreign without whose leave nothing is published
   */
  Publishing(Composition parts, Running running, PublishListener listener, ForeignCopy foreign) {
    QueueDatabase database = running.database();
    this.parts = parts;
    this.running = running;
    this.clock = parts.clock();
    this.listener = listener;
    this.foreign = foreign;
    this.health = new TelegramHealth(running.api(), listener, System::nanoTime);
    this.overdue = new OverdueGuard(database.overdue(), listener, clock, parts.overdueRules());
    this.settler =
        new DoubtSettler(
            database.articles(),
            database.ledger(),
            probe(),
            health,
            listener,
            clock,
            CallLimits.USUAL.call());
  }

  OverdueGuard overdue() {
    return overdue;
  }

  ForeignCopy foreign() {
    return foreign;
  }

  DoubtSettler settler() {
    return settler;
  }

  /** Adds what publishes to the services that will be started. */
  void addTo(Services services) {
    QueueDatabase database = running.database();
    List<ServiceLoop> publishers = new ArrayList<>();
    Dispatcher dispatcher = new Dispatcher(database.articles(), parts.router(), listener, clock);
    publishers.add(loop("dispatcher", dispatcher::step));
    PublishContext context = context();
    PartPlanner planner =
        new PartPlanner(
            database.articles(),
            database.ledger(),
            database.relatedPosts(),
            running.posts(),
            listener,
            clock);
    PartSender sender = new PartSender(running.api(), parts.media());
    PartEditor editor = new PartEditor(running.api());
    for (Channel channel : parts.channels()) {
      ChannelPublisher publisher = new ChannelPublisher(channel, context, planner, sender, editor);
      publishers.add(loop("publisher-" + channel.name(), publisher::step));
    }
    ServiceLoop doubts =
        ServiceLoop.interruptible(running.health(), "doubts", whileItMayBe(settler::step));
    publishers.forEach(services::add);
    services.add(doubts);
    database.onChange(() -> publishers.forEach(ServiceLoop::wake));
    database.onChange(doubts::wake);
    running.leadership().whenLeading(() -> publishers.forEach(ServiceLoop::wake));
  }

  private PublishContext context() {
    QueueDatabase database = running.database();
    return new PublishContext(
        new PublishContext.Stores(
            database.articles(),
            database.ledger(),
            database.corrections(),
            database.relatedPosts(),
            database.pins(),
            database.floodWaits()),
        overdue,
        parts.timetables(database),
        running.budget(),
        health,
        listener,
        new PublishContext.Time(clock, System::nanoTime));
  }

  private Probe probe() {
    Long logChat = parts.settings().bot().logChat();
    return logChat == null
        ? new NoProbe()
        : new ForwardProbe(
            running.api(),
            running.budget(),
            running.database().ledger(),
            logChat,
            ServiceLoop::patiently);
  }

  private ServiceLoop loop(String name, ServiceLoop.Step step) {
    return new ServiceLoop(running.health(), name, whileItMayBe(step));
  }

  /** The same step, taken only while this copy leads and no other program is to publish. */
  ServiceLoop.Step whileItMayBe(ServiceLoop.Step step) {
    return running
        .leadership()
        .onlyWhileLeading(() -> foreign.mayPublish() ? step.step() : Lease.RHYTHM);
  }
}
