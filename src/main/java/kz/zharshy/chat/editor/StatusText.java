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
import kz.zharshy.chat.HeadlineText;
import kz.zharshy.language.Language;
import kz.zharshy.publish.Channel;
import kz.zharshy.queue.ArticleQueue.Mishap;

/** How things stand, in words: few, as they are read on a phone. */
final class StatusText {
  private static final int LONGEST = 300;
  private static final int MOST_FEEDS = 5;
  private static final long MEGABYTE = 1024L * 1024L;

  private final Desk desk;
  private final EngineRoom engine;

  StatusText(Desk desk, EngineRoom engine) {
    this.desk = desk;
    this.engine = engine;
  }

  String of(Language language, int doubts) {
    List<String> blocks = new ArrayList<>();
    for (Channel channel : desk.channels()) {
      blocks.add(channel(channel.name(), language));
    }
    List<String> needs = needs(language, doubts);
    blocks.add(needs.isEmpty() ? desk.say(language, "status.well") : String.join("\n", needs));
    desk.articles().lastMishap().ifPresent(mishap -> blocks.add(mishap(mishap, language)));
    blocks.add(engine(language));
    return String.join("\n\n", blocks);
  }

  private String channel(String name, Language language) {
    Map<Long, Instant> promises = desk.promises(name);
    boolean paused = desk.timetables().isPaused(name);
    Instant hourAgo = desk.now().minus(Duration.ofHours(1));
    int pace = desk.database().ledger().begunSince(name, hourAgo).size();
    StringBuilder line = new StringBuilder("@" + name + ": ");
    line.append(desk.say(language, paused ? "status.paused" : "status.runs"));
    line.append(", ").append(desk.count(language, "status.waiting", promises.size()));
    line.append(", ").append(desk.count(language, "status.pace", pace));
    if (!promises.isEmpty() && !paused) {
      String next = soon(language, Collections.min(promises.values()));
      String last = soon(language, Collections.max(promises.values()));
      line.append("\n");
      line.append(
          promises.size() == 1
              ? desk.say(language, "status.next", next)
              : desk.say(language, "status.next-last", next, last));
    }
    return line.toString();
  }

  private String soon(Language language, Instant at) {
    return at.isAfter(desk.now()) ? desk.when(language, at) : desk.say(language, "status.now");
  }

  /** What somebody has to look at, or should know of; empty where all is well. */
  private List<String> needs(Language language, int doubts) {
    List<String> needs = new ArrayList<>();
    for (String problem : engine.problems()) {
      needs.add("⚠️ " + shortened(desk.reason(language, problem)));
    }
    count(needs, language, "status.doubt", doubts);
    count(needs, language, "status.failed", count(ArticleState.FAILED));
    count(needs, language, "status.held", count(ArticleState.HELD));
    count(needs, language, "status.review", count(ArticleState.REVIEW));
    desk.database().feeds().faults(desk.now()).stream()
        .limit(MOST_FEEDS)
        .forEach(fault -> needs.add("📡 " + feed(fault, language)));
    return needs;
  }

  private void count(List<String> needs, Language language, String key, int number) {
    if (number > 0) {
      needs.add(desk.count(language, key, number));
    }
  }

  private int count(ArticleState state) {
    return desk.articles().count(state);
  }

  private String feed(Fault fault, Language language) {
    String reason = desk.reason(language, fault.reason());
    return shortened(reason.contains(fault.feed()) ? reason : fault.feed() + ": " + reason);
  }

  private String mishap(Mishap mishap, Language language) {
    Optional<Article> article = desk.articles().find(mishap.articleId());
    String headline = article.map(found -> HeadlineText.line(found.content().title())).orElse("…");
    String channel = article.map(found -> desk.channel(found).name()).orElse("…");
    String detail = mishap.line().detail();
    String reason = detail == null ? "…" : desk.reason(language, detail);
    return desk.say(
            language,
            "status.error",
            desk.when(language, mishap.line().at()),
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
    return desk.say(language, key, Long.toString(mishap.articleId()));
  }

  private String engine(Language language) {
    String since = desk.when(language, engine.since());
    String megabytes = Long.toString(Math.max(1, engine.databaseBytes() / MEGABYTE));
    String told = desk.say(language, "status.engine", since, megabytes);
    return engine.version().isEmpty()
        ? told
        : told + desk.say(language, "status.version", engine.version());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
