package kz.zharshy.chat.editor;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.language.Language;
import kz.zharshy.queue.Pins;

/** Pins an article's post in its channel until a time, and takes it down again. */
final class Pinning {
  private static final Set<String> WITHOUT_END =
      Set.of("always", "forever", "навсегда", "бессрочно", "біржола", "мерзімсіз");

  /** "until tomorrow 9:00", "до завтра в 9", "ертең 9:00-ге дейін". */
  private static final Pattern UNTIL =
      Pattern.compile(
          "^(?:until|till|до)\\s+|(?:-?(?:ге|ға|ке|қа))?\\s+дейін$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Desk desk;
  private final Card card;
  private final TimePicker times;
  private final Questions questions;

  Pinning(Desk desk, Card card, TimePicker times, Questions questions) {
    this.desk = desk;
    this.card = card;
    this.times = times;
    this.questions = questions;
  }

  /** What a card says of a post that is pinned, or will be. */
  static String words(Desk desk, Language language, Instant end) {
    return end.equals(Pins.FOREVER)
        ? desk.say(language, "card.pinned")
        : desk.say(language, "card.pinned-until", desk.when(language, end));
  }

  /** Pins until the time that words mean, or asks for one. */
  Reply pin(Article article, String written, Question question) {
    String end = UNTIL.matcher(written.strip()).replaceAll("").strip();
    if (end.isEmpty()) {
      return ask(article, question);
    }
    Language language = question.asker().language();
    return WITHOUT_END.contains(end.toLowerCase(language.locale()))
        ? until(article, Pins.FOREVER, question)
        : times.read(end, language, at -> until(article, at, question));
  }

  Reply unpin(Article article, Question question) {
    desk.database().pins().unpin(article.id(), Desk.actor(question), desk.now());
    return Reply.change(card.of(article, question.asker()));
  }

  private Reply until(Article article, Instant end, Question question) {
    questions.answered(question);
    desk.database().pins().pin(article.id(), end, Desk.actor(question), desk.now());
    return Reply.change(card.of(article, question.asker()));
  }

  private Reply ask(Article article, Question question) {
    Language language = question.asker().language();
    questions.ask(question, "pin", article.id(), "");
    Keys keys = Keys.asShown(desk, language, article);
    Buttons buttons =
        Buttons.none()
            .row(
                keys.says(desk.say(language, "key.for-an-hour"), "pin +1h"),
                keys.says(desk.say(language, "key.for-a-day"), "pin +24h"))
            .row(
                keys.says(desk.say(language, "key.tomorrow-at-nine"), "pin tomorrow 9:00"),
                keys.says(desk.say(language, "key.without-end"), "pin always"))
            .row(keys.says(desk.say(language, "key.back"), "show"));
    return Reply.change(
        Answer.of(desk.say(language, "pin.ask", Long.toString(article.id()))).with(buttons));
  }
}
