package kz.zharshy.chat.editor;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;

/**
 * {@code /correct 12 old → new}, or {@code /correct 12} and then the new text. A typing error of
 * the headline is mended at once and can be taken back; of anything else the difference is shown,
 * and once it is confirmed the article is changed, whose posts the publisher then edits.
 */
record Correction(EditorContext context, Card card, Questions questions) implements Command {
  private static final Pattern WORDS =
      Pattern.compile("([0-9]{1,12})(?:\\s+(.*))?", Pattern.DOTALL);

  @Override
  public CommandInfo info() {
    return CommandInfo.of("correct", Role.EDITOR);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    Matcher words = WORDS.matcher(request.words());
    if (!words.matches()) {
      return Reply.say(context.say(language, "correct.how"));
    }
    Optional<Article> article = context.articles().find(Long.parseLong(words.group(1)));
    if (article.isEmpty()) {
      return Reply.say(context.say(language, "card.none", words.group(1)));
    }
    String more = words.group(2) == null ? "" : words.group(2).strip();
    return switch (more) {
      case "yes", "dated" -> confirmed(article.get(), more.equals("dated"), request);
      case "back" -> takenBack(article.get(), request);
      case "note" -> noted(article.get(), request);
      default -> asked(article.get(), more, request);
    };
  }

  private Reply asked(Article article, String more, Request request) {
    Optional<Replacement> replacement = Replacement.of(more);
    if (replacement.isEmpty()) {
      questions.ask(request, "edit", article.id(), CardVersion.of(article));
      return Reply.say(
          context.say(request.requester().language(), "edit.ask", Long.toString(article.id())));
    }
    return replaced(article, replacement.get(), request);
  }

  /** Does a replacement in an article, or asks whether to. */
  Reply replaced(Article article, Replacement replacement, Request request) {
    Language language = request.requester().language();
    Optional<Content> content = replacement.in(article.content());
    if (content.isEmpty()) {
      return Reply.say(
          context.say(
              language, "correct.not-there", Long.toString(article.id()), replacement.old()));
    }
    boolean headline = !content.get().title().equals(article.content().title());
    return headline && replacement.mendsATypingError() && isOpen(article)
        ? mended(article, content.get(), request)
        : proposed(article, content.get(), request);
  }

  /** What is going out this moment is corrected once it is out. */
  private static boolean isOpen(Article article) {
    return switch (article.state()) {
      case DRAFT, REVIEW, QUEUED, HELD, FAILED, PUBLISHED -> true;
      case PUBLISHING, WITHDRAWN -> false;
    };
  }

  private Reply mended(Article article, Content content, Request request) {
    if (!context.revise(article, content, request)) {
      return changed(article, request);
    }
    Article after = again(article);
    questions.ask(request, "fixed", article.id(), PendingEdit.write(after, article.content()));
    Language language = request.requester().language();
    String told = context.say(language, done(article), Long.toString(article.id()));
    Answer answer = Answer.of(told + "\n" + difference(article.content(), content).stripTrailing());
    return Reply.say(answer.with(afterwards(after, language)));
  }

  private Buttons afterwards(Article article, Language language) {
    String command = "correct " + article.id();
    Button back =
        Button.says(context.say(language, "key.undo"), command + " back", CardVersion.of(article));
    return article.state() == ArticleState.PUBLISHED
        ? Buttons.none()
            .row(
                back,
                Button.says(
                    context.say(language, "key.note"), command + " note", CardVersion.of(article)))
        : Buttons.none()
            .row(
                back,
                Button.says(context.say(language, "key.card"), "card " + article.id() + " show"));
  }

  private String done(Article article) {
    return article.state() == ArticleState.PUBLISHED ? "correct.done" : "correct.kept";
  }

  /** Puts back what the article said before the typing error was mended. */
  private Reply takenBack(Article article, Request request) {
    Optional<Content> before = kept("fixed", article, request);
    if (before.isEmpty()) {
      return over(article, request);
    }
    questions.answered(request);
    if (!before.get().equals(article.content())
        && !context.revise(article, before.get(), request)) {
      return changed(article, request);
    }
    return Reply.change(
        Answer.of(
            context.say(
                request.requester().language(),
                "correct.taken-back",
                Long.toString(article.id()))));
  }

  /** Adds to a correction that it was made. */
  private Reply noted(Article article, Request request) {
    if (kept("fixed", article, request).isEmpty()) {
      return over(article, request);
    }
    questions.answered(request);
    return context.revise(article, dated(article.content()), request)
        ? Reply.change(
            Answer.of(
                context.say(
                    request.requester().language(), "correct.noted", Long.toString(article.id()))))
        : changed(article, request);
  }

  /** Shows what would change, and asks. */
  Reply proposed(Article article, Content content, Request request) {
    Language language = request.requester().language();
    String number = Long.toString(article.id());
    if (content.equals(article.content())) {
      return Reply.say(context.say(language, "correct.same", number));
    }
    questions.ask(request, "fix", article.id(), PendingEdit.write(article, content));
    Button correct =
        Button.says(context.say(language, "key.correct"), "correct " + number + " yes");
    Button back = Button.says(context.say(language, "key.back"), "card " + number + " show");
    Buttons buttons =
        article.state() == ArticleState.PUBLISHED
            ? Buttons.none()
                .row(
                    correct,
                    Button.says(context.say(language, "key.dated"), "correct " + number + " dated"))
                .row(back)
            : Buttons.none().row(correct, back);
    return Reply.say(
        Answer.of(
                context.say(language, "correct.sure", number)
                    + "\n"
                    + difference(article.content(), content).stripTrailing())
            .with(buttons));
  }

  private static String difference(Content one, Content other) {
    return Difference.of(one.title(), other.title())
        + Difference.of(
            Objects.requireNonNullElse(one.summary(), ""),
            Objects.requireNonNullElse(other.summary(), ""))
        + Difference.of(one.body(), other.body());
  }

  private Reply confirmed(Article article, boolean dated, Request request) {
    Optional<Content> kept = kept("fix", article, request);
    if (kept.isEmpty()) {
      return over(article, request);
    }
    questions.answered(request);
    Content content = dated ? dated(kept.get()) : kept.get();
    // After a crash the same press may come once more.
    if (!content.equals(article.content()) && !context.revise(article, content, request)) {
      return changed(article, request);
    }
    String number = Long.toString(article.id());
    return Reply.change(
            Answer.of(context.say(request.requester().language(), done(article), number)))
        .and(Reply.say(card.of(again(article), request.requester())));
  }

  /** The words of an open question. */
  private Optional<Content> kept(String kind, Article article, Request request) {
    return questions
        .open(request)
        .filter(asked -> asked.kind().equals(kind) && asked.article() == article.id())
        .flatMap(asked -> PendingEdit.read(asked.kept(), article));
  }

  private Reply over(Article article, Request request) {
    return Reply.change(
        Answer.of(
            context.say(
                request.requester().language(), "correct.over", Long.toString(article.id()))));
  }

  private Reply changed(Article article, Request request) {
    Language language = request.requester().language();
    return Reply.change(
        Answer.of(
            context.say(
                language,
                "card.changed",
                Long.toString(article.id()),
                context.state(language, again(article).state()))));
  }

  private Article again(Article article) {
    return context.articles().find(article.id()).orElse(article);
  }

  /**
   * A last paragraph that says when the article was corrected, in its own language; the last
   * correction only.
   */
  private Content dated(Content content) {
    Language language = content.spokenLanguage();
    String line = line(language, context.date(language, context.now()));
    String body = withoutLine(content, language);
    String dated =
        switch (content.bodyFormat()) {
          case TEXT -> body + "\n\n" + line;
          case HTML -> body + "<p><i>" + line + "</i></p>";
          case MARKDOWN -> body + "\n\n*" + line + "*";
        };
    return ContentEdits.said(content, content.title(), dated, content.bodyFormat());
  }

  private String line(Language language, String date) {
    return context.say(language, "corrected.at", date);
  }

  private String withoutLine(Content content, Language language) {
    String[] around = line(language, "\0").split("\0", -1);
    String any = Pattern.quote(around[0]) + "[^\n<>]{8,40}" + Pattern.quote(around[1]);
    String end =
        switch (content.bodyFormat()) {
          case TEXT -> "\n\n" + any;
          case HTML -> "<p><i>" + any + "</i></p>";
          case MARKDOWN -> "\n\n\\*" + any + "\\*";
        };
    return content.body().replaceFirst(end + "$", "");
  }
}
