package kz.zharshy.chat.reader;

import java.util.stream.Collectors;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.language.Phrases;

/**
 * {@code /start}: the greeting, with which every chat with a bot begins, or the article of the link
 * by which the reader came.
 */
final class StartCommand extends ReaderCommand {
  private final Phrases phrases;
  private final ArticleCommand article;
  private final String channels;

  StartCommand(ReaderContext stand, Phrases phrases, ArticleCommand article) {
    super(reader("start").unlisted());
    this.phrases = phrases;
    this.article = article;
    this.channels =
        stand.channels().stream().map(name -> "@" + name).collect(Collectors.joining(", "));
  }

  @Override
  public Reply answer(Request request) {
    return request.words().matches("a_[0-9]{1,12}")
        ? article.answer(request)
        : Reply.say(phrases.get(request.requester().language(), "start", channels));
  }
}
