package kz.zharshy.chat.editor;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.chat.Command;
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.queue.ArticleQueue;
import kz.zharshy.source.ArticleReader;
import kz.zharshy.telegram.BotApi;

/** What only owners can ask. */
public final class EditorCommands {
  private EditorCommands() {}

  /**
   * All of them.
   *
   * @param zone the newsroom's
   */
  public static List<Command> all(
      ArticleQueue queue,
      Destination destination,
      DoubtSettler settler,
      BotApi api,
      ZoneId zone,
      Clock clock) {
    Phrases phrases = Phrases.of("chat/editor");
    ArticleFile file = new ArticleFile(phrases, api, new ArticleReader(zone));
    return List.of(
        new PostCommand(phrases, queue, destination, file, clock),
        new QueueCommand(phrases, queue, destination, zone, clock),
        new SettleCommand(phrases, settler, true),
        new SettleCommand(phrases, settler, false));
  }
}
