package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.source.MessageReader;
import kz.zharshy.source.MessageText;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Asks what an article is to say, as a whole or one thing of it, and puts the answer in. */
final class Editing {
  private static final int LONGEST_SECTION = 100;
  private static final String NONE = "-";

  private final Desk desk;
  private final Card card;
  private final Questions questions;
  private final Correction correction;
  private final MessageReader messages = new MessageReader();

  Editing(Desk desk, Card card, Questions questions, Correction correction) {
    this.desk = desk;
    this.card = card;
    this.questions = questions;
    this.correction = correction;
  }

  /**
   * Asks for what is to be changed.
   *
   * @param what {@code edit} for headline and text, or {@code headline}, {@code text}, {@code
   *     section}, {@code language}
   */
  Reply ask(Article article, String what, Question question) {
    Language language = question.asker().language();
    String number = Long.toString(article.id());
    Keys keys = Keys.asShown(desk, language, article);
    if (what.equals("language")) {
      return Reply.change(
          Answer.of(desk.say(language, "edit.language", number)).with(languages(keys, language)));
    }
    questions.ask(question, what, article.id(), AsShown.of(article));
    Content content = article.content();
    return switch (what) {
      case "headline" ->
          Reply.say(desk.say(language, "edit.headline", HeadlineText.line(content.title())));
      case "text" -> Reply.say(desk.say(language, "edit.text", number));
      case "section" ->
          Reply.say(
              content.section() == null
                  ? desk.say(language, "edit.section", number)
                  : desk.say(language, "edit.section-now", number, content.section()));
      default ->
          Reply.say(
              Answer.of(desk.say(language, "edit.ask", number))
                  .with(menu(article, question, keys)));
    };
  }

  private Buttons menu(Article article, Question question, Keys keys) {
    Buttons words = Buttons.none().row(keys.of("headline"), keys.of("text"));
    if (article.state() == ArticleState.PUBLISHED) {
      return words;
    }
    Buttons all = words.row(keys.of("section"), keys.of("language"));
    return question.asker().mayActAs(Role.EDITOR)
        ? all.row(keys.of(article.plan().silent() ? "loud" : "silent"))
        : all;
  }

  private Buttons languages(Keys keys, Language language) {
    return Buttons.none()
        .row(
            keys.says(desk.say(language, "in.kk"), "in kk"),
            keys.says(desk.say(language, "in.ru"), "in ru"),
            keys.says(desk.say(language, "in.en"), "in en"))
        .row(keys.says(desk.say(language, "key.back"), "show"));
  }

  /** Says in which language an article is. */
  Reply in(Article article, String code, Question question) {
    return Language.ofCode(code)
        .map(spoken -> Reply.change(revised(article, article.content().in(spoken), question)))
        .orElseGet(() -> ask(article, "language", question));
  }

  /** Puts in what was sent for a question of {@link #ask}. */
  Optional<Reply> take(Article article, Questions.Open asked, Message message, Question question) {
    if (!asked.kept().isEmpty() && !asked.kept().equals(AsShown.of(article))) {
      questions.ask(question, asked.kind(), article.id(), AsShown.of(article));
      return Optional.of(Reply.say(meanwhile(article, question)));
    }
    Optional<Replacement> replacement =
        asked.kind().equals("section")
            ? Optional.empty()
            : Replacement.of(question.words())
                .filter(found -> found.in(article.content()).isPresent());
    if (replacement.isPresent()) {
      questions.answered(question);
      return Optional.of(correction.replaced(article, replacement.get(), question));
    }
    return content(article, asked.kind(), message, question)
        .map(content -> put(article, content, question));
  }

  private Optional<Content> content(
      Article article, String what, Message message, Question question) {
    Content old = article.content();
    MessageText text =
        new MessageText(
            message.getText() == null ? "" : message.getText(),
            Intake.entities(message.getEntities()));
    return switch (what) {
      case "section" -> Optional.of(Contents.inSection(old, section(question.words())));
      case "headline" ->
          messages
              .read(new MessageText(HeadlineText.line(question.words()), List.of()))
              .map(said -> Contents.said(old, said.title(), old.body(), old.bodyFormat()));
      case "text" -> {
        Content said = messages.content(old.title(), text);
        yield Optional.of(Contents.said(old, old.title(), said.body(), said.bodyFormat()));
      }
      default ->
          messages
              .read(text)
              .map(said -> Contents.said(old, said.title(), said.body(), said.bodyFormat()));
    };
  }

  private static @Nullable String section(String words) {
    String line = words.lines().findFirst().orElse("").replace("#", "").strip();
    return line.isEmpty() || line.equals(NONE) || line.equals("–")
        ? null
        : line.substring(0, Math.min(line.length(), LONGEST_SECTION));
  }

  private Reply put(Article article, Content content, Question question) {
    questions.answered(question);
    return article.state() == ArticleState.PUBLISHED
        ? correction.proposed(article, content, question)
        : Reply.say(revised(article, content, question));
  }

  private Answer revised(Article article, Content content, Question question) {
    boolean done =
        desk.articles()
            .revise(
                article,
                content,
                article.plan(),
                article.state(),
                Desk.actor(question),
                desk.now());
    Article after = desk.articles().find(article.id()).orElse(article);
    return done ? card.of(after, question.asker()) : Answer.of(meanwhile(after, question));
  }

  private String meanwhile(Article article, Question question) {
    return desk.say(
        question.asker().language(), "edit.meanwhile", desk.changed(article, question.asker()));
  }
}
