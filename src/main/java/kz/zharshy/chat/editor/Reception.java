package kz.zharshy.chat.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Gate;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.source.PageAddress;
import kz.zharshy.store.ArticleQueue.Added;
import kz.zharshy.store.QueueException;

/**
 * Takes in what people bring, each thing as an article of its own, and says what of it does not
 * count. Of an article that is there already an editor gets the card, and the difference to be
 * confirmed.
 */
record Reception(EditorContext context, Card card, Correction correction) {
  private static final int MOST_LINES = 10;

  /** Room for "and so many more", and for what does not count. */
  private static final int LAST_LINES = 1000;

  /** Makes a draft, and answers with its card; or with that of the article which this is. */
  Reply take(Gate.Entry entry, Request request) {
    Optional<Article> known = known(entry, request);
    if (known.isPresent()) {
      return there(known.get(), entry.draft().content(), request);
    }
    Language language = request.requester().language();
    try {
      Article article = added(entry.in(ArticleState.DRAFT), request).article();
      context.note(request, "/card " + article.id());
      Reply reply = Reply.say(card.of(article, request.requester()));
      String left = left(List.of(entry), language);
      return left.isEmpty() ? reply : reply.and(Reply.say(left));
    } catch (QueueException e) {
      return Reply.say(refused(e, language));
    }
  }

  /** Puts many into the queue, or keeps them as drafts; answers with a line for each. */
  Reply takeAll(List<Gate.Entry> entries, boolean publishes, Request request) {
    Answer.Writer answer = Answer.writer();
    int told = 0;
    for (Gate.Entry entry : entries) {
      String line = line(publishes ? entry : entry.in(ArticleState.DRAFT), request);
      if (told < MOST_LINES && answer.hasRoomFor(line.length() + LAST_LINES)) {
        answer.text(line + "\n");
        told++;
      }
    }
    Language language = request.requester().language();
    if (told < entries.size()) {
      answer.text(context.count(language, "more", entries.size() - told) + "\n");
    }
    return Reply.say(answer.text(left(entries, language)).done());
  }

  /** The article that an entry seems to be; only an editor is told. */
  Optional<Article> known(Gate.Entry entry, Request request) {
    if (!request.requester().mayActAs(Role.EDITOR)) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>(entry.claims());
    entry.claims().stream()
        .filter(PageAddress::is)
        .forEach(address -> names.addAll(PageAddress.spellings(PageAddress.key(address))));
    return context.articles().known(List.copyOf(names)).stream()
        .filter(article -> article.state() != ArticleState.WITHDRAWN)
        .filter(article -> !Objects.equals(entry.draft().externalId(), article.externalId()))
        .max(
            Comparator.comparing((Article article) -> article.state() == ArticleState.PUBLISHED)
                .thenComparing(Article::id));
  }

  private Reply there(Article article, Content content, Request request) {
    Language language = request.requester().language();
    context.note(request, "/card " + article.id());
    Content old = article.content();
    Content other =
        ContentEdits.said(
            old,
            content.title(),
            content.summary() == null ? old.summary() : content.summary(),
            content.body(),
            content.bodyFormat());
    String told = context.say(language, "known.here", Long.toString(article.id()));
    Reply reply = Reply.say(card.of(article, request.requester())).and(Reply.say(told));
    return other.equals(old) ? reply : reply.and(correction.proposed(article, other, request));
  }

  private String line(Gate.Entry entry, Request request) {
    Language language = request.requester().language();
    Optional<Article> known = known(entry, request);
    if (known.isPresent()) {
      return context.say(language, "known.line", Long.toString(known.get().id()));
    }
    try {
      Article article = added(entry, request).article();
      String number = Long.toString(article.id());
      return article.state() == ArticleState.QUEUED
          ? context.say(language, "post.queued", number, context.channel(article).name())
          : context.say(language, "post.stands", number, context.state(language, article.state()));
    } catch (QueueException e) {
      return refused(e, language);
    }
  }

  private Added added(Gate.Entry entry, Request request) {
    return context.articles().add(entry, EditorContext.actor(request), context.now());
  }

  private String refused(QueueException e, Language language) {
    if (e.kind() != QueueException.Kind.REFUSED) {
      throw e;
    }
    return context.say(language, "post.refused", context.reason(language, e.reason()));
  }

  /** What does not count, in words; empty where all does. */
  private String left(List<Gate.Entry> entries, Language language) {
    List<String> lines = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    entries.forEach(entry -> columns.addAll(entry.left()));
    if (!columns.isEmpty()) {
      lines.add(context.say(language, "left.columns", String.join(", ", columns)));
    }
    int pictures = entries.stream().mapToInt(Gate.Entry::pictures).sum();
    if (pictures > 0) {
      lines.add(context.count(language, "left.pictures", pictures));
    }
    entries.stream()
        .flatMap(entry -> Optional.ofNullable(entry.foreign()).stream())
        .forEach(foreign -> lines.add(context.say(language, "left.address", foreign)));
    return String.join("\n", lines);
  }
}
