package kz.zharshy.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.post.BotCall;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostMaker;
import kz.zharshy.queue.ArticleQueue;
import kz.zharshy.queue.Delivery;
import kz.zharshy.queue.Ledger;
import kz.zharshy.queue.QueueException;

/** Makes a post of an article and freezes its parts in the ledger. Safe for several threads. */
public final class PartPlanner {
  private final ArticleQueue articles;
  private final Ledger ledger;
  private final PostMaker posts;
  private final PublishListener listener;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  public PartPlanner(
      ArticleQueue articles,
      Ledger ledger,
      PostMaker posts,
      PublishListener listener,
      Clock clock) {
    this.articles = articles;
    this.ledger = ledger;
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
      List<BotCall> calls =
          posts.make(article, article.content().spokenLanguage(), channel.style()).calls();
      return ledger.plan(article.id(), channel.name(), frozen(calls), clock.instant());
    } catch (QueueException e) {
      throw e;
    } catch (PostException e) {
      fail(article, String.valueOf(e.getMessage()));
      return List.of();
    } catch (RuntimeException e) {
      // A fault of ours must cost one article only, not the channel.
      fail(article, "No post could be made of it: " + e);
      return List.of();
    }
  }

  private void fail(Article article, String reason) {
    articles.move(
        article.id(),
        ArticleState.PUBLISHING,
        ArticleState.FAILED,
        reason,
        ChannelPublisher.ACTOR,
        clock.instant());
    listener.failed(article, reason);
  }

  private List<Ledger.PlannedPart> frozen(List<BotCall> calls) {
    List<Ledger.PlannedPart> parts = new ArrayList<>();
    for (BotCall call : calls) {
      try {
        parts.add(new Ledger.PlannedPart(call.method(), json.writeValueAsString(call.params())));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A call cannot be written as JSON.", e);
      }
    }
    return parts;
  }
}
