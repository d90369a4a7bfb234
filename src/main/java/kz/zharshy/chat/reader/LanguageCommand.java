package kz.zharshy.chat.reader;

import java.util.Optional;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.search.NormalizedKeys;

/** {@code /language}: the language in which the bot speaks with a reader. */
final class LanguageCommand extends ReaderCommand {
  private final ReaderContext stand;
  private final Phrases phrases;

  LanguageCommand(ReaderContext stand, Phrases phrases) {
    super(reader("language"));
    this.stand = stand;
    this.phrases = phrases;
  }

  @Override
  public Reply answer(Request request) {
    Optional<Language> chosen = language(request.words());
    if (chosen.isPresent()) {
      stand.readers().speak(request.requester().userId(), chosen.get(), stand.clock().instant());
      return Reply.change(Answer.of(phrases.get(chosen.get(), "language.chosen")).with(buttons()));
    }
    return Reply.change(
        Answer.of(phrases.get(request.requester().language(), "language.ask")).with(buttons()));
  }

  /** By its code, or by its own name. */
  private Optional<Language> language(String words) {
    for (Language language : Language.values()) {
      String name = phrases.get(language, "language.name");
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
    return Button.says(phrases.get(language, "language.name"), "language " + language.code());
  }
}
