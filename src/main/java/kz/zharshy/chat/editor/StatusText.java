package kz.zharshy.chat.editor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.FeedMemory.Fault;
import kz.zharshy.article.Reason;
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;
import kz.zharshy.store.ArticleQueue.Mishap;
import kz.zharshy.store.ErrorEnds.Aside;

/** How things stand, in words: few, as they are read on a phone. */
record StatusText(EditorContext context, RuntimeStatus engine) {
  private static final int LONGEST = 300;
  private static final int MOST_FEEDS = 5;
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final long MEGABYTE = 1024L * 1024L;

  String of(Language language, int doubts) {
    List<String> blocks = new ArrayList<>();
    for (Channel channel : context.channels()) {
      blocks.add(channel(channel.name(), language));
    }
    List<String> needs = needs(language, doubts);
    blocks.add(needs.isEmpty() ? context.say(language, "status.well") : String.join("\n", needs));
    context.articles().lastMishap().ifPresent(mishap -> blocks.add(mishap(mishap, language)));
    blocks.add(ends(language) + engine(language));
    return String.join("\n\n", blocks);
  }

  private String channel(String name, Language language) {
    Map<Long, Instant> forecast = context.forecast(name);
    boolean paused = context.timetables().isPaused(name);
    Instant hourAgo = context.now().minus(Duration.ofHours(1));
    int pace = context.database().ledger().begunSince(name, hourAgo).size();
    StringBuilder line = new StringBuilder("@" + name + ": ");
    line.append(context.say(language, paused ? "status.paused" : "status.runs"));
    line.append(", ").append(context.count(language, "status.waiting", forecast.size()));
    line.append(", ").append(context.count(language, "status.pace", pace));
    if (!forecast.isEmpty() && !paused) {
      String next = soon(language, Collections.min(forecast.values()));
      String last = soon(language, Collections.max(forecast.values()));
      line.append("\n");
      line.append(
          forecast.size() == 1
              ? context.say(language, "status.next", next)
              : context.say(language, "status.next-last", next, last));
    }
    return line.toString();
  }

  private String soon(Language language, Instant at) {
    return at.isAfter(context.now())
        ? context.when(language, at)
        : context.say(language, "status.now");
  }

  /** What somebody has to look at, or should know of; empty where all is well. */
  private List<String> needs(Language language, int doubts) {
    List<String> needs = new ArrayList<>();
    for (Reason problem : engine.problems()) {
      needs.add("⚠️ " + shortened(context.reason(language, problem)));
    }
    count(needs, language, "status.doubt", doubts);
    count(needs, language, "status.failed", count(ArticleState.FAILED));
    count(needs, language, "status.held", count(ArticleState.HELD));
    count(needs, language, "status.review", count(ArticleState.REVIEW));
    for (Aside aside : context.database().errorEnds().all()) {
      String what = context.reason(language, aside.task().said());
      needs.add(context.say(language, "status.aside", shortened(what)));
    }
    context.database().feeds().faults(context.now()).stream()
        .limit(MOST_FEEDS)
        .forEach(fault -> needs.add("📡 " + feed(fault, language)));
    return needs;
  }

  private String ends(Language language) {
    int number = context.database().errorEnds().count(context.now().minus(A_WEEK));
    return context
        .database()
        .errorEnds()
        .last()
        .filter(last -> number > 0)
        .map(
            last ->
                context.count(
                        language,
                        "status.ends",
                        number,
                        context.when(language, last.at()),
                        last.error())
                    + "\n")
        .orElse("");
  }

  private void count(List<String> needs, Language language, String key, int number) {
    if (number > 0) {
      needs.add(context.count(language, key, number));
    }
  }

  private int count(ArticleState state) {
    return context.articles().count(state);
  }

  private String feed(Fault fault, Language language) {
    String reason = context.reason(language, fault.reason());
    return shortened(reason.contains(fault.feed()) ? reason : fault.feed() + ": " + reason);
  }

  private String mishap(Mishap mishap, Language language) {
    Optional<Article> article = context.articles().find(mishap.articleId());
    String headline = article.map(found -> HeadlineText.line(found.content().title())).orElse("…");
    String channel = article.map(found -> context.channel(found).name()).orElse("…");
    Reason detail = mishap.line().detail();
    String reason = detail == null ? "…" : context.reason(language, detail);
    return context.say(
            language,
            "status.error",
            context.when(language, mishap.line().at()),
            "@" + channel,
            Long.toString(mishap.articleId()),
            headline,
            shortened(reason))
        + "\n"
        + remedy(mishap, article.map(Article::state), language);
  }

  /** What to do now, which is not what was to do then. */
  private String remedy(Mishap mishap, Optional<ArticleState> state, Language language) {
    String key = "status.do.nothing";
    if (mishap.line().event().equals("not corrected")) {
      key = "status.do.correct";
    } else if (state.filter(it -> it == ArticleState.FAILED).isPresent()) {
      key = "status.do.card";
    } else if (state.filter(it -> it == ArticleState.HELD).isPresent()) {
      key = "status.do.look";
    }
    return context.say(language, key, Long.toString(mishap.articleId()));
  }

  private String engine(Language language) {
    String since = context.when(language, engine.since());
    String megabytes = Long.toString(Math.max(1, engine.databaseBytes() / MEGABYTE));
    String told = context.say(language, "status.engine", since, megabytes);
    return engine.version().isEmpty()
        ? told
        : told + context.say(language, "status.version", engine.version());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
