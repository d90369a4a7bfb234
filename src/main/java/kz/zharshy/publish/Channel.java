package kz.zharshy.publish;

import java.util.Set;
import kz.zharshy.language.Language;
import kz.zharshy.post.ChannelStyle;

/**
 * A channel that the bot publishes to.
 *
 * @param name the user name without {@code @}, as the footer writes it
 * @param languages the languages that are meant for it; empty where it takes all
 * @param style how posts look there
 */
public record Channel(String name, Set<Language> languages, ChannelStyle style) {
  public Channel {
    languages = Set.copyOf(languages);
  }

  /** The channel as the Bot API's {@code chat_id}, which also is its key in the flood budget. */
  public String chatId() {
    return "@" + name;
  }
}
