package kz.zharshy.chat.reader;

import java.util.List;
import java.util.stream.Collectors;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Phrases;

/** {@code /start}: the greeting, with which every chat with a bot begins. */
final class StartCommand implements Command {
  private final Phrases phrases;
  private final String channels;

  StartCommand(Phrases phrases, List<String> channels) {
    this.phrases = phrases;
    this.channels = channels.stream().map(name -> "@" + name).collect(Collectors.joining(", "));
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Role audience() {
    return Role.READER;
  }

  @Override
  public Reply answer(Question question) {
    return Reply.say(phrases.get(question.asker().language(), "start", channels));
  }
}
