package kz.zharshy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.zharshy.post.Entity;
import kz.zharshy.post.MarkedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Telegram's own parser, from the library of its own clients (TDLib). The environment variable
 * {@code ZHARSHY_TDJSON} says where {@code libtdjson.so} is; the npm package {@code
 * @prebuilt-tdlib/linux-x64-glibc} holds one. It is called without a client and without a network.
 */
public final class TelegramParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@code RTLD_LAZY} of dlopen(3). */
  private static final int LAZY = 1;

  /**
   * {@code RTLD_NODELETE} of dlopen(3): the library leaves work for the end of the process, which
   * would crash in the void if JNA had unloaded the library before.
   */
  private static final int NEVER_UNLOAD = 0x1000;

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("textEntityTypeBold", "bold"),
          Map.entry("textEntityTypeItalic", "italic"),
          Map.entry("textEntityTypeUnderline", "underline"),
          Map.entry("textEntityTypeStrikethrough", "strikethrough"),
          Map.entry("textEntityTypeSpoiler", "spoiler"),
          Map.entry("textEntityTypeCode", "code"),
          Map.entry("textEntityTypePre", "pre"),
          Map.entry("textEntityTypePreCode", "pre"),
          Map.entry("textEntityTypeTextUrl", "text_link"),
          Map.entry("textEntityTypeBlockQuote", "blockquote"),
          Map.entry("textEntityTypeExpandableBlockQuote", "expandable_blockquote"),
          Map.entry("textEntityTypeHashtag", "hashtag"),
          Map.entry("textEntityTypeMention", "mention"),
          Map.entry("textEntityTypeUrl", "url"),
          Map.entry("textEntityTypeEmailAddress", "email"));

  private final Function execute;

  private TelegramParser(String path) {
    Map<String, Integer> open = Map.of(Library.OPTION_OPEN_FLAGS, LAZY | NEVER_UNLOAD);
    execute = NativeLibrary.getInstance(path, open).getFunction("td_execute");
    ask(node("setLogVerbosityLevel").put("new_verbosity_level", 0));
  }

  /** The parser; where it is missing the test is skipped, or fails if it runs in CI. */
  public static TelegramParser orSkip() {
    String path = System.getenv("ZHARSHY_TDJSON");
    if (path == null) {
      String reason =
          "ZHARSHY_TDJSON does not name libtdjson.so, so Telegram's parser cannot judge.";
      Assertions.assertNotEquals("true", System.getenv("ZHARSHY_CI"), reason);
      System.err.println("Skipped: " + reason);
      Assumptions.abort(reason);
    }
    return new TelegramParser(path);
  }

  /** What Telegram makes of its HTML. */
  public MarkedText html(String html) {
    ObjectNode request = node("parseTextEntities").put("text", html);
    request.set("parse_mode", node("textParseModeHTML"));
    return marked(ask(request));
  }

  /**
   * What Telegram makes of text and entities when they are sent: it cleans the one and puts the
   * others in order. Only its trimming at the text's ends is not done.
   */
  public MarkedText sent(MarkedText marked) {
    // The function parses Markdown as well, so nothing may look like it.
    String text = marked.text().replaceAll("[*_~|`\\[]", "x");
    ObjectNode formatted = node("formattedText").put("text", text);
    ArrayNode entities = formatted.putArray("entities");
    marked.entities().forEach(entity -> entities.add(asTelegrams(entity)));
    ObjectNode request = node("parseMarkdown");
    request.set("text", formatted);
    MarkedText answer = marked(ask(request));
    boolean kept = answer.text().equals(text);
    return new MarkedText(kept ? marked.text() : answer.text(), answer.entities());
  }

  /** What Telegram finds by itself in a text: hashtags, addresses, mentions. */
  public List<Entity> found(String text) {
    return marked(ask(node("getTextEntities").put("text", text)).put("text", text)).entities();
  }

  /** Text and entities as Telegram's HTML. */
  public static String asHtml(MarkedText marked) {
    StringBuilder html = new StringBuilder();
    List<Entity> open = new ArrayList<>();
    int next = 0;
    for (int at = 0; at <= marked.text().length(); at++) {
      while (!open.isEmpty() && end(open.get(open.size() - 1)) == at) {
        html.append(closing(open.remove(open.size() - 1)));
      }
      while (next < marked.entities().size() && marked.entities().get(next).offset() == at) {
        Entity entity = marked.entities().get(next++);
        html.append(opening(entity));
        open.add(entity);
      }
      if (at < marked.text().length()) {
        html.append(escape(marked.text().substring(at, at + 1)));
      }
    }
    return html.toString();
  }

  private static String opening(Entity entity) {
    return switch (entity.type()) {
      case "text_link" -> "<a href=\"" + escape(String.valueOf(entity.url())) + "\">";
      case "expandable_blockquote" -> "<blockquote expandable>";
      case "pre" ->
          entity.language() == null
              ? "<pre>"
              : "<pre><code class=\"language-" + entity.language() + "\">";
      default -> "<" + tag(entity) + ">";
    };
  }

  private static String closing(Entity entity) {
    String code = entity.language() == null ? "" : "</code>";
    return code + "</" + tag(entity) + ">";
  }

  private static String tag(Entity entity) {
    return switch (entity.type()) {
      case "bold" -> "b";
      case "italic" -> "i";
      case "underline" -> "u";
      case "strikethrough" -> "s";
      case "spoiler" -> "tg-spoiler";
      case "text_link" -> "a";
      case "expandable_blockquote" -> "blockquote";
      default -> entity.type();
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static int end(Entity entity) {
    return entity.offset() + entity.length();
  }

  private static ObjectNode asTelegrams(Entity entity) {
    String name =
        entity.language() != null
            ? "textEntityTypePreCode"
            : TYPES.entrySet().stream()
                .filter(type -> type.getValue().equals(entity.type()))
                .map(Map.Entry::getKey)
                .filter(type -> !type.equals("textEntityTypePreCode"))
                .findFirst()
                .orElseThrow();
    ObjectNode type = node(name);
    type.put("url", entity.url());
    type.put("language", entity.language());
    ObjectNode node = node("textEntity");
    node.put("offset", entity.offset()).put("length", entity.length()).set("type", type);
    return node;
  }

  private static MarkedText marked(JsonNode answer) {
    List<Entity> entities = new ArrayList<>();
    for (JsonNode entity : answer.path("entities")) {
      JsonNode type = entity.path("type");
      entities.add(
          new Entity(
              TYPES.getOrDefault(type.path("@type").asText(), type.path("@type").asText()),
              entity.path("offset").asInt(),
              entity.path("length").asInt(),
              text(type, "url"),
              text(type, "language")));
    }
    return new MarkedText(answer.path("text").asText(), entities);
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : null;
  }

  private static ObjectNode node(String type) {
    return JSON.createObjectNode().put("@type", type);
  }

  /** The answer to a request of TDLib that needs no client; it may be an {@code error}. */
  public ObjectNode execute(ObjectNode request) {
    byte[] json = (request + "\0").getBytes(StandardCharsets.UTF_8);
    Pointer answer = execute.invokePointer(new Object[] {json});
    try {
      return (ObjectNode) JSON.readTree(answer.getString(0, "UTF-8"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode ask(ObjectNode request) {
    ObjectNode node = execute(request);
    if (node.path("@type").asText().equals("error")) {
      throw new IllegalArgumentException(node.path("message").asText());
    }
    return node;
  }
}
