package kz.zharshy.chat.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;

/** {@code /pause} and {@code /resume}, for all channels or the one that is named. */
final class PauseCommand implements Command {
  private final Desk desk;
  private final boolean pause;

  PauseCommand(Desk desk, boolean pause) {
    this.desk = desk;
    this.pause = pause;
  }

  @Override
  public String name() {
    return pause ? "pause" : "resume";
  }

  @Override
  public Role audience() {
    return Role.EDITOR;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    List<String> told = new ArrayList<>();
    for (Channel channel : named(desk, question.words())) {
      desk.database().rules().setPaused(channel.name(), pause, desk.now());
      told.add(desk.say(language, pause ? "pause.done" : "resume.done", channel.name()));
    }
    return Reply.say(
        told.isEmpty()
            ? desk.say(language, "channel.none", question.words())
            : String.join("\n", told));
  }

  /** The channel of a name; all where none is given. */
  static List<Channel> named(Desk desk, String words) {
    String name = words.strip().replace("@", "").toLowerCase(Locale.ROOT);
    return desk.channels().stream()
        .filter(channel -> name.isEmpty() || channel.name().toLowerCase(Locale.ROOT).equals(name))
        .toList();
  }
}
