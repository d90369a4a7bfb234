package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.ReplyAction;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Requester;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import org.jspecify.annotations.Nullable;

/** What authors and readers bring, and what editors decide about it. */
record Review(EditorContext context, Card card, Questions questions, StaffMessages letters) {
  /** Who brought an article; empty where a program did. */
  Optional<Long> author(Article article) {
    Optional<Long> reader = context.database().personalData().suggester(article.id());
    if (reader.isPresent()) {
      return reader;
    }
    List<HistoryLine> history = context.articles().history(article.id());
    return history.isEmpty() ? Optional.empty() : EditorContext.person(history.get(0).actor());
  }

  /** An author's draft is finished: the editors get its card. */
  Reply ask(Article article, Request request) {
    if (!move(article, ArticleState.DRAFT, ArticleState.REVIEW, null, request)) {
      return Reply.change(card.of(article, request.requester()));
    }
    return Reply.change(
            Answer.of(context.say(request.requester().language(), "review.asked", number(article))))
        .and(toEditors(article));
  }

  /** The card of what waits for approval, to everybody who may approve. */
  Reply toEditors(Article article) {
    Article now = context.articles().find(article.id()).orElse(article);
    Reply reply = Reply.none();
    for (long editor : context.deciders()) {
      Language language = letters.language(editor);
      Answer answer = card.of(now, new Requester(editor, language, Role.EDITOR));
      reply = reply.and(letters.to(editor, answer));
    }
    return reply;
  }

  Reply approve(Article article, Request request) {
    if (!move(article, ArticleState.REVIEW, ArticleState.QUEUED, null, request)) {
      return lost(article, request);
    }
    return shown(article, request).and(tellAuthor(article, "review.approved", "", request));
  }

  Reply reject(Article article, Request request) {
    if (!move(article, ArticleState.REVIEW, ArticleState.WITHDRAWN, null, request)) {
      return lost(article, request);
    }
    return shown(article, request).and(tellAuthor(article, "review.rejected", "", request));
  }

  /** With a comment, or else the comment is asked for. */
  Reply changes(Article article, String comment, Request request) {
    if (comment.isEmpty()) {
      questions.ask(request, "changes", article.id(), CardVersion.of(article));
      return Reply.say(
          context.say(request.requester().language(), "review.comment", number(article)));
    }
    if (!move(article, ArticleState.REVIEW, ArticleState.DRAFT, Reason.words(comment), request)) {
      return lost(article, request);
    }
    return Reply.say(context.say(request.requester().language(), "review.sent", number(article)))
        .and(tellAuthor(article, "review.changes", comment, request));
  }

  /** What the person was asked before needs no answer any more. */
  void forget(Request request) {
    questions.answered(request);
  }

  /** Asks once more before a post is taken out of the channel. */
  Answer sure(Article article, Request request) {
    Language language = request.requester().language();
    CardButtons keys = new CardButtons(context, language, article.id());
    return Answer.of(context.say(language, "withdraw.sure", number(article), title(article)))
        .with(
            Buttons.none()
                .row(keys.of("withdrawnow"), keys.says(context.say(language, "key.back"), "show")));
  }

  private boolean move(
      Article article,
      ArticleState from,
      ArticleState to,
      @Nullable Reason reason,
      Request request) {
    return context
        .articles()
        .move(article.id(), from, to, reason, EditorContext.actor(request), context.now());
  }

  private Reply lost(Article article, Request request) {
    return Reply.say(context.changed(again(article), request.requester()));
  }

  private Reply shown(Article article, Request request) {
    return Reply.change(card.of(again(article), request.requester()));
  }

  private Article again(Article article) {
    return context.articles().find(article.id()).orElse(article);
  }

  private Reply tellAuthor(Article article, String key, String comment, Request request) {
    Optional<Long> author = author(article).filter(id -> id != request.requester().userId());
    if (author.isEmpty()) {
      return Reply.none();
    }
    Language language = letters.language(author.get());
    Answer answer =
        context.database().personalData().suggester(article.id()).isPresent()
            ? toReader(article, key, comment, language)
            : Answer.of(context.say(language, key, number(article), title(article), comment));
    return new Reply(List.<ReplyAction>of(letters.to(author.get(), answer)));
  }

  /** A reader has no cards, so the way to a better text is a button. */
  private Answer toReader(Article article, String key, String comment, Language language) {
    String readers =
        switch (key) {
          case "review.approved" -> "suggest.taken";
          case "review.rejected" -> "suggest.declined";
          default -> "suggest.changes";
        };
    Answer answer =
        Answer.of(context.say(language, readers, number(article), title(article), comment));
    return comment.isEmpty()
        ? answer
        : answer.with(
            Buttons.none()
                .row(
                    Button.says(
                        context.say(language, "suggest.improve"), "suggest " + number(article))));
  }

  private static String number(Article article) {
    return Long.toString(article.id());
  }

  private static String title(Article article) {
    return HeadlineText.line(article.content().title());
  }
}
