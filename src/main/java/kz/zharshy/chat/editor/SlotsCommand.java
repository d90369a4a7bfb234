package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;
import kz.zharshy.schedule.TimetableException;
import kz.zharshy.schedule.TimetableParser;

/**
 * {@code /slots}: when articles go out; {@code /slots @channel mon-fri 9:00 18:00; spacing 10}
 * changes it, {@code /slots @channel settings} takes the change back.
 */
record SlotsCommand(EditorContext context) implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of("slots", Role.EDITOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    String words = request.words();
    Channel channel = context.channels().get(0);
    if (words.startsWith("@")) {
      String[] parts = words.split("\\s+", 2);
      List<Channel> named = PauseCommand.named(context, parts[0]);
      if (named.isEmpty()) {
        return Reply.say(context.say(language, "channel.none", parts[0]));
      }
      channel = named.get(0);
      words = parts.length < 2 ? "" : parts[1].strip();
    }
    if (!words.isEmpty()) {
      try {
        change(channel, words);
      } catch (TimetableException e) {
        String reason = context.reason(language, e.reason());
        return Reply.say(context.say(language, "slots.wrong", reason));
      }
    }
    return Reply.say(shown(words.isEmpty() ? context.channels() : List.of(channel), language));
  }

  private void change(Channel channel, String words) {
    if (words.equals("settings")) {
      context.database().rules().forgetTimetable(channel.name(), context.now());
    } else {
      String rules = TimetableParser.write(TimetableParser.read(words.equals("none") ? "" : words));
      context.database().rules().setTimetable(channel.name(), rules, context.now());
    }
  }

  private String shown(List<Channel> channels, Language language) {
    StringBuilder text = new StringBuilder();
    for (Channel channel : channels) {
      String rules = TimetableParser.write(context.timetables().rules(channel.name()));
      text.append("@").append(channel.name()).append(": ");
      text.append(rules.isEmpty() ? context.say(language, "slots.none") : rules).append("\n");
    }
    return text.append("\n").append(context.say(language, "slots.how")).toString();
  }
}
