package kz.zharshy.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.post.Entity;
import kz.zharshy.post.MarkedText;
import kz.zharshy.post.RichBlock;

/** The blocks of rich messages as JSON (core.telegram.org/bots/api#inputrichmessage), and back. */
final class RichCodec {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String LINK = "text_link";

  private RichCodec() {}

  static ArrayNode write(List<RichBlock> blocks) {
    ArrayNode array = NODES.arrayNode();
    blocks.forEach(block -> write(block, array.addObject()));
    return array;
  }

  /**
   * The blocks.
   *
   * @throws IllegalArgumentException if one of them is of a kind that {@link #write} does not write
   */
  static List<RichBlock> read(JsonNode blocks) {
    List<RichBlock> all = new ArrayList<>();
    blocks.forEach(block -> all.add(block(block)));
    return all;
  }

  private static void write(RichBlock block, ObjectNode to) {
    if (block instanceof RichBlock.Paragraph paragraph) {
      to.put("type", "paragraph").set("text", text(paragraph.text()));
    } else if (block instanceof RichBlock.Heading heading) {
      to.put("type", "heading").set("text", text(heading.text()));
      to.put("size", heading.size());
    } else if (block instanceof RichBlock.Items items) {
      ArrayNode list = to.put("type", "list").putArray("items");
      items.items().forEach(item -> write(item, list.addObject()));
    } else if (block instanceof RichBlock.Quote quote) {
      to.put("type", "blockquote").set("blocks", write(quote.blocks()));
    } else if (block instanceof RichBlock.Code code) {
      to.put("type", "pre").put("text", code.text());
      if (code.language() != null) {
        to.put("language", code.language());
      }
    } else if (block instanceof RichBlock.Table table) {
      write(table, to.put("type", "table"));
    } else if (block instanceof RichBlock.Photo photo) {
      to.put("type", "photo").putObject("photo").put("type", "photo").put("media", photo.address());
      if (!photo.caption().isEmpty()) {
        to.putObject("caption").set("text", text(photo.caption()));
      }
    } else {
      to.put("type", "divider");
    }
  }

  private static void write(RichBlock.Item item, ObjectNode to) {
    to.set("blocks", write(item.blocks()));
    if (item.number() != null) {
      to.put("value", item.number()).put("type", "1");
    }
  }

  private static void write(RichBlock.Table table, ObjectNode to) {
    ArrayNode rows = to.putArray("cells");
    for (List<MarkedText> row : table.rows()) {
      ArrayNode cells = rows.addArray();
      for (MarkedText words : row) {
        ObjectNode cell = cells.addObject();
        if (!words.isEmpty()) {
          cell.set("text", text(words));
        }
        if (table.header() && rows.size() == 1) {
          cell.put("is_header", true);
        }
        cell.put("align", "left").put("valign", "top");
      }
    }
    to.put("is_bordered", true);
  }

  private static RichBlock block(JsonNode block) {
    String type = block.path("type").asText();
    return switch (type) {
      case "paragraph" -> new RichBlock.Paragraph(marked(block.path("text")));
      case "heading" ->
          new RichBlock.Heading(marked(block.path("text")), block.path("size").asInt());
      case "list" ->
          new RichBlock.Items(block.path("items").valueStream().map(RichCodec::item).toList());
      case "blockquote" -> new RichBlock.Quote(read(block.path("blocks")));
      case "pre" ->
          new RichBlock.Code(block.path("text").asText(), block.path("language").textValue());
      case "table" -> table(block.path("cells"));
      case "photo" ->
          new RichBlock.Photo(
              block.path("photo").path("media").asText(),
              marked(block.path("caption").path("text")));
      case "divider" -> new RichBlock.Divider();
      default -> throw new IllegalArgumentException("a rich message has no block " + type);
    };
  }

  private static RichBlock.Item item(JsonNode item) {
    Integer number = item.has("value") ? item.path("value").asInt() : null;
    return new RichBlock.Item(read(item.path("blocks")), number);
  }

  private static RichBlock table(JsonNode rows) {
    List<List<MarkedText>> all = new ArrayList<>();
    rows.forEach(row -> all.add(row.valueStream().map(cell -> marked(cell.path("text"))).toList()));
    return new RichBlock.Table(rows.path(0).path(0).path("is_header").asBoolean(), all);
  }

  private static JsonNode text(MarkedText marked) {
    List<JsonNode> pieces = pieces(marked, marked.entities(), 0, marked.text().length());
    return pieces.size() == 1 ? pieces.get(0) : NODES.arrayNode().addAll(pieces);
  }

  /** The entities are nested and in order, so those inside of one follow it. */
  private static List<JsonNode> pieces(MarkedText marked, List<Entity> open, int from, int to) {
    List<JsonNode> pieces = new ArrayList<>();
    int at = from;
    int next = 0;
    while (next < open.size()) {
      Entity entity = open.get(next);
      int end = entity.offset() + entity.length();
      int inside = next + 1;
      while (inside < open.size() && open.get(inside).offset() < end) {
        inside++;
      }
      if (entity.offset() > at) {
        pieces.add(TextNode.valueOf(marked.text().substring(at, entity.offset())));
      }
      pieces.add(
          wrapped(entity, pieces(marked, open.subList(next + 1, inside), entity.offset(), end)));
      at = end;
      next = inside;
    }
    if (at < to) {
      pieces.add(TextNode.valueOf(marked.text().substring(at, to)));
    }
    return pieces;
  }

  private static JsonNode wrapped(Entity entity, List<JsonNode> within) {
    ObjectNode node = NODES.objectNode().put("type", entity.url() == null ? entity.type() : "url");
    node.set("text", within.size() == 1 ? within.get(0) : NODES.arrayNode().addAll(within));
    return entity.url() == null ? node : node.put("url", entity.url());
  }

  private static MarkedText marked(JsonNode text) {
    StringBuilder words = new StringBuilder();
    List<Entity> entities = new ArrayList<>();
    read(text, words, entities);
    return new MarkedText(words.toString(), entities);
  }

  /** An entity stands before those inside of it, although its length is known only after them. */
  private static void read(JsonNode text, StringBuilder words, List<Entity> entities) {
    if (text.isTextual()) {
      words.append(text.textValue());
    } else if (text.isArray()) {
      text.forEach(piece -> read(piece, words, entities));
    } else if (text.has("text")) {
      int offset = words.length();
      List<Entity> within = new ArrayList<>();
      read(text.path("text"), words, within);
      String url = text.path("url").textValue();
      String type = url == null ? text.path("type").asText() : LINK;
      entities.add(new Entity(type, offset, words.length() - offset, url, null));
      entities.addAll(within);
    }
  }
}
