package kz.zharshy.source.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.page.MarkdownParts;
import kz.zharshy.source.page.SubscribeFooter;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads an article from Markdown. The headline is the front matter's {@code title}, or else the
 * first heading of the highest level; the front matter's keys are the columns of the queue.
 */
record MarkdownArticleReader(ArticleFields fields) {
  private static final int LONGEST_FRONT_MATTER = 200_000;
  private static final YAMLMapper YAML = new YAMLMapper(yaml());
  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A---[ \\t]*\\n(.*?)^(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)", Pattern.DOTALL | 8);

  private static YAMLFactory yaml() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(LONGEST_FRONT_MATTER);
    return YAMLFactory.builder().loaderOptions(limits).build();
  }

  /**
   * The article.
   *
   * @throws UnreadableException if it has no headline, or with all mistakes of the front matter
   */
  Draft read(String name, String source) throws UnreadableException {
    String text = CleanText.of(source);
    Matcher matter = FRONT_MATTER.matcher(text);
    boolean hasMatter = matter.find();
    JsonNode keys =
        hasMatter ? parsed(name, matter.group(1)) : JsonNodeFactory.instance.objectNode();
    String rest = hasMatter ? text.substring(matter.end()) : text;
    MarkdownParts parts = MarkdownParts.of(rest, titleOf(keys));
    if (parts.headline() == null) {
      throw new UnreadableException(ReasonCode.NO_HEADLINE_IN_MARKDOWN, name);
    }
    List<Reason> mistakes = new ArrayList<>();
    Draft draft =
        fields.read(
            keys,
            new ArticleFields.Given(parts.headline(), parts.body(), BodyFormat.MARKDOWN),
            "",
            mistakes);
    if (draft == null) {
      throw UnreadableException.ofAll(name, mistakes);
    }
    return draft.plan().channel() == null ? routed(draft, parts.footer()) : draft;
  }

  private static Draft routed(Draft draft, String footer) {
    List<String> channels = SubscribeFooter.channelsIn(footer);
    return channels.size() == 1 ? draft.withPlan(draft.plan().withChannel(channels.get(0))) : draft;
  }

  private static @Nullable String titleOf(JsonNode keys) {
    JsonNode title = keys.get("title");
    return title == null || title.isNull() || title.asText().isBlank()
        ? null
        : CleanText.line(title.asText());
  }

  private static JsonNode parsed(String name, String yaml) throws UnreadableException {
    try {
      JsonNode keys = YAML.readTree(yaml);
      if (keys == null || keys.isMissingNode() || keys.isNull()) {
        return JsonNodeFactory.instance.objectNode();
      }
      if (!keys.isObject()) {
        throw new UnreadableException(ReasonCode.FRONT_MATTER_WITHOUT_KEYS, name);
      }
      return keys;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr() + 1;
      throw new UnreadableException(
          e,
          ReasonCode.FRONT_MATTER_INVALID,
          name,
          line,
          e.getOriginalMessage().lines().findFirst().orElse("it is no YAML."));
    }
  }
}
