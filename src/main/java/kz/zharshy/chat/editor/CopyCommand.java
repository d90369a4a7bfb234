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
import kz.zharshy.language.Phrases;
import kz.zharshy.publish.ForeignCopy;
import kz.zharshy.store.ForeignCopies.Choice;

/** {@code /copy}: an owner's choice which of two copies of the bot is to publish. */
public final class CopyCommand implements Command {
  private static final Pattern WORDS = Pattern.compile("([0-9a-f]{8}) +(here|there)");

  private final Phrases phrases = Phrases.of("chat/editor");
  private final ForeignCopy foreign;

  public CopyCommand(ForeignCopy foreign) {
    this.foreign = foreign;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of("copy", Role.OWNER).unlisted();
  }

  @Override
  public Reply answer(Request request) {
    Matcher words = WORDS.matcher(request.words());
    Optional<Choice> choice = words.matches() ? Choice.ofCode(words.group(2)) : Optional.empty();
    String key =
        choice
            .map(chosen -> key(foreign.choose(words.group(1), chosen), chosen))
            .orElse("copy.how");
    return Reply.change(Answer.of(phrases.get(request.requester().language(), key)));
  }

  private static String key(ForeignCopy.Answer answer, Choice choice) {
    return switch (answer) {
      case DONE -> choice == Choice.HERE ? "copy.here" : "copy.there";
      case OVER -> "copy.over";
      case NOT_OURS -> "copy.not-ours";
    };
  }
}
