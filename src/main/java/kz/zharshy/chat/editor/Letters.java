package kz.zharshy.chat.editor;

import java.util.Optional;
import java.util.function.LongFunction;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Step;
import kz.zharshy.language.Language;

/** Messages to people who did not ask. */
final class Letters {
  private final LongFunction<Optional<Language>> languages;

  /**
   * Letters.
   *
   * @param languages the languages that people chose, by their user id
   */
  Letters(LongFunction<Optional<Language>> languages) {
    this.languages = languages;
  }

  Language language(long userId) {
    return languages.apply(userId).orElse(Language.RU);
  }

  Step to(long userId, Answer answer) {
    return new Step.Send(answer.to(userId));
  }
}
