package kz.zharshy.chat.editor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.language.Language;

/**
 * What of an article has an effect and is neither in its words nor on the first lines of its card.
 * Whoever approves it must see all of it.
 */
record CardFields(EditorContext context) {
  /** A line for each, none for what is as usual. */
  List<String> of(Article article, Language language) {
    List<String> lines = new ArrayList<>();
    plan(article, language, lines);
    content(article.content(), language, lines);
    return lines;
  }

  private void plan(Article article, Language language, List<String> lines) {
    Plan plan = article.plan();
    if (plan.priority() != Priority.NORMAL) {
      boolean breaking = plan.priority() == Priority.BREAKING;
      lines.add(context.say(language, breaking ? "card.breaking" : "card.low"));
    }
    Instant at = plan.publishAt();
    if (at != null && article.state() != ArticleState.QUEUED && at.isAfter(context.now())) {
      lines.add(context.say(language, "card.not-before", context.when(language, at)));
    }
    if (plan.expiresAt() != null) {
      lines.add(context.say(language, "card.expires", context.when(language, plan.expiresAt())));
    }
    if (plan.story() != null) {
      lines.add(context.say(language, "card.story", shortened(plan.story())));
    }
    if (plan.translationOf() != null) {
      lines.add(context.say(language, "card.translation", plan.translationOf().toString()));
    }
  }

  private void content(Content content, Language language, List<String> lines) {
    if (content.author() != null) {
      lines.add(context.say(language, "card.author", shortened(content.author())));
    }
    if (!content.tags().isEmpty()) {
      lines.add(context.say(language, "card.tags", shortened(tags(content))));
    }
    if (content.publishedAt() != null) {
      lines.add(context.say(language, "card.dated", context.date(language, content.publishedAt())));
    }
    if (content.sourceUrl() != null) {
      lines.add(context.say(language, "card.source", content.sourceUrl()));
    }
  }

  private static String tags(Content content) {
    return String.join(", ", content.tags());
  }

  /** So that nothing long takes the place of what stands below it. */
  static String shortened(String reason) {
    int longest = 500;
    return reason.length() <= longest ? reason : reason.substring(0, longest) + "…";
  }
}
