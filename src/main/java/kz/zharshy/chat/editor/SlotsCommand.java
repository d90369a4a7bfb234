package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;
import kz.zharshy.schedule.RuleWords;

/**
 * {@code /slots}: when articles go out; {@code /slots @channel mon-fri 9:00 18:00; spacing 10}
 * changes it, {@code /slots @channel settings} takes the change back.
 */
final class SlotsCommand implements Command {
  private final Desk desk;

  SlotsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "slots";
  }

  @Override
  public Role audience() {
    return Role.EDITOR;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    String words = question.words();
    Channel channel = desk.channels().get(0);
    if (words.startsWith("@")) {
      String[] parts = words.split("\\s+", 2);
      List<Channel> named = PauseCommand.named(desk, parts[0]);
      if (named.isEmpty()) {
        return Reply.say(desk.say(language, "channel.none", parts[0]));
      }
      channel = named.get(0);
      words = parts.length < 2 ? "" : parts[1].strip();
    }
    if (!words.isEmpty()) {
      try {
        change(channel, words);
      } catch (IllegalArgumentException e) {
        String reason = desk.reason(language, String.valueOf(e.getMessage()));
        return Reply.say(desk.say(language, "slots.wrong", reason));
      }
    }
    return Reply.say(shown(words.isEmpty() ? desk.channels() : List.of(channel), language));
  }

  private void change(Channel channel, String words) {
    if (words.equals("settings")) {
      desk.database().rules().forgetTimetable(channel.name(), desk.now());
    } else {
      String rules = RuleWords.write(RuleWords.read(words.equals("none") ? "" : words));
      desk.database().rules().setTimetable(channel.name(), rules, desk.now());
    }
  }

  private String shown(List<Channel> channels, Language language) {
    StringBuilder text = new StringBuilder();
    for (Channel channel : channels) {
      String rules = RuleWords.write(desk.timetables().rules(channel.name()));
      text.append("@").append(channel.name()).append(": ");
      text.append(rules.isEmpty() ? desk.say(language, "slots.none") : rules).append("\n");
    }
    return text.append("\n").append(desk.say(language, "slots.how")).toString();
  }
}
