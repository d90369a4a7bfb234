package kz.zharshy.source.reader;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.UnreadableException;

/** Reads one article from a JSON object, or several from an array of objects. */
public final class JsonArticleReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ArticleFields fields;

  JsonArticleReader(ArticleFields fields) {
    this.fields = fields;
  }

  /**
   * The articles, in order.
   *
   * @throws UnreadableException with all mistakes, each with its index in the array and its key
   */
  List<Draft> read(String name, String text) throws UnreadableException {
    JsonNode root = parsed(name, text);
    if (root.isObject()) {
      return readAll(name, List.of(root), false);
    }
    if (!root.isArray() || root.isEmpty()) {
      throw new UnreadableException(ReasonCode.JSON_WITHOUT_ARTICLE, name);
    }
    List<JsonNode> articles = new ArrayList<>();
    root.forEach(articles::add);
    return readAll(name, articles, true);
  }

  private List<Draft> readAll(String name, List<JsonNode> articles, boolean indexed)
      throws UnreadableException {
    List<Draft> drafts = new ArrayList<>();
    List<Reason> mistakes = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      JsonNode article = articles.get(i);
      if (!article.isObject()) {
        mistakes.add(Reason.of(ReasonCode.FIELD_NO_OBJECT, "[" + i + "]"));
        continue;
      }
      String where = indexed ? "[" + i + "]." : "";
      Draft draft = fields.read(article, ArticleFields.Given.NOTHING, where, mistakes);
      if (draft != null) {
        drafts.add(draft);
      }
    }
    if (!mistakes.isEmpty()) {
      throw UnreadableException.ofAll(name, mistakes);
    }
    return drafts;
  }

  private static JsonNode parsed(String name, String text) throws UnreadableException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      throw new UnreadableException(
          e, ReasonCode.JSON_INVALID, name, at.getLineNr(), at.getColumnNr(), reason(e));
    }
  }

  /** Jackson's reason without the name of its source, which it does not know. */
  public static String reason(JsonProcessingException e) {
    return e.getOriginalMessage()
        .replaceAll("\\s*\\(start marker at \\[Source[^\\]]*\\]\\)", "")
        .replaceAll("\\.$", "");
  }
}
