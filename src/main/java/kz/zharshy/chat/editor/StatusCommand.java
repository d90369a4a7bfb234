package kz.zharshy.chat.editor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kz.zharshy.article.ArticleState;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;

/** {@code /status}: what runs, what waits, what is in doubt, and the pace. */
final class StatusCommand implements Command {
  private final Desk desk;

  StatusCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "status";
  }

  @Override
  public Role audience() {
    return Role.EDITOR;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    StringBuilder text = new StringBuilder();
    for (Channel channel : desk.channels()) {
      text.append(channel(channel, language)).append("\n");
    }
    text.append("\n").append(desk.count(language, "status.held", count(ArticleState.HELD)));
    text.append("\n").append(desk.count(language, "status.failed", count(ArticleState.FAILED)));
    text.append("\n").append(desk.count(language, "status.review", count(ArticleState.REVIEW)));
    text.append("\n")
        .append(desk.count(language, "status.doubt", desk.database().ledger().inDoubt().size()));
    return Reply.say(text.toString());
  }

  private String channel(Channel channel, Language language) {
    String name = channel.name();
    Map<Long, Instant> promises = desk.promises(name);
    Instant hourAgo = desk.now().minus(Duration.ofHours(1));
    StringBuilder line = new StringBuilder("@" + name + ": ");
    line.append(
        desk.timetables().isPaused(name)
            ? desk.say(language, "status.paused")
            : desk.say(language, "status.runs"));
    line.append(", ").append(desk.count(language, "status.waiting", promises.size()));
    line.append(", ")
        .append(
            desk.count(
                language,
                "status.pace",
                desk.database().ledger().begunSince(name, hourAgo).size()));
    return line.toString();
  }

  private int count(ArticleState state) {
    return desk.articles().count(state);
  }
}
