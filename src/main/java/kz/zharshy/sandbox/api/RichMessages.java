package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads one {@code InputRichMessage} into a {@code RichMessage}, with Telegram's limits. */
final class RichMessages {
  private static final int LONGEST = 32_768;
  private static final int MOST_BLOCKS = 500;
  private static final int MOST_MEDIA = 50;
  private static final int DEEPEST = 16;
  private static final int MOST_COLUMNS = 20;
  private static final Set<String> OF_TEXT =
      Set.of("paragraph", "heading", "pre", "footer", "pullquote", "thinking");
  private static final Set<String> OF_BLOCKS =
      Set.of("blockquote", "details", "collage", "slideshow");
  private static final Set<String> OF_MEDIA =
      Set.of("photo", "video", "animation", "audio", "voice_note");
  private static final Set<String> OTHERS =
      Set.of("divider", "mathematical_expression", "anchor", "table", "map");

  private final Attachments attachments;
  private final Params params;
  private int letters;
  private int blocks;
  private int media;

  RichMessages(Attachments attachments, Params params) {
    this.attachments = attachments;
    this.params = params;
  }

  ObjectNode read(JsonNode input) {
    long ways = Set.of("blocks", "html", "markdown").stream().filter(input::hasNonNull).count();
    if (ways != 1) {
      throw Refusal.badRequest(
          "exactly one of the fields html, markdown, or blocks of the rich message must be used");
    }
    JsonNode given =
        input.hasNonNull("blocks")
            ? input.get("blocks")
            : paragraphs(input.path("html").asText(input.path("markdown").asText()));
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.set("blocks", blocks(given, 1));
    if (input.path("is_rtl").asBoolean()) {
      message.put("is_rtl", true);
    }
    if (blocks == 0) {
      throw Refusal.badRequest("rich message must be non-empty");
    }
    return message;
  }

  private ArrayNode blocks(JsonNode input, int depth) {
    if (!input.isArray()) {
      throw Refusal.badRequest("can't parse InputRichBlock: expected an Array");
    }
    if (depth > DEEPEST) {
      throw Refusal.badRequest("rich message is nested too deep");
    }
    ArrayNode read = JsonNodeFactory.instance.arrayNode();
    for (JsonNode block : input) {
      countBlock();
      read.add(block(block, depth));
    }
    return read;
  }

  private ObjectNode block(JsonNode input, int depth) {
    String type = input.path("type").asText();
    if (!(input instanceof ObjectNode)) {
      throw Refusal.badRequest("can't parse InputRichBlock: expected an Object");
    }
    ObjectNode block = input.deepCopy();
    if (OF_TEXT.contains(type)) {
      count(block.path("text"));
    } else if (OF_BLOCKS.contains(type)) {
      count(block.path("summary"));
      block.set("blocks", blocks(block.path("blocks"), depth + 1));
    } else if (type.equals("list")) {
      list(block, depth);
    } else if (OF_MEDIA.contains(type)) {
      attach(block, type);
    } else if (OTHERS.contains(type)) {
      block.path("cells").forEach(this::row);
    } else {
      throw Refusal.badRequest("can't parse InputRichBlock: type \"" + type + "\" is unsupported");
    }
    return block;
  }

  private void list(ObjectNode list, int depth) {
    int number = 0;
    for (JsonNode item : list.path("items")) {
      countBlock();
      number = item.path("value").asInt(number + 1);
      ObjectNode each = (ObjectNode) item;
      each.put("label", item.has("type") || item.has("value") ? number + "." : "•");
      each.set("blocks", blocks(item.path("blocks"), depth + 1));
    }
  }

  private void row(JsonNode cells) {
    countBlock();
    if (cells.size() > MOST_COLUMNS) {
      throw Refusal.badRequest("table of a rich message has too many columns");
    }
    cells.forEach(cell -> count(cell.path("text")));
  }

  /** Items of lists and rows of tables count as blocks. */
  private void countBlock() {
    if (++blocks > MOST_BLOCKS) {
      throw Refusal.badRequest("rich message has too many blocks");
    }
  }

  private void attach(ObjectNode block, String type) {
    if (++media > MOST_MEDIA) {
      throw Refusal.badRequest("rich message has too many media");
    }
    String kind = type.equals("voice_note") ? "voice" : type;
    JsonNode item = block.path(type);
    String given = item.path("media").asText();
    if (given.startsWith("attach://")) {
      throw Refusal.badRequest("media of a rich message can't be uploaded with it");
    }
    ObjectNode holder = JsonNodeFactory.instance.objectNode();
    attachments.put(holder, params, kind, given, item);
    block.set(type, holder.get(kind));
    if (item.path("has_spoiler").asBoolean()) {
      block.put("has_spoiler", true);
    }
  }

  /** A rich text is a string, an array of rich texts, or an object around one. */
  private void count(JsonNode text) {
    if (text.isTextual()) {
      letters += text.textValue().codePointCount(0, text.textValue().length());
    } else if (text.isArray()) {
      text.forEach(this::count);
    } else {
      text.path("text").forEach(this::count);
      if (text.path("text").isTextual()) {
        count(text.path("text"));
      }
    }
    if (letters > LONGEST) {
      throw Refusal.badRequest("message is too long");
    }
  }

  private static ArrayNode paragraphs(String marked) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    Document page = Jsoup.parseBodyFragment(marked);
    if (page.body().children().isEmpty()) {
      for (String paragraph : marked.split("\n\\s*\n", -1)) {
        addParagraph(blocks, paragraph.strip());
      }
      return blocks;
    }
    for (Element element : page.body().children()) {
      if (element.tagName().matches("h[1-6]")) {
        blocks
            .addObject()
            .put("type", "heading")
            .put("text", element.text())
            .put("size", element.tagName().charAt(1) - '0');
      } else {
        addParagraph(blocks, element.text());
      }
    }
    return blocks;
  }

  private static void addParagraph(ArrayNode blocks, String text) {
    if (!text.isEmpty()) {
      blocks.addObject().put("type", "paragraph").put("text", text);
    }
  }
}
