package kz.zharshy.chat.reader;

import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/** {@code /forget}: erases what is kept of a reader, after one question. */
final class ForgetCommand extends ReaderCommand {
  private final Newsstand stand;
  private final Phrases phrases;

  ForgetCommand(Newsstand stand, Phrases phrases) {
    super("forget");
    this.stand = stand;
    this.phrases = phrases;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    return switch (question.words()) {
      case "yes" -> {
        stand.traces().forget(question.asker().userId(), worksHere(question));
        yield Reply.change(Answer.of(phrases.get(language, "forget.done")));
      }
      case "no" -> Reply.change(Answer.of(phrases.get(language, "forget.kept")));
      default ->
          Reply.change(
              Answer.of(asked(language, question))
                  .with(
                      Buttons.none()
                          .row(
                              Button.says(phrases.get(language, "forget.yes"), "forget yes"),
                              Button.says(phrases.get(language, "forget.no"), "forget no"))));
    };
  }

  private String asked(Language language, Question question) {
    String ask = phrases.get(language, "forget.ask");
    boolean worked = worksHere(question) || stand.traces().deeds(question.asker().userId()) > 0;
    return worked ? ask + "\n\n" + phrases.get(language, "my.newsroom") : ask;
  }

  private static boolean worksHere(Question question) {
    return question.asker().mayActAs(Role.AUTHOR);
  }
}
