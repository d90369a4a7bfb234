package kz.zharshy.chat.reader;

import java.util.stream.Collectors;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;

/**
 * {@code /start}: the greeting, with which every chat with a bot begins, or the article of the link
 * by which the reader came.
 */
record StartCommand(ReaderContext stand, ArticleCommand article) implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of("start", Role.READER).unlisted();
  }

  @Override
  public Reply answer(Request request) {
    return request.words().matches("a_[0-9]{1,12}")
        ? article.answer(request)
        : Reply.say(stand.say(request.requester().language(), "start", channels()));
  }

  private String channels() {
    return stand.channels().stream().map(name -> "@" + name).collect(Collectors.joining(", "));
  }
}
