package kz.zharshy.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Run;

/** Text of rich messages (core.telegram.org/bots/api#richtext). */
final class RichText {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The words are the same as those of entities. */
  private static final Set<String> MARKS =
      Set.of("bold", "italic", "underline", "strikethrough", "spoiler", "code");

  private RichText() {}

  /** Runs as rich text; empty if they show nothing. */
  static Optional<JsonNode> of(List<Run> runs) {
    PostTextBuilder out = new PostTextBuilder();
    out.runs(runs);
    PostText postText = out.postText();
    return of(
        new MarkedText(
            postText.text(), EntityNormalizer.settle(postText.text(), postText.spans())));
  }

  /** Text without marks; empty if it shows nothing. */
  static Optional<JsonNode> of(String text) {
    return of(List.of(new Run(text, Set.of(), null)));
  }

  /** Text with entities that Telegram would keep as they are. */
  static Optional<JsonNode> of(MarkedText marked) {
    if (marked.text().isEmpty()) {
      return Optional.empty();
    }
    List<JsonNode> pieces = pieces(marked, marked.entities(), 0, marked.text().length());
    if (pieces.size() == 1) {
      return Optional.of(pieces.get(0));
    }
    ArrayNode text = JSON.arrayNode();
    pieces.forEach(text::add);
    return Optional.of(text);
  }

  /** The entities are nested and in order, so those inside of one follow it. */
  private static List<JsonNode> pieces(MarkedText marked, List<Entity> open, int from, int to) {
    List<JsonNode> pieces = new ArrayList<>();
    int at = from;
    int next = 0;
    while (next < open.size()) {
      Entity entity = open.get(next);
      int inside = next + 1;
      while (inside < open.size() && open.get(inside).offset() < EntityNormalizer.end(entity)) {
        inside++;
      }
      if (entity.offset() > at) {
        pieces.add(new TextNode(marked.text().substring(at, entity.offset())));
      }
      List<JsonNode> within =
          pieces(
              marked,
              open.subList(next + 1, inside),
              entity.offset(),
              EntityNormalizer.end(entity));
      pieces.addAll(wrapped(entity, within));
      at = EntityNormalizer.end(entity);
      next = inside;
    }
    if (at < to) {
      pieces.add(new TextNode(marked.text().substring(at, to)));
    }
    return pieces;
  }

  private static List<JsonNode> wrapped(Entity entity, List<JsonNode> within) {
    boolean known = MARKS.contains(entity.type()) || entity.url() != null;
    if (!known) {
      return within;
    }
    ObjectNode node = JSON.objectNode().put("type", entity.url() == null ? entity.type() : "url");
    if (within.size() == 1) {
      node.set("text", within.get(0));
    } else {
      ArrayNode text = node.putArray("text");
      within.forEach(text::add);
    }
    if (entity.url() != null) {
      node.put("url", entity.url());
    }
    return List.of(node);
  }
}
