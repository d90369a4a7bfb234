package kz.zharshy.source.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zharshy.article.Content.Origin;
import kz.zharshy.article.Media;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.SafeLink;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.page.PageMetadata;
import kz.zharshy.source.reader.JsonArticleReader;
import org.jspecify.annotations.Nullable;

/** Reads <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a>. */
record JsonFeed(SourceText source, ZoneId zone) {
  private static final JsonMapper JSON = new JsonMapper();

  List<FeedItem> items(String text) throws UnreadableException {
    JsonNode feed = parsed(text);
    if (!feed.path("items").isArray()) {
      throw new UnreadableException(ReasonCode.FEED_WITHOUT_ITEMS, source.name());
    }
    String base = SafeLink.of(line(feed, "home_page_url")).orElse(source.name());
    List<FeedItem> items = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      FeedItem read = item(item, base);
      if (read != null) {
        items.add(read);
      }
    }
    return items;
  }

  private @Nullable FeedItem item(JsonNode item, String base) {
    String own = item.path("content_html").asText();
    String html = own.isBlank() ? FeedText.asHtml(item.path("content_text").asText()) : own;
    String summary = line(item, "summary");
    String body = html.isBlank() ? FeedText.asHtml(summary) : html;
    String title = FeedText.headline(line(item, "title"), body);
    if (title.isEmpty()) {
      return null;
    }
    String address = address(item, base);
    return new FeedItem(
        CleanText.line(item.path("id").asText()),
        title,
        FeedText.absolute(body, address == null ? base : address),
        summary.isEmpty() || html.isBlank() ? null : summary,
        new Origin(author(item), address, published(item)),
        pictures(item, base),
        categories(item));
  }

  private @Nullable String address(JsonNode item, String base) {
    return Stream.of("url", "external_url")
        .map(key -> line(item, key))
        .flatMap(link -> FeedText.link(base, link).stream())
        .map(SafeLink::withoutTracking)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String author(JsonNode item) {
    JsonNode authors = item.path("authors");
    JsonNode first = authors.isArray() ? authors.path(0) : item.path("author");
    return Optional.of(line(first, "name"))
        .filter(name -> !name.isEmpty() && !PageMetadata.isRole(name))
        .orElse(null);
  }

  private @Nullable Instant published(JsonNode item) {
    return Stream.of("date_published", "date_modified")
        .flatMap(key -> FeedDate.parse(line(item, key), zone).stream())
        .findFirst()
        .orElse(null);
  }

  private static List<Media> pictures(JsonNode item, String base) {
    return Stream.of("image", "banner_image")
        .map(key -> line(item, key))
        .flatMap(link -> FeedText.link(base, link).stream())
        .limit(1)
        .map(link -> Media.photo(link, null))
        .toList();
  }

  private static List<String> categories(JsonNode item) {
    List<String> tags = new ArrayList<>();
    item.path("tags").forEach(tag -> tags.add(CleanText.line(CleanText.of(tag.asText()))));
    tags.removeIf(String::isEmpty);
    return tags;
  }

  private static String line(JsonNode node, String key) {
    return CleanText.line(CleanText.of(node.path(key).asText()));
  }

  private JsonNode parsed(String text) throws UnreadableException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadableException(
          e, ReasonCode.FEED_INVALID, source.name(), JsonArticleReader.reason(e));
    }
  }
}
