package kz.zharshy.app;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.telegram.PollListener;
import kz.zharshy.telegram.TelegramBotsApi;
import kz.zharshy.telegram.UpdatePoller;
import kz.zharshy.telegram.UpdateSink;

/** The thread that receives updates and stores them in the queue's database. */
final class Polling implements Service {
  private static final List<String> WANTED =
      List.of(
          "message",
          "channel_post",
          "callback_query",
          "inline_query",
          "my_chat_member",
          "message_reaction_count");

  private final UpdatePoller poller;
  private final Thread thread;

  /**
   * @param turn whether to ask now
   */
  Polling(
      TelegramBotsApi api,
      BooleanSupplier turn,
      UpdateSink sink,
      PollListener listener,
      Heartbeat heartbeat) {
    poller = new UpdatePoller(api, WANTED, turn, sink, listener, System::nanoTime);
    thread =
        new Thread(
            () -> {
              heartbeat.begin();
              poller.run();
              heartbeat.end();
            },
            "zharshy-polling");
    thread.setDaemon(true);
  }

  /** Two copies that ask would take the updates from each other: only the leading one begins. */
  @Override
  public void start() {}

  /** Begins to ask, where that was not done yet. */
  synchronized void begin() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  @Override
  public void stop() {
    poller.stop();
  }

  @Override
  public boolean join(Duration limit) throws InterruptedException {
    thread.join(Math.max(1, limit.toMillis()));
    return !thread.isAlive();
  }

  @Override
  public void interrupt() {
    thread.interrupt();
  }

  @Override
  public String toString() {
    return "polling";
  }
}
