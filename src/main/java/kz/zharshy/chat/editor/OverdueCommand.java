package kz.zharshy.chat.editor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.OverdueGuard;
import kz.zharshy.store.OverdueArticles.Choice;

/** {@code /overdue}: an editor's choice what becomes of articles that an outage has made late. */
public final class OverdueCommand implements Command {
  private static final Pattern WORDS = Pattern.compile("([0-9]{1,9}) +([a-z]{1,10})");

  private final Phrases phrases = Phrases.of("chat/editor");
  private final OverdueGuard guard;

  public OverdueCommand(OverdueGuard guard) {
    this.guard = guard;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("overdue", Role.EDITOR).unlisted();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Matcher words = WORDS.matcher(request.words());
    Optional<Choice> choice = words.matches() ? Choice.ofCode(words.group(2)) : Optional.empty();
    if (choice.isEmpty()) {
      return Reply.say(phrases.get(language, "overdue.how"));
    }
    String actor = "telegram:" + request.requester().userId();
    boolean first = guard.decide(Long.parseLong(words.group(1)), choice.get(), actor);
    String key = first ? done(choice.get()) : "overdue.decided";
    return Reply.change(Answer.of(phrases.get(language, key)));
  }

  private static String done(Choice choice) {
    return switch (choice) {
      case ALL -> "overdue.all";
      case NEWEST -> "overdue.newest";
      case DIGEST -> "overdue.digest";
      case DROP -> "overdue.drop";
    };
  }
}
