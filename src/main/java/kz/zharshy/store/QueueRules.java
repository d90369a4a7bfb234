package kz.zharshy.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;

/**
 * The rules of the queue that the schema names in sentences for those who write SQL. Each stands
 * here exactly as it does there; a test holds the two against each other.
 */
final class QueueRules {
  private static final Map<String, Reason> RULES = rules();

  private QueueRules() {}

  /** The rule of these words; the database's own words where it is none of ours. */
  static Reason reason(String words) {
    Reason rule = RULES.get(words);
    return rule == null ? Reason.of(ReasonCode.QUEUE_SAYS, words) : rule;
  }

  private static Map<String, Reason> rules() {
    Map<String, Reason> rules = new HashMap<>();
    rules.put("id is given by the queue: leave it out", Reason.of(ReasonCode.ID_GIVEN));
    rules.put(
        "external_id must not be empty: leave it out, or give it a name",
        Reason.of(ReasonCode.EXTERNAL_ID_EMPTY));
    rules.put("title must not be blank", Reason.of(ReasonCode.TITLE_BLANK));
    rules.put("title must not hold a NUL character", Reason.of(ReasonCode.TITLE_WITH_NUL));
    rules.put(
        "title must have at most 10000 characters", Reason.of(ReasonCode.TITLE_TOO_LONG, 10_000));
    rules.put(
        "summary must have at most 100000 characters",
        Reason.of(ReasonCode.SUMMARY_TOO_LONG, 100_000));
    rules.put(
        "body must be text of at most 2000000 characters",
        Reason.of(ReasonCode.BODY_TOO_LONG, 2_000_000));
    rules.put("language must be kk, ru or en", oneOf("language", "kk, ru, en"));
    rules.put(
        "body_format must be text, html or markdown", oneOf("body_format", "text, html, markdown"));
    rules.put(
        "priority must be breaking, normal or low", oneOf("priority", "breaking, normal, low"));
    rules.put(
        "state must be draft, review, queued, held or published (or a state of the bot's)",
        oneOf("state", "draft, review, queued, held, published"));
    rules.put(
        "a new article must be draft, review, queued, held or published",
        oneOf("state", "draft, review, queued, held, published"));
    rules.put(
        "source_url must begin with http:// or https://",
        Reason.of(ReasonCode.COLUMN_NO_ADDRESS, "source_url"));
    rules.put(
        "images must be a JSON array of addresses or paths",
        Reason.of(ReasonCode.COLUMN_NO_LIST, "images"));
    rules.put("tags must be a JSON array of words", Reason.of(ReasonCode.COLUMN_NO_LIST, "tags"));
    rules.put(
        "translation_of must be the number of an article",
        Reason.of(ReasonCode.COLUMN_NO_ARTICLE, "translation_of"));
    rules.put("silent must be 0 or 1", Reason.of(ReasonCode.COLUMN_NO_SWITCH, "silent"));
    for (String column :
        List.of(
            "published_at", "publish_at", "expires_at", "pin_until", "created_at", "updated_at")) {
      rules.put(
          column + " must be UTC like 2026-11-22T10:00:00Z",
          Reason.of(ReasonCode.COLUMN_NO_TIME, column));
    }
    rules.put(
        "expires_at must be after publish_at", Reason.of(ReasonCode.EXPIRES_BEFORE_PUBLISHED));
    rules.put("the audit is never changed", Reason.of(ReasonCode.AUDIT_STAYS));
    rules.put("nothing is deleted from the audit", Reason.of(ReasonCode.AUDIT_STAYS));
    return Map.copyOf(rules);
  }

  private static Reason oneOf(String column, String values) {
    return Reason.of(ReasonCode.COLUMN_ONE_OF, column, values);
  }
}
