package kz.zharshy.chat.reader;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.chat.Command;
import kz.zharshy.language.Phrases;
import kz.zharshy.queue.Ledger;

/** What every reader can ask. */
public final class ReaderCommands {
  private ReaderCommands() {}

  /**
   * All of them.
   *
   * @param channels the names of the bot's channels without {@code @}
   * @param zone in which readers are told the time
   */
  public static List<Command> all(Ledger ledger, List<String> channels, ZoneId zone, Clock clock) {
    Phrases phrases = Phrases.of("chat/reader");
    return List.of(
        new StartCommand(phrases, channels),
        new HelpCommand(phrases),
        new LatestCommand(phrases, ledger, clock, zone));
  }
}
