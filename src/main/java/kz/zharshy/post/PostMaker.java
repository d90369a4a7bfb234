package kz.zharshy.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Content;
import kz.zharshy.article.Picture;
import kz.zharshy.language.Language;

/**
 * Makes posts of articles. What it makes is within Telegram's limits whatever the article holds,
 * and in the form in which Telegram keeps it. Safe for use by several threads.
 */
public final class PostMaker {
  /** Of a message, in UTF-16 units (core.telegram.org/bots/api#sendmessage). */
  private static final int MESSAGE_LENGTH = 4096;

  /** Telegram drops what is above (core.telegram.org/api/entities). */
  private static final int MESSAGE_ENTITIES = 100;

  private final BodyReader reader;
  private final Layout layout = new Layout();

  public PostMaker(BodyReader reader) {
    this.reader = reader;
  }

  /**
   * The post that an article becomes in a channel, for readers of a language.
   *
   * @throws PostException if no post can be made of it, for example because it would need more
   *     messages than the channel allows
   */
  public Post make(Article article, Language language, ChannelStyle style) {
    Content content = article.content();
    List<MarkedText> parts = parts(content, language, style);
    List<BotCall> calls = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      ObjectNode params = message(style.channel(), parts.get(i));
      params.set("link_preview_options", i == 0 ? preview(content) : noPreview());
      if (i > 0 || article.plan().silent()) {
        params.put("disable_notification", true);
      }
      calls.add(new BotCall("sendMessage", params));
    }
    return new Post(calls);
  }

  private List<MarkedText> parts(Content content, Language language, ChannelStyle style) {
    List<Block> body =
        withoutHeadline(content, reader.read(content.body(), content.bodyFormat()).blocks());
    Galley galley = layout.galley(content, body, language, style);
    if (galley.tail() == 0) {
      throw new PostException(
          "The article says nothing that can be shown: give it a headline or a text.");
    }
    int most = style.maxParts();
    int number = "\n\n%1$d/%1$d".formatted(most).length();
    List<MarkedText> parts =
        new Splitter(MESSAGE_LENGTH, number, MESSAGE_ENTITIES).split(galley, most);
    if (parts.size() > most) {
      throw new PostException(
          "The article would need %d messages, the limit is %d: shorten it."
              .formatted(parts.size(), most));
    }
    return parts.size() == 1 ? parts : numbered(parts);
  }

  /** Web pages and Markdown files often repeat the headline at the top of the body. */
  private static List<Block> withoutHeadline(Content content, List<Block> body) {
    boolean repeated =
        !body.isEmpty() && PlainText.of(body.get(0)).equals(CleanText.line(content.title()));
    return repeated ? body.subList(1, body.size()) : body;
  }

  private static List<MarkedText> numbered(List<MarkedText> parts) {
    List<MarkedText> numbered = new ArrayList<>();
    for (MarkedText part : parts) {
      String number = "\n\n%d/%d".formatted(numbered.size() + 1, parts.size());
      numbered.add(new MarkedText(part.text() + number, part.entities()));
    }
    return numbered;
  }

  private static ObjectNode message(String channel, MarkedText part) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.put("chat_id", "@" + channel);
    params.put("text", part.text());
    if (!part.entities().isEmpty()) {
      ArrayNode entities = params.putArray("entities");
      part.entities().forEach(entity -> entities.add(entity(entity)));
    }
    return params;
  }

  private static ObjectNode entity(Entity entity) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", entity.type());
    node.put("offset", entity.offset());
    node.put("length", entity.length());
    if (entity.url() != null) {
      node.put("url", entity.url());
    }
    if (entity.language() != null) {
      node.put("language", entity.language());
    }
    return node;
  }

  /** The first picture, large above the text: so it never shortens the text to a caption. */
  private static ObjectNode preview(Content content) {
    Optional<String> picture =
        content.images().stream()
            .map(Picture::location)
            .flatMap(location -> LinkAddress.of(location).stream())
            .findFirst();
    if (picture.isEmpty()) {
      return noPreview();
    }
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("url", picture.get());
    options.put("prefer_large_media", true);
    options.put("show_above_text", true);
    return options;
  }

  /** Else Telegram would show a card of the first link that it finds, the footer's at last. */
  private static ObjectNode noPreview() {
    return JsonNodeFactory.instance.objectNode().put("is_disabled", true);
  }
}
