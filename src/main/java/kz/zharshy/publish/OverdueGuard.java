package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.OverdueArticles;
import kz.zharshy.store.OverdueArticles.Batch;
import kz.zharshy.store.OverdueArticles.Choice;

/**
 * Keeps an outage's late articles from flooding their channel: where many are long overdue and
 * nothing has gone out since, they are kept back and the editors choose what becomes of them. If
 * nobody does in time, the standing choice is made. Safe for use by several threads.
 */
public final class OverdueGuard {
  private static final int MANY = 1000;

  /**
   * When and how.
   *
   * @param after an article is late so long after it was due
   * @param most up to this many late articles are published without asking
   * @param within how long the editors may think it over; zero where there are none to ask
   * @param standing what is chosen for them after that
   * @param spacing the time between those that go out
   */
  public record Rules(
      Duration after, int most, Duration within, Choice standing, Duration spacing) {}

  private final OverdueArticles overdue;
  private final PublishListener listener;
  private final Clock clock;
  private final Rules rules;
  private final Phrases phrases = Phrases.of("publish");
  private final Set<Long> asked = ConcurrentHashMap.newKeySet();

  public OverdueGuard(OverdueArticles overdue, PublishListener listener, Clock clock, Rules rules) {
    this.overdue = overdue;
    this.listener = listener;
    this.clock = clock;
    this.rules = rules;
  }

  /**
   * Keeps back what is late in a channel, before anything is claimed there.
   *
   * @return whether something may be claimed now; not while late articles still wait for a channel
   */
  boolean admits(String channel) {
    Instant now = clock.instant();
    Instant cutoff = now.minus(rules.after());
    if (overdue.count(channel, cutoff, rules.most() + 1) > rules.most()
        && !overdue.isAlive(channel, cutoff)) {
      if (overdue.hasUnrouted(cutoff)) {
        return false;
      }
      overdue.setAside(channel, cutoff, now.plus(rules.within()), now);
    }
    return true;
  }

  /** How many articles of a channel are due; of many thousand only some are counted. */
  int due(String channel) {
    return overdue.count(channel, clock.instant(), MANY);
  }

  /** Asks about what was kept back, once in each run, and chooses where the time is over. */
  void settle() {
    for (Batch batch : overdue.undecided()) {
      if (!clock.instant().isBefore(batch.decideBy())) {
        decide(batch.id(), rules.standing(), ArticleQueue.BOT);
      } else if (asked.add(batch.id())) {
        listener.overdue(batch, overdue.articles(batch.id()), rules.standing());
      }
    }
  }

  /** Makes the choice for a batch. Returns whether nobody had chosen before. */
  public boolean decide(long batch, Choice choice, String actor) {
    Optional<Batch> found = overdue.find(batch);
    if (found.isEmpty()) {
      return false;
    }
    List<Article> late = overdue.articles(batch);
    boolean none = choice != Choice.DIGEST || late.isEmpty();
    Draft digest = none ? null : digest(found.get(), late);
    boolean first = overdue.decide(batch, choice, rules.spacing(), digest, actor, clock.instant());
    if (first) {
      listener.overdueDecided(found.get(), choice, actor);
    }
    return first;
  }

  private Draft digest(Batch batch, List<Article> late) {
    Language language = late.get(0).content().spokenLanguage();
    StringBuilder body = new StringBuilder("<ul>");
    late.stream().limit(MANY).forEach(article -> body.append(item(article.content())));
    Content content =
        Content.builder(phrases.get(language, "digest"), body.append("</ul>").toString())
            .bodyFormat(BodyFormat.HTML)
            .language(language)
            .build();
    return Draft.of(content)
        .withExternalId("zharshy-late-" + batch.id())
        .withPlan(Plan.atOnce().withChannel(batch.channel()));
  }

  private static String item(Content content) {
    String title = escaped(content.title());
    String source = content.sourceUrl();
    return source == null
        ? "<li>" + title + "</li>"
        : "<li><a href=\"" + escaped(source) + "\">" + title + "</a></li>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
