package kz.zharshy.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.zharshy.article.Block;
import kz.zharshy.article.Picture;
import kz.zharshy.article.Run;

/**
 * The blocks of a rich message (core.telegram.org/bots/api#inputrichmessage), within its limits of
 * length, blocks, depth, media and columns. Items of lists and rows of tables count as blocks.
 */
final class RichMessage {
  /** In characters; counted here in UTF-16 units, of which there never are fewer. */
  static final int LENGTH = 32_768;

  private static final int MOST_BLOCKS = 500;
  private static final int DEEPEST = 16;
  private static final int MOST_MEDIA = 50;
  private static final int MOST_COLUMNS = 20;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ArrayNode blocks = JSON.arrayNode();
  private int length;
  private int count;
  private int media;
  private boolean tooMuch;

  /** Adds a text, a paragraph for each of its own. */
  void add(PostText postText) {
    String text = postText.text();
    int from = 0;
    while (from < text.length()) {
      int gap = text.indexOf("\n\n", from);
      int to = gap < 0 ? text.length() : gap;
      add(part(postText, from, to), blocks);
      from = Whitespace.skip(text, to, text.length());
    }
  }

  /** Adds blocks of an article. */
  void add(List<Block> body) {
    body.forEach(block -> write(block, blocks, 1));
  }

  /** Adds a picture that Telegram fetches. */
  void add(Picture picture) {
    picture(picture, blocks);
  }

  /** The message; empty if Telegram would not take so much, or there is nothing to show. */
  Optional<ArrayNode> blocks() {
    return isTooMuch() || count == 0 ? Optional.empty() : Optional.of(blocks);
  }

  /** Whether there is more than Telegram takes, whatever may be added. */
  boolean isTooMuch() {
    return tooMuch || length > LENGTH || count > MOST_BLOCKS || media > MOST_MEDIA;
  }

  private static MarkedText part(PostText postText, int from, int to) {
    List<Entity> spans =
        postText.spans().stream()
            .filter(span -> span.offset() < to && EntityNormalizer.end(span) > from)
            .map(span -> EntityNormalizer.clip(span, from, to))
            .collect(Collectors.toCollection(ArrayList::new));
    String text = postText.text().substring(from, to);
    return new MarkedText(text, EntityNormalizer.settle(text, spans));
  }

  private void add(MarkedText marked, ArrayNode to) {
    RichText.of(marked).ifPresent(text -> put(to, "paragraph", text));
  }

  private ObjectNode put(ArrayNode to, String type, JsonNode text) {
    length += letters(text);
    return put(to, type).set("text", text);
  }

  private ObjectNode put(ArrayNode to, String type) {
    count++;
    return to.addObject().put("type", type);
  }

  private void write(Block block, ArrayNode to, int depth) {
    if (depth > DEEPEST || isTooMuch()) {
      tooMuch = true;
    } else if (block instanceof Block.Paragraph paragraph) {
      RichText.of(paragraph.runs()).ifPresent(text -> put(to, "paragraph", text));
    } else if (block instanceof Block.Heading heading) {
      RichText.of(heading.runs())
          .ifPresent(text -> put(to, "heading", text).put("size", heading.level()));
    } else if (block instanceof Block.Items items) {
      list(items, to, depth);
    } else if (block instanceof Block.Quote quote) {
      quote(quote, to, depth);
    } else if (block instanceof Block.Code code) {
      code(code, to);
    } else if (block instanceof Block.Table table) {
      table(table, to);
    } else if (block instanceof Block.Figure figure) {
      picture(figure.picture(), to);
    } else if (block instanceof Block.Rule) {
      put(to, "divider");
    }
  }

  private void list(Block.Items items, ArrayNode to, int depth) {
    ArrayNode list = put(to, "list").putArray("items");
    int number = items.start();
    for (List<Block> item : items.items()) {
      count++;
      ObjectNode line = list.addObject();
      ArrayNode inside = line.putArray("blocks");
      item.forEach(block -> write(block, inside, depth + 1));
      if (items.ordered()) {
        line.put("value", number++).put("type", "1");
      }
    }
  }

  private void quote(Block.Quote quote, ArrayNode to, int depth) {
    ArrayNode inside = put(to, "blockquote").putArray("blocks");
    quote.blocks().forEach(block -> write(block, inside, depth + 1));
  }

  private void code(Block.Code code, ArrayNode to) {
    String text = TextSanitizer.of(code.text()).stripTrailing();
    if (!text.isBlank()) {
      ObjectNode block = put(to, "pre", JSON.textNode(text));
      if (code.language() != null) {
        block.put("language", code.language());
      }
    }
  }

  private void table(Block.Table table, ArrayNode to) {
    ArrayNode rows = put(to, "table").putArray("cells");
    for (List<List<Run>> row : table.rows()) {
      count++;
      tooMuch |= row.size() > MOST_COLUMNS;
      if (isTooMuch()) {
        return;
      }
      ArrayNode cells = rows.addArray();
      boolean header = table.header() && rows.size() == 1;
      for (List<Run> runs : row) {
        ObjectNode cell = cells.addObject();
        RichText.of(runs).ifPresent(text -> cell.set("text", text));
        length += letters(cell.path("text"));
        if (header) {
          cell.put("is_header", true);
        }
        cell.put("align", "left").put("valign", "top");
      }
    }
    ((ObjectNode) to.get(to.size() - 1)).put("is_bordered", true);
  }

  private void picture(Picture picture, ArrayNode to) {
    Optional<String> address = LinkAddress.of(picture.location());
    Optional<JsonNode> caption = Optional.ofNullable(picture.caption()).flatMap(RichText::of);
    if (address.isEmpty()) {
      caption.ifPresent(text -> put(to, "paragraph", text));
      return;
    }
    media++;
    ObjectNode block = put(to, "photo");
    block.putObject("photo").put("type", "photo").put("media", address.get());
    caption.ifPresent(
        text -> {
          length += letters(text);
          block.putObject("caption").set("text", text);
        });
  }

  private static int letters(JsonNode text) {
    if (text.isTextual()) {
      return text.textValue().length();
    }
    int letters = 0;
    for (JsonNode piece : text.isArray() ? text : List.of(text.path("text"))) {
      letters += piece.isMissingNode() ? 0 : letters(piece);
    }
    return letters;
  }
}
