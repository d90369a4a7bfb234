package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Asker;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.chat.Question;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.Step;
import kz.zharshy.language.Language;
import kz.zharshy.queue.ArticleQueue.HistoryLine;
import org.jspecify.annotations.Nullable;

/** What authors and readers bring, and what editors decide about it. */
final class Review {
  private final Desk desk;
  private final Card card;
  private final Questions questions;
  private final Letters letters;

  Review(Desk desk, Card card, Questions questions, Letters letters) {
    this.desk = desk;
    this.card = card;
    this.questions = questions;
    this.letters = letters;
  }

  /** Who brought an article; empty where a program did. */
  Optional<Long> author(Article article) {
    Optional<Long> reader = desk.database().traces().suggester(article.id());
    if (reader.isPresent()) {
      return reader;
    }
    List<HistoryLine> history = desk.articles().history(article.id());
    return history.isEmpty() ? Optional.empty() : Desk.person(history.get(0).actor());
  }

  /** An author's draft is finished: the editors get its card. */
  Reply ask(Article article, Question question) {
    if (!move(article, ArticleState.DRAFT, ArticleState.REVIEW, null, question)) {
      return Reply.change(card.of(article, question.asker()));
    }
    return Reply.change(
            Answer.of(desk.say(question.asker().language(), "review.asked", number(article))))
        .and(toEditors(article));
  }

  /** The card of what waits for approval, to everybody who may approve. */
  Reply toEditors(Article article) {
    Article now = desk.articles().find(article.id()).orElse(article);
    Reply reply = Reply.none();
    for (long editor : desk.deciders()) {
      Language language = letters.language(editor);
      Answer answer = card.of(now, new Asker(editor, language, Role.EDITOR));
      reply = reply.and(letters.to(editor, answer));
    }
    return reply;
  }

  Reply approve(Article article, Question question) {
    if (!move(article, ArticleState.REVIEW, ArticleState.QUEUED, null, question)) {
      return lost(article, question);
    }
    return shown(article, question).and(tellAuthor(article, "review.approved", "", question));
  }

  Reply reject(Article article, Question question) {
    if (!move(article, ArticleState.REVIEW, ArticleState.WITHDRAWN, null, question)) {
      return lost(article, question);
    }
    return shown(article, question).and(tellAuthor(article, "review.rejected", "", question));
  }

  /** With a comment, or else the comment is asked for. */
  Reply changes(Article article, String comment, Question question) {
    if (comment.isEmpty()) {
      questions.ask(question, "changes", article.id(), AsShown.of(article));
      return Reply.say(desk.say(question.asker().language(), "review.comment", number(article)));
    }
    if (!move(article, ArticleState.REVIEW, ArticleState.DRAFT, comment, question)) {
      return lost(article, question);
    }
    return Reply.say(desk.say(question.asker().language(), "review.sent", number(article)))
        .and(tellAuthor(article, "review.changes", comment, question));
  }

  /** What the person was asked before needs no answer any more. */
  void forget(Question question) {
    questions.answered(question);
  }

  /** Asks once more before a post is taken out of the channel. */
  Answer sure(Article article, Question question) {
    Language language = question.asker().language();
    Keys keys = new Keys(desk, language, article.id());
    return Answer.of(desk.say(language, "withdraw.sure", number(article), title(article)))
        .with(
            Buttons.none()
                .row(keys.of("withdrawnow"), keys.says(desk.say(language, "key.back"), "show")));
  }

  private boolean move(
      Article article,
      ArticleState from,
      ArticleState to,
      @Nullable String reason,
      Question question) {
    return desk.articles().move(article.id(), from, to, reason, Desk.actor(question), desk.now());
  }

  private Reply lost(Article article, Question question) {
    return Reply.say(desk.changed(again(article), question.asker()));
  }

  private Reply shown(Article article, Question question) {
    return Reply.change(card.of(again(article), question.asker()));
  }

  private Article again(Article article) {
    return desk.articles().find(article.id()).orElse(article);
  }

  private Reply tellAuthor(Article article, String key, String comment, Question question) {
    Optional<Long> author = author(article).filter(id -> id != question.asker().userId());
    if (author.isEmpty()) {
      return Reply.none();
    }
    Language language = letters.language(author.get());
    Answer answer =
        desk.database().traces().suggester(article.id()).isPresent()
            ? toReader(article, key, comment, language)
            : Answer.of(desk.say(language, key, number(article), title(article), comment));
    return new Reply(List.<Step>of(letters.to(author.get(), answer)));
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
        Answer.of(desk.say(language, readers, number(article), title(article), comment));
    return comment.isEmpty()
        ? answer
        : answer.with(
            Buttons.none()
                .row(
                    Button.says(
                        desk.say(language, "suggest.improve"), "suggest " + number(article))));
  }

  private static String number(Article article) {
    return Long.toString(article.id());
  }

  private static String title(Article article) {
    return HeadlineText.line(article.content().title());
  }
}
