package kz.zharshy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonText;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Delivery;
import org.jspecify.annotations.Nullable;

/** Articles as JSON: the keys are the column names of the queue. */
final class ArticleJson {
  private final ObjectMapper mapper = new ObjectMapper();

  ObjectNode article(Article article) {
    Content content = article.content();
    Plan plan = article.plan();
    ObjectNode json = mapper.createObjectNode();
    json.put("id", article.id());
    json.put("external_id", article.externalId());
    json.put("language", content.language() == null ? null : content.language().code());
    json.put("section", content.section());
    json.put("title", content.title());
    json.put("summary", content.summary());
    json.put("body", content.body());
    json.put("body_format", content.bodyFormat().code());
    json.put("author", content.author());
    json.put("source_url", content.sourceUrl());
    json.putArray("images").addAll(content.media().stream().map(Media::json).toList());
    json.set("tags", mapper.valueToTree(content.tags()));
    json.put("channel", plan.channel());
    json.put("story", plan.story());
    json.put("translation_of", plan.translationOf());
    json.put("priority", plan.priority().code());
    json.put("published_at", time(content.publishedAt()));
    json.put("publish_at", time(plan.publishAt()));
    json.put("expires_at", time(plan.expiresAt()));
    json.put("silent", plan.silent());
    json.put("pin_until", time(plan.pinUntil()));
    json.put("state", article.state().code());
    json.put("route", article.route());
    json.put("reason", words(article.reason()));
    json.put("created_at", time(article.createdAt()));
    json.put("updated_at", time(article.updatedAt()));
    return json;
  }

  ArrayNode articles(List<Article> articles) {
    ArrayNode array = mapper.createArrayNode();
    articles.forEach(article -> array.add(article(article)));
    return array;
  }

  ArrayNode parts(List<Delivery> parts) {
    ArrayNode array = mapper.createArrayNode();
    for (Delivery part : parts) {
      ObjectNode json = array.addObject();
      json.put("part", part.part());
      json.put("parts", part.parts());
      json.put("channel", part.channel());
      json.put("state", part.state().code());
      json.put("method", part.planned().method());
      json.put("message_id", part.messageId());
      json.put("error", words(part.sending().error()));
      json.put("sending_at", time(part.sending().begunAt()));
      json.put("sent_at", time(part.sending().sentAt()));
      json.put("edit", part.message().edit().code());
    }
    return array;
  }

  ArrayNode history(List<ArticleQueue.HistoryLine> lines) {
    ArrayNode array = mapper.createArrayNode();
    for (ArticleQueue.HistoryLine line : lines) {
      ObjectNode json = array.addObject();
      json.put("at", time(line.at()));
      json.put("actor", line.actor());
      json.put("event", line.event());
      json.put("detail", words(line.detail()));
    }
    return array;
  }

  private static @Nullable String words(@Nullable Reason reason) {
    return reason == null ? null : ReasonText.forLog(reason);
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
