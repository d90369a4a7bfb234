package kz.zharshy.chat.reader;

import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;

/** {@code /forget}: erases what is kept of a reader, after one question. */
record ForgetCommand(ReaderContext stand) implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of("forget", Role.READER);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    return switch (request.words()) {
      case "yes" -> {
        stand.personalData().forget(request.requester().userId(), worksHere(request));
        yield Reply.change(Answer.of(stand.say(language, "forget.done")));
      }
      case "no" -> Reply.change(Answer.of(stand.say(language, "forget.kept")));
      default ->
          Reply.change(
              Answer.of(asked(language, request))
                  .with(
                      Buttons.none()
                          .row(
                              Button.says(stand.say(language, "forget.yes"), "forget yes"),
                              Button.says(stand.say(language, "forget.no"), "forget no"))));
    };
  }

  private String asked(Language language, Request request) {
    String ask = stand.say(language, "forget.ask");
    boolean worked =
        worksHere(request) || stand.personalData().deeds(request.requester().userId()) > 0;
    return worked ? ask + "\n\n" + stand.say(language, "my.newsroom") : ask;
  }

  private static boolean worksHere(Request request) {
    return request.requester().mayActAs(Role.AUTHOR);
  }
}
