package kz.zharshy.publish;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.language.Language;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Edits;
import kz.zharshy.post.Length;
import kz.zharshy.post.Post;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostMaker;
import kz.zharshy.post.PostPart;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.QueueException;
import kz.zharshy.store.RelatedPostsStore;

/** Makes a post of an article and freezes its parts in the ledger. Safe for several threads. */
public final class PartPlanner {
  private final ArticleQueue articles;
  private final Ledger ledger;
  private final RelatedPostsStore relatedPosts;
  private final PostMaker posts;
  private final PublishListener listener;
  private final Clock clock;

  public PartPlanner(
      ArticleQueue articles,
      Ledger ledger,
      RelatedPostsStore relatedPosts,
      PostMaker posts,
      PublishListener listener,
      Clock clock) {
    this.articles = articles;
    this.ledger = ledger;
    this.relatedPosts = relatedPosts;
    this.posts = posts;
    this.listener = listener;
    this.clock = clock;
  }

  /** The frozen parts; none where no post can be made of the article, which then has failed. */
  List<Delivery> parts(Article article, Channel channel) {
    List<Delivery> known = ledger.parts(article.id());
    if (!known.isEmpty()) {
      return known;
    }
    try {
      Instant now = clock.instant();
      Language language = article.content().spokenLanguage();
      RelatedPosts around = relatedPosts.around(article, channel.name());
      Post post = posts.make(article, language, style(article, channel), around, now);
      List<Delivery.PlannedPart> parts = post.parts().stream().map(Frozen::part).toList();
      List<Delivery> planned = ledger.plan(article.id(), channel.name(), parts, now);
      noteLeftOut(article, post);
      return planned;
    } catch (QueueException e) {
      throw e;
    } catch (PostException e) {
      fail(article, e.reason());
      return List.of();
    } catch (RuntimeException e) {
      // A fault of ours must cost one article only, not the channel.
      fail(article, Reason.of(ReasonCode.NO_POST, e.toString()));
      return List.of();
    }
  }

  /**
   * What the parts of an article that is in the channel are to become.
   *
   * @throws PostException if no post can be made of what it says now
   */
  List<Delivery.PlannedPart> corrected(Article article, Channel channel, List<Delivery> known) {
    List<PostPart> wanted = remade(article, channel, known).parts();
    List<Delivery.PlannedPart> parts = new ArrayList<>();
    for (PostPart part : wanted) {
      int index = parts.size();
      parts.add(
          Frozen.part(
              index < known.size()
                  ? answering(part, Frozen.part(known.get(index)))
                  : joined(part, known)));
    }
    return parts;
  }

  /**
   * What the parts of an article that is in the channel are to become so that their links are
   * right; only those that change, by the numbers of their rows.
   *
   * @throws PostException if no post can be made of what it says now
   */
  Map<Long, Delivery.PlannedPart> linked(Article article, Channel channel, List<Delivery> known) {
    List<PostPart> wanted = remade(article, channel, known).parts();
    if (wanted.size() > known.size()) {
      Reason reason = Reason.of(ReasonCode.LINKS_NEED_MORE_PARTS);
      relatedPosts.note(article.id(), reason, clock.instant());
      return Map.of();
    }
    Map<Long, Delivery.PlannedPart> changed = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      PostPart there = Frozen.part(known.get(i));
      PostPart then = Edits.withWordsOf(wanted.get(i), there);
      if (known.get(i).message().proven() && Edits.next(there, then).isPresent()) {
        changed.put(known.get(i).id(), Frozen.part(then));
      }
    }
    return changed;
  }

  private Post remade(Article article, Channel channel, List<Delivery> known) {
    Language language = article.content().spokenLanguage();
    RelatedPosts around = relatedPosts.around(article, channel.name());
    PostPart first = Frozen.part(known.get(0));
    Post post = posts.remake(article, language, channel.style(), around, first);
    noteLeftOut(article, post);
    return post;
  }

  private void noteLeftOut(Article article, Post post) {
    for (Post.Links links : post.leftOut()) {
      ReasonCode code =
          switch (links) {
            case VERSIONS -> ReasonCode.NO_ROOM_FOR_VERSIONS;
            case UPDATES -> ReasonCode.NO_ROOM_FOR_UPDATES;
          };
      relatedPosts.note(article.id(), Reason.of(code), clock.instant());
    }
  }

  /** What a message answers does not change with its words. */
  private static PostPart answering(PostPart part, PostPart there) {
    Long answersTo = there.header().answersTo();
    return answersTo == null ? part : part.with(part.header().withAnswersTo(answersTo));
  }

  /** Other posts may stand between a part that is added and the others, so it refers to them. */
  private static PostPart joined(PostPart part, List<Delivery> known) {
    Long last = known.get(known.size() - 1).messageId();
    return part.with(part.header().withAnswersTo(last));
  }

  private ChannelStyle style(Article article, Channel channel) {
    ChannelStyle style = channel.style();
    return style.length() == Length.RICH && ledger.isSplit(article.id())
        ? style.withLength(Length.SPLIT)
        : style;
  }

  private void fail(Article article, Reason reason) {
    articles.move(
        article.id(),
        ArticleState.PUBLISHING,
        ArticleState.FAILED,
        reason,
        ArticleQueue.BOT,
        clock.instant());
    listener.failed(article, reason);
  }
}
