package kz.zharshy.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article from an object whose keys are the columns of the queue: JSON, or the front
 * matter of Markdown. All mistakes of an object are collected, each naming its key.
 */
record ArticleFields(ZoneId zone) {
  private static final List<BodyFormat> FORMATS = List.of(BodyFormat.values());
  private static final List<Language> LANGUAGES = List.of(Language.values());
  private static final List<Priority> PRIORITIES = List.of(Priority.values());
  private static final List<ArticleState> FIRST_STATES =
      List.of(ArticleState.DRAFT, ArticleState.REVIEW, ArticleState.QUEUED, ArticleState.HELD);
  private static final Set<String> KEYS =
      Set.of(
          "external_id language section title summary body body_format author source_url images"
              .concat(" tags channel story translation_of priority published_at publish_at")
              .concat(" expires_at silent pin_until state")
              .split(" ", -1));
  private static final Set<String> OF_THE_QUEUE = Set.of("id", "created_at", "updated_at");

  /** What stands beside the fields: headline and body that the source has elsewhere. */
  record Given(@Nullable String title, @Nullable String body, BodyFormat format) {
    static final Given NOTHING = new Given(null, null, BodyFormat.TEXT);
  }

  /**
   * The article of this object, or null if it has mistakes.
   *
   * @param where what goes before a key in a mistake, such as {@code [2].}; may be empty
   * @param mistakes gets a reason for each mistake
   */
  @Nullable Draft read(JsonNode object, Given given, String where, List<Reason> mistakes) {
    FieldReader fields = new FieldReader(object, zone, where);
    unknownKeys(object, fields);
    Content content = content(fields, given);
    Plan plan = plan(fields);
    ArticleState state =
        fields.choice("state", FIRST_STATES, ArticleState::code).orElse(ArticleState.QUEUED);
    String externalId = fields.name("external_id");
    mistakes.addAll(fields.mistakes());
    return content == null || !fields.mistakes().isEmpty()
        ? null
        : new Draft(externalId, content, plan, state);
  }

  private static void unknownKeys(JsonNode object, FieldReader fields) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String key = field.getKey();
      if (OF_THE_QUEUE.contains(key)) {
        fields.mistake(ReasonCode.FIELD_OF_QUEUE, key);
      } else if (!KEYS.contains(key)) {
        fields.mistake(ReasonCode.FIELD_UNKNOWN, key, String.join(", ", new TreeSet<>(KEYS)));
      }
    }
  }

  private static @Nullable Content content(FieldReader fields, Given given) {
    String title = given.title() == null ? fields.line("title") : given.title();
    String body = given.body() == null ? fields.text("body") : given.body();
    if (title == null && !fields.isWrong("title")) {
      fields.mistake(ReasonCode.FIELD_NO_TITLE, "title");
    }
    if (body == null && !fields.isWrong("body")) {
      fields.mistake(ReasonCode.FIELD_NO_BODY, "body");
    }
    BodyFormat format =
        fields.choice("body_format", FORMATS, BodyFormat::code).orElse(given.format());
    Content.Builder content =
        Content.builder(title == null ? "?" : title, body == null ? "" : body)
            .bodyFormat(format)
            .language(fields.choice("language", LANGUAGES, Language::code).orElse(null))
            .section(fields.line("section"))
            .summary(fields.wording("summary"))
            .author(fields.wording("author"))
            .sourceUrl(fields.address("source_url"))
            .publishedAt(fields.time("published_at"))
            .media(fields.pictures("images"))
            .tags(fields.words("tags"));
    return title == null || body == null ? null : content.build();
  }

  private static Plan plan(FieldReader fields) {
    return new Plan(
        fields.channel("channel"),
        fields.line("story"),
        fields.number("translation_of"),
        fields.choice("priority", PRIORITIES, Priority::code).orElse(Priority.NORMAL),
        new Plan.Window(fields.time("publish_at"), fields.time("expires_at")),
        fields.yes("silent"),
        fields.time("pin_until"));
  }
}
