package kz.zharshy.chat.reader;

import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/** {@code /forget}: erases what is kept of a reader, after one question. */
final class ForgetCommand extends ReaderCommand {
  private final ReaderContext stand;
  private final Phrases phrases;

  ForgetCommand(ReaderContext stand, Phrases phrases) {
    super(reader("forget"));
    this.stand = stand;
    this.phrases = phrases;
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    return switch (request.words()) {
      case "yes" -> {
        stand.personalData().forget(request.requester().userId(), worksHere(request));
        yield Reply.change(Answer.of(phrases.get(language, "forget.done")));
      }
      case "no" -> Reply.change(Answer.of(phrases.get(language, "forget.kept")));
      default ->
          Reply.change(
              Answer.of(asked(language, request))
                  .with(
                      Buttons.none()
                          .row(
                              Button.says(phrases.get(language, "forget.yes"), "forget yes"),
                              Button.says(phrases.get(language, "forget.no"), "forget no"))));
    };
  }

  private String asked(Language language, Request request) {
    String ask = phrases.get(language, "forget.ask");
    boolean worked =
        worksHere(request) || stand.personalData().deeds(request.requester().userId()) > 0;
    return worked ? ask + "\n\n" + phrases.get(language, "my.newsroom") : ask;
  }

  private static boolean worksHere(Request request) {
    return request.requester().mayActAs(Role.AUTHOR);
  }
}
