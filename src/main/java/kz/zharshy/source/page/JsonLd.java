package kz.zharshy.source.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.source.CleanText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a page says of its article in JSON-LD, in the words of <a
 * href="https://schema.org/NewsArticle">schema.org</a>. What cannot be read is as if it were not
 * there.
 */
final class JsonLd {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS) // line breaks in descriptions
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();
  private static final String SECTION = "<![CDATA[";
  private static final String END_OF_SECTION = "]]>";
  private static final int MOST_NODES = 10_000;

  private final Map<String, JsonNode> byId = new HashMap<>();
  private JsonNode article = JsonNodeFactory.instance.objectNode();

  private JsonLd() {}

  static JsonLd of(Document page) {
    JsonLd data = new JsonLd();
    for (Element script : page.select("script[type=application/ld+json]")) {
      data.read(script.data());
    }
    return data;
  }

  /** The text of the article's property, or of the name or address of what the property holds. */
  Optional<String> text(String property) {
    return texts(property).stream().findFirst();
  }

  /** The same of all that the property holds. */
  List<String> texts(String property) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values(article.path(property))) {
      textOf(value).ifPresent(texts::add);
    }
    return texts;
  }

  private void read(String script) {
    try {
      collect(JSON.readTree(withoutSection(script)));
    } catch (JsonProcessingException notJson) {
      // A page whose structured data is broken still has everything else.
    }
  }

  /** Some pages wrap it as XHTML once wanted, in comments of a script or not. */
  private static String withoutSection(String script) {
    String json = withoutSlashes(script.strip());
    if (json.startsWith(SECTION)) {
      json = json.substring(SECTION.length()).stripLeading();
    }
    if (json.endsWith(END_OF_SECTION)) {
      json = json.substring(0, json.length() - END_OF_SECTION.length()).stripTrailing();
    }
    return json.endsWith("//") ? json.substring(0, json.length() - 2) : json;
  }

  private static String withoutSlashes(String script) {
    return script.startsWith("//") ? script.substring(2).stripLeading() : script;
  }

  private void collect(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
      JsonNode node = open.remove();
      String id = node.path("@id").asText();
      if (node.size() > 1 && !id.isEmpty()) {
        byId.putIfAbsent(id, node);
      }
      if (article.isEmpty() && isArticle(node)) {
        article = node;
      }
      node.forEach(open::add);
    }
  }

  private static boolean isArticle(JsonNode node) {
    for (JsonNode type : values(node.path("@type"))) {
      String name = type.asText();
      if (name.endsWith("Article") || name.endsWith("Posting") || name.equals("Report")) {
        return node.has("headline") || node.has("name");
      }
    }
    return false;
  }

  private static List<JsonNode> values(JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(values::add);
    } else if (!value.isMissingNode() && !value.isNull()) {
      values.add(value);
    }
    return values;
  }

  private Optional<String> textOf(JsonNode value) {
    if (value.isValueNode()) {
      return line(value.asText());
    }
    JsonNode meant =
        value.size() == 1 ? byId.getOrDefault(value.path("@id").asText(), value) : value;
    for (String key : List.of("name", "contentUrl", "url", "@id")) {
      if (meant.path(key).isTextual()) {
        return line(meant.path(key).asText());
      }
    }
    return Optional.empty();
  }

  /** Some sites escape for HTML what stands in a script, where nothing unescapes it. */
  private static Optional<String> line(String text) {
    String line = CleanText.line(CleanText.of(Parser.unescapeEntities(text, false)));
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }
}
