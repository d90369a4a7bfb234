package kz.zharshy.chat.reader;

import java.util.Optional;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.search.NormalizedKeys;

/** {@code /language}: the language in which the bot speaks with a reader. */
record LanguageCommand(ReaderContext stand) implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of("language", Role.READER);
  }

  @Override
  public Reply answer(Request request) {
    Optional<Language> chosen = language(request.words());
    if (chosen.isPresent()) {
      stand.readers().speak(request.requester().userId(), chosen.get(), stand.clock().instant());
      return Reply.change(Answer.of(stand.say(chosen.get(), "language.chosen")).with(buttons()));
    }
    return Reply.change(
        Answer.of(stand.say(request.requester().language(), "language.ask")).with(buttons()));
  }

  /** By its code, or by its own name. */
  private Optional<Language> language(String words) {
    for (Language language : Language.values()) {
      String name = stand.say(language, "language.name");
      if (language.code().equalsIgnoreCase(words)
          || (!words.isEmpty() && NormalizedKeys.of(name).equals(NormalizedKeys.of(words)))) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  private Buttons buttons() {
    return Buttons.none().row(button(Language.KK), button(Language.RU), button(Language.EN));
  }

  private Button button(Language language) {
    return Button.says(stand.say(language, "language.name"), "language " + language.code());
  }
}
