package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;

/**
 * {@code /correct 12 old → new}, or {@code /correct 12} and then the new text: shows the difference
 * and, once it is confirmed, changes the article, whose posts the publisher then edits.
 */
final class Correction implements Command {
  private static final Pattern WORDS =
      Pattern.compile("([0-9]{1,12})(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern REPLACEMENT =
      Pattern.compile("(.+?)\\s*(?:→|->|=>)\\s*(.*)", Pattern.DOTALL);
  private static final String APART = "\u0000";

  private final Desk desk;
  private final Card card;
  private final Questions questions;

  Correction(Desk desk, Card card, Questions questions) {
    this.desk = desk;
    this.card = card;
    this.questions = questions;
  }

  @Override
  public String name() {
    return "correct";
  }

  @Override
  public Role audience() {
    return Role.EDITOR;
  }

  @Override
  public Reply answer(Question question) {
    Language language = question.asker().language();
    Matcher words = WORDS.matcher(question.words());
    if (!words.matches()) {
      return Reply.say(desk.say(language, "correct.how"));
    }
    Optional<Article> article = desk.articles().find(Long.parseLong(words.group(1)));
    if (article.isEmpty()) {
      return Reply.say(desk.say(language, "card.none", words.group(1)));
    }
    String more = words.group(2) == null ? "" : words.group(2).strip();
    if (more.equals("yes") || more.equals("dated")) {
      return confirmed(article.get(), more.equals("dated"), question);
    }
    Matcher replacement = REPLACEMENT.matcher(more);
    if (!replacement.matches()) {
      questions.ask(question, "edit", article.get().id(), "");
      return Reply.say(desk.say(language, "edit.ask", words.group(1)));
    }
    return replaced(article.get(), replacement.group(1), replacement.group(2), question);
  }

  private Reply replaced(Article article, String old, String other, Question question) {
    Content content = article.content();
    String title = content.title().replace(old, other);
    String body = content.body().replace(old, other);
    if ((title.equals(content.title()) && body.equals(content.body())) || title.isBlank()) {
      return Reply.say(
          desk.say(
              question.asker().language(), "correct.not-there", Long.toString(article.id()), old));
    }
    return proposed(article, Contents.said(content, title, body, content.bodyFormat()), question);
  }

  /** Shows what would change, and asks. */
  Reply proposed(Article article, Content content, Question question) {
    Language language = question.asker().language();
    if (content.equals(article.content())) {
      return Reply.say(desk.say(language, "correct.same", Long.toString(article.id())));
    }
    questions.ask(
        question,
        "fix",
        article.id(),
        String.join(
            APART,
            article.updatedAt().toString(),
            content.title(),
            content.bodyFormat().code(),
            content.body()));
    String difference =
        Difference.of(article.content().title(), content.title())
            + Difference.of(article.content().body(), content.body());
    String number = Long.toString(article.id());
    Buttons buttons =
        Buttons.none()
            .row(
                Buttons.Button.says(
                    desk.say(language, "key.correct"), "correct " + number + " yes"),
                Buttons.Button.says(
                    desk.say(language, "key.dated"), "correct " + number + " dated"))
            .row(Buttons.Button.says(desk.say(language, "key.back"), "card " + number + " show"));
    return Reply.say(
        Answer.of(desk.say(language, "correct.sure", number) + "\n" + difference).with(buttons));
  }

  private Reply confirmed(Article article, boolean dated, Question question) {
    Language language = question.asker().language();
    String number = Long.toString(article.id());
    Optional<Questions.Open> open =
        questions
            .open(question)
            .filter(asked -> asked.kind().equals("fix") && asked.article() == article.id());
    if (open.isEmpty()) {
      return Reply.change(Answer.of(desk.say(language, "correct.over", number)));
    }
    List<String> kept = List.of(open.get().kept().split(APART, 4));
    questions.answered(question);
    Content content =
        Contents.said(article.content(), kept.get(1), kept.get(3), BodyFormat.ofCode(kept.get(2)));
    boolean done =
        kept.get(0).equals(article.updatedAt().toString())
            && desk.articles()
                .revise(
                    article,
                    dated ? dated(content) : content,
                    article.plan(),
                    article.state(),
                    Desk.actor(question),
                    desk.now());
    if (!done && !content.equals(article.content())) {
      return Reply.change(
          Answer.of(
              desk.say(language, "card.changed", number, desk.state(language, article.state()))));
    }
    Article after = desk.articles().find(article.id()).orElse(article);
    String told = article.state() == ArticleState.PUBLISHED ? "correct.done" : "correct.kept";
    return Reply.change(Answer.of(desk.say(language, told, number)))
        .and(Reply.say(card.of(after, question.asker())));
  }

  /** A last paragraph that says when the article was corrected, in its own language. */
  private Content dated(Content content) {
    Language language = content.spokenLanguage();
    String line = desk.say(language, "corrected.at", desk.date(language, desk.now()));
    String body =
        switch (content.bodyFormat()) {
          case TEXT -> content.body() + "\n\n" + line;
          case HTML -> content.body() + "<p><i>" + line + "</i></p>";
          case MARKDOWN -> content.body() + "\n\n*" + line + "*";
        };
    return Contents.said(content, content.title(), body, content.bodyFormat());
  }
}
