package kz.zharshy.chat.editor;

import java.util.Optional;
import java.util.function.LongFunction;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.ReplyAction;
import kz.zharshy.language.Language;

/**
 * Messages to people who did not ask.
 *
 * @param languages the languages that people chose, by their user id
 */
record StaffMessages(LongFunction<Optional<Language>> languages) {
  Language language(long userId) {
    return languages.apply(userId).orElse(Language.RU);
  }

  ReplyAction to(long userId, Answer answer) {
    return answer.to(userId);
  }
}
