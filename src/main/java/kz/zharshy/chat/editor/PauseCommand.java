package kz.zharshy.chat.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;

/** {@code /pause} and {@code /resume}, for all channels or the one that is named. */
record PauseCommand(EditorContext context, boolean pause) implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of(pause ? "pause" : "resume", Role.EDITOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    List<String> told = new ArrayList<>();
    for (Channel channel : named(context, request.words())) {
      context.database().rules().setPaused(channel.name(), pause, context.now());
      told.add(context.say(language, pause ? "pause.done" : "resume.done", channel.name()));
    }
    return Reply.say(
        told.isEmpty()
            ? context.say(language, "channel.none", request.words())
            : String.join("\n", told));
  }

  /** The channel of a name; all where none is given. */
  static List<Channel> named(EditorContext context, String words) {
    String name = words.strip().replace("@", "").toLowerCase(Locale.ROOT);
    return context.channels().stream()
        .filter(channel -> name.isEmpty() || channel.name().toLowerCase(Locale.ROOT).equals(name))
        .toList();
  }
}
