package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.queue.ArticleQueue.HistoryLine;

/** {@code /why 12}: all that happened to an article, in words. */
final class WhyCommand implements Command {
  private static final int ROOM = 700;
  private static final int LONGEST = 400;
  private static final List<String> EVENTS =
      List.of(
          "event.added",
          "event.changed",
          "event.planned",
          "event.moved",
          "event.draft",
          "event.review",
          "event.queued",
          "event.publishing",
          "event.published",
          "event.held",
          "event.failed",
          "event.withdrawn",
          "event.sending",
          "event.sent",
          "event.not-sent",
          "event.refused",
          "event.unknown",
          "event.send-again");

  private final Desk desk;

  WhyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "why";
  }

  @Override
  public Role audience() {
    return Role.EDITOR;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    Optional<Article> article =
        question.words().matches("[0-9]{1,12}")
            ? desk.articles().find(Long.parseLong(question.words()))
            : Optional.empty();
    if (article.isEmpty()) {
      return Reply.say(desk.say(language, "why.how"));
    }
    Answer.Writer text =
        Answer.writer()
            .text(desk.say(language, "why.title", question.words()) + " ")
            .bold(HeadlineText.line(article.get().content().title()));
    List<HistoryLine> history = desk.articles().history(article.get().id());
    for (HistoryLine line : history) {
      String told = told(line, language);
      if (text.hasRoomFor(ROOM)) {
        text.text("\n" + told);
      }
    }
    return Reply.say(text.done());
  }

  private String told(HistoryLine line, Language language) {
    String key = "event." + line.event().replace(' ', '-');
    String event = EVENTS.contains(key) ? desk.say(language, key) : line.event();
    String detail = line.detail() == null ? "" : ": " + line.detail();
    String all =
        desk.say(
            language,
            "why.line",
            desk.when(language, line.at()),
            desk.name(line.actor(), language),
            event + detail);
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
  }
}
