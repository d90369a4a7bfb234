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
import kz.zharshy.publish.DoubtSettler;
import kz.zharshy.store.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /there} and {@code /again}: an editor's word whether a part in doubt is in the channel.
 * The number of the message may follow the article's.
 *
 * @param there whether it says that the part is in the channel
 */
record SettleCommand(Phrases phrases, DoubtSettler settler, boolean there) implements Command {
  private static final Pattern WORDS = Pattern.compile("([0-9]{1,12})(?:\\s+([0-9]{1,9}))?");

  @Override
  public CommandInfo info() {
    return CommandInfo.of(there ? "there" : "again", Role.EDITOR).unlisted();
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Matcher words = WORDS.matcher(request.words());
    if (!words.matches()) {
      return Reply.say(phrases.get(language, "doubt.how"));
    }
    String number = words.group(1);
    Optional<Delivery> part = settler.openQuestion(Long.parseLong(number));
    if (part.isEmpty()) {
      return Reply.change(Answer.of(phrases.get(language, "doubt.none", number)));
    }
    String actor = "telegram:" + request.requester().userId();
    if (there) {
      isThere(part.get(), words.group(2), actor);
      return Reply.change(Answer.of(phrases.get(language, "doubt.there", number)));
    }
    settler.isNotThere(part.get(), actor);
    return Reply.change(Answer.of(phrases.get(language, "doubt.again", number)));
  }

  private void isThere(Delivery part, @Nullable String messageId, String actor) {
    if (messageId == null) {
      settler.isSomewhere(part, actor);
    } else {
      settler.isThere(part, Long.parseLong(messageId));
    }
  }
}
