package kz.zharshy.chat.editor;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.language.Language;
import kz.zharshy.store.Pins;

/** Pins an article's post in its channel until a time, and takes it down again. */
record Pinning(EditorContext context, Card card, TimePicker times, Questions questions) {
  private static final Set<String> WITHOUT_END =
      Set.of("always", "forever", "навсегда", "бессрочно", "біржола", "мерзімсіз");

  /** "until tomorrow 9:00", "до завтра в 9", "ертең 9:00-ге дейін". */
  private static final Pattern UNTIL =
      Pattern.compile(
          "^(?:until|till|до)\\s+|(?:-?(?:ге|ға|ке|қа))?\\s+дейін$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Pins until the time that words mean, or asks for one. */
  Reply pin(Article article, String written, Request request) {
    String end = UNTIL.matcher(written.strip()).replaceAll("").strip();
    if (end.isEmpty()) {
      return ask(article, request);
    }
    Language language = request.requester().language();
    return WITHOUT_END.contains(end.toLowerCase(language.locale()))
        ? until(article, Pins.FOREVER, request)
        : times.read(end, language, at -> until(article, at, request));
  }

  Reply unpin(Article article, Request request) {
    context.database().pins().unpin(article.id(), EditorContext.actor(request), context.now());
    return Reply.change(card.of(article, request.requester()));
  }

  private Reply until(Article article, Instant end, Request request) {
    questions.answered(request);
    context.database().pins().pin(article.id(), end, EditorContext.actor(request), context.now());
    return Reply.change(card.of(article, request.requester()));
  }

  private Reply ask(Article article, Request request) {
    Language language = request.requester().language();
    questions.ask(request, "pin", article.id(), "");
    CardButtons keys = CardButtons.asShown(context, language, article);
    Buttons buttons =
        Buttons.none()
            .row(
                keys.says(context.say(language, "key.for-an-hour"), "pin +1h"),
                keys.says(context.say(language, "key.for-a-day"), "pin +24h"))
            .row(
                keys.says(context.say(language, "key.tomorrow-at-nine"), "pin tomorrow 9:00"),
                keys.says(context.say(language, "key.without-end"), "pin always"))
            .row(keys.says(context.say(language, "key.back"), "show"));
    return Reply.change(
        Answer.of(context.say(language, "pin.ask", Long.toString(article.id()))).with(buttons));
  }
}
