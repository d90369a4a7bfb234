package kz.zharshy.publish;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the channel of an article: the one that its own page names, if it is one of ours, else
 * the first that takes its language, else the first. Safe for use by several threads.
 */
public final class Router {
  private final List<Channel> channels;

  /**
   * A router among these channels, at least one.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Router(List<Channel> channels) {
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("There is no channel to publish to.");
    }
    this.channels = List.copyOf(channels);
  }

  public Channel channel(Article article) {
    return named(article.route())
        .or(() -> named(article.plan().channel()))
        .orElseGet(() -> byLanguage(article.content().spokenLanguage()));
  }

  private Optional<Channel> named(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    return channels.stream()
        .filter(channel -> channel.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  private Channel byLanguage(Language language) {
    return channels.stream()
        .filter(channel -> channel.languages().contains(language))
        .findFirst()
        .orElse(channels.get(0));
  }
}
