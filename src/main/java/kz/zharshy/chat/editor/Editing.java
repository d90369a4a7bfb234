package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.source.message.MessageReader;
import kz.zharshy.source.message.MessageText;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Asks what an article is to say, as a whole or one thing of it, and puts the answer in. */
final class Editing {
  private static final int LONGEST_SECTION = 100;
  private static final String NONE = "-";

  private final EditorContext context;
  private final Card card;
  private final Questions questions;
  private final Correction correction;
  private final MessageReader messages = new MessageReader();

  Editing(EditorContext context, Card card, Questions questions, Correction correction) {
    this.context = context;
    this.card = card;
    this.questions = questions;
    this.correction = correction;
  }

  /**
   * Asks for what is to be changed. {@code what}: {@code edit} for headline and text, or {@code
   * headline}, {@code text}, {@code section}, {@code language}.
   */
  Reply ask(Article article, String what, Request request) {
    Language language = request.requester().language();
    String number = Long.toString(article.id());
    CardButtons keys = CardButtons.asShown(context, language, article);
    if (what.equals("language")) {
      return Reply.change(
          Answer.of(context.say(language, "edit.language", number))
              .with(languages(keys, language)));
    }
    questions.ask(request, what, article.id(), CardVersion.of(article));
    Content content = article.content();
    return switch (what) {
      case "headline" ->
          Reply.say(context.say(language, "edit.headline", HeadlineText.line(content.title())));
      case "text" -> Reply.say(context.say(language, "edit.text", number));
      case "section" ->
          Reply.say(
              content.section() == null
                  ? context.say(language, "edit.section", number)
                  : context.say(language, "edit.section-now", number, content.section()));
      default ->
          Reply.say(
              Answer.of(context.say(language, "edit.ask", number))
                  .with(menu(article, request, keys)));
    };
  }

  private Buttons menu(Article article, Request request, CardButtons keys) {
    Buttons words = Buttons.none().row(keys.of("headline"), keys.of("text"));
    if (article.state() == ArticleState.PUBLISHED) {
      return words;
    }
    Buttons all = words.row(keys.of("section"), keys.of("language"));
    return request.requester().mayActAs(Role.EDITOR)
        ? all.row(keys.of(article.plan().silent() ? "loud" : "silent"))
        : all;
  }

  private Buttons languages(CardButtons keys, Language language) {
    return Buttons.none()
        .row(
            keys.says(context.say(language, "in.kk"), "in kk"),
            keys.says(context.say(language, "in.ru"), "in ru"),
            keys.says(context.say(language, "in.en"), "in en"))
        .row(keys.says(context.say(language, "key.back"), "show"));
  }

  /** Says in which language an article is. */
  Reply in(Article article, String code, Request request) {
    return Language.ofCode(code)
        .map(spoken -> Reply.change(revised(article, article.content().in(spoken), request)))
        .orElseGet(() -> ask(article, "language", request));
  }

  /** Puts in what was sent for a question of {@link #ask}. */
  Optional<Reply> take(Article article, Questions.Open asked, Message message, Request request) {
    if (!asked.kept().isEmpty() && !asked.kept().equals(CardVersion.of(article))) {
      questions.ask(request, asked.kind(), article.id(), CardVersion.of(article));
      return Optional.of(Reply.say(meanwhile(article, request)));
    }
    Optional<Replacement> replacement =
        asked.kind().equals("section")
            ? Optional.empty()
            : Replacement.of(request.words())
                .filter(found -> found.in(article.content()).isPresent());
    if (replacement.isPresent()) {
      questions.answered(request);
      return Optional.of(correction.replaced(article, replacement.get(), request));
    }
    return content(article, asked.kind(), message, request)
        .map(content -> put(article, content, request));
  }

  private Optional<Content> content(
      Article article, String what, Message message, Request request) {
    Content old = article.content();
    MessageText text =
        new MessageText(
            message.getText() == null ? "" : message.getText(),
            Intake.entities(message.getEntities()));
    return switch (what) {
      case "section" -> Optional.of(ContentEdits.inSection(old, section(request.words())));
      case "headline" ->
          messages
              .read(new MessageText(HeadlineText.line(request.words()), List.of()))
              .map(said -> ContentEdits.said(old, said.title(), old.body(), old.bodyFormat()));
      case "text" -> {
        Content said = messages.content(old.title(), text);
        yield Optional.of(ContentEdits.said(old, old.title(), said.body(), said.bodyFormat()));
      }
      default ->
          messages
              .read(text)
              .map(said -> ContentEdits.said(old, said.title(), said.body(), said.bodyFormat()));
    };
  }

  private static @Nullable String section(String words) {
    String line = words.lines().findFirst().orElse("").replace("#", "").strip();
    return line.isEmpty() || line.equals(NONE) || line.equals("–")
        ? null
        : line.substring(0, Math.min(line.length(), LONGEST_SECTION));
  }

  private Reply put(Article article, Content content, Request request) {
    questions.answered(request);
    return article.state() == ArticleState.PUBLISHED
        ? correction.proposed(article, content, request)
        : Reply.say(revised(article, content, request));
  }

  private Answer revised(Article article, Content content, Request request) {
    boolean done = context.revise(article, content, request);
    Article after = context.articles().find(article.id()).orElse(article);
    return done ? card.of(after, request.requester()) : Answer.of(meanwhile(after, request));
  }

  private String meanwhile(Article article, Request request) {
    return context.say(
        request.requester().language(),
        "edit.meanwhile",
        context.changed(article, request.requester()));
  }
}
