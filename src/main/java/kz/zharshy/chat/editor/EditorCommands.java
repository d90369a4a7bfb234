package kz.zharshy.chat.editor;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Taker;
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.queue.ArticleQueue;
import kz.zharshy.source.ArticleReader;
import kz.zharshy.telegram.BotApi;

/**
 * What only the newsroom can do.
 *
 * @param takers what becomes of a message that is no command
 */
public record EditorCommands(List<Command> commands, List<Taker> takers) {
  public EditorCommands {
    commands = List.copyOf(commands);
    takers = List.copyOf(takers);
  }

  /**
   * All of them.
   *
   * @param zone the newsroom's
   */
  public static EditorCommands of(
      ArticleQueue queue,
      Destination destination,
      DoubtSettler settler,
      BotApi api,
      ZoneId zone,
      Clock clock) {
    Phrases phrases = Phrases.of("chat/editor");
    ArticleFile file = new ArticleFile(phrases, api, new ArticleReader(zone));
    PostCommand post = new PostCommand(phrases, queue, destination, file, clock);
    return new EditorCommands(
        List.of(
            post,
            new QueueCommand(phrases, queue, destination, zone, clock),
            new SettleCommand(phrases, settler, true),
            new SettleCommand(phrases, settler, false)),
        List.of(post));
  }
}
