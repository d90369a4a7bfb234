package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.post.PostException;
import kz.zharshy.publish.PartFingerprint.Degree;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.Ledger;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Settles whether parts of which it is not known are in their channel: by looking, where that is
 * possible, else by asking the editors. Never sends anything into the channel itself. One thread
 * calls {@link #step}; the editors' answers may come from others.
 */
public final class DoubtSettler {
  static final Reason LOOKING = Reason.of(ReasonCode.LOOKING);

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** At the third round of the same somebody is told. */
  private static final int ROUNDS = 3;

  /** So often a part is sent that is lost each time; then the editors are asked. */
  private static final int MOST_SENT = 5;

  /** A minute of refusals; then the editors are asked. */
  private static final int MOST_LOOKS = 12;

  /** So long after a start the updates of before are taken to have been read. */
  private static final Duration CATCHING_UP = Duration.ofSeconds(10);

  private final ArticleQueue articles;
  private final Ledger ledger;
  private final Probe probe;
  private final TelegramHealth health;
  private final PublishListener listener;
  private final Clock clock;
  private final Duration callLimit;
  private Instant begun;

  private final Map<Long, Integer> refusedLooks = new HashMap<>();

  /** Parts of withdrawn articles about which the editors were asked since the start. */
  private final Set<Long> asked = new HashSet<>();

  /**
   * A settler that looks for a part when the call that sent it can no longer be under way.
   *
   * @param callLimit the longest that a call can take
   */
  public DoubtSettler(
      ArticleQueue articles,
      Ledger ledger,
      Probe probe,
      TelegramHealth health,
      PublishListener listener,
      Clock clock,
      Duration callLimit) {
    this.articles = articles;
    this.ledger = ledger;
    this.probe = probe;
    this.health = health;
    this.listener = listener;
    this.clock = clock;
    this.callLimit = callLimit;
    this.begun = clock.instant();
  }

  /** Looks for what can be looked for now; returns how long there will be nothing to do. */
  public Duration step() throws InterruptedException {
    Duration trouble = health.pause();
    if (!trouble.isZero()) {
      return trouble;
    }
    if (clock.instant().isBefore(begun)) {
      begun = clock.instant();
    }
    Duration idle = IDLE;
    for (Delivery part : ledger.inDoubt()) {
      Optional<Article> article = articles.find(part.articleId());
      Long seen = part.messageId();
      if (seen != null && part.state() == DeliveryState.UNKNOWN) {
        isThere(part, seen);
      } else if (article.isPresent() && isOpen(article.get(), part)) {
        Duration wait = settleBy(article.get(), part);
        idle = wait.compareTo(idle) < 0 ? wait : idle;
      }
    }
    return idle;
  }

  /** The part of an article about which the editors were asked, or empty where there is none. */
  public Optional<Delivery> openQuestion(long articleId) {
    return articles
        .find(articleId)
        .filter(
            article ->
                article.state() == ArticleState.HELD || article.state() == ArticleState.WITHDRAWN)
        .flatMap(
            article ->
                ledger.parts(articleId).stream()
                    .filter(part -> part.state() == DeliveryState.UNKNOWN)
                    .findFirst());
  }

  /**
   * A post was seen in a channel, whoever wrote it; believed only where its content is that of a
   * part on its way.
   */
  public void appeared(String channel, long messageId, Message message) {
    ledger.saw(channel, messageId);
    List<Delivery> doubts = ledger.inDoubt();
    if (ledger.isRecorded(channel, messageId)
        || ledger.isOfPerson(channel, messageId)
        || doubts.stream().anyMatch(part -> isAt(part, channel, messageId))) {
      return;
    }
    doubts.stream()
        .filter(part -> part.messageId() == null && part.channel().equalsIgnoreCase(channel))
        .filter(part -> part.sending().highestBefore() < messageId)
        .filter(
            part ->
                PartFingerprint.of(part).filter(it -> it.to(message) == Degree.SAME).isPresent())
        .findFirst()
        .ifPresent(part -> ledger.seen(part.id(), messageId));
  }

  /** An editor's word, or a proof, that the part is in the channel under this number. */
  public void isThere(Delivery part, long messageId) {
    long last = messageId + messages(part) - 1;
    ledger.sent(part.id(), messageId, last, clock.instant());
    listener.settled(part, true);
  }

  /** An editor's word that the part is in the channel, nobody knows under which number. */
  public void isSomewhere(Delivery part, String actor) {
    ledger.saidToBeSent(part.id(), part.sending().highestBefore() + 1, actor, clock.instant());
    listener.settled(part, true);
  }

  /** An editor's word, or a probe's proof, that the part is not in the channel. */
  public boolean isNotThere(Delivery part, String actor) {
    if (articles.find(part.articleId()).filter(DoubtSettler::isWithdrawn).isPresent()) {
      ledger.refused(part.id(), Reason.of(ReasonCode.WITHDRAWN_BEFORE_SENT), clock.instant());
      return true;
    }
    boolean open = ledger.sendAgain(part.id(), actor, clock.instant());
    if (open) {
      listener.settled(part, false);
    }
    return open;
  }

  /** An album takes a number for each of its pictures, one after the other. */
  private static int messages(Delivery part) {
    try {
      return Math.max(1, Frozen.part(part).media().size());
    } catch (PostException e) {
      return 1;
    }
  }

  private static boolean isAt(Delivery part, String channel, long messageId) {
    Long seen = part.messageId();
    return seen != null && seen == messageId && part.channel().equalsIgnoreCase(channel);
  }

  /** The editors were not asked yet. */
  private boolean isOpen(Article article, Delivery part) {
    if (isWithdrawn(article)) {
      return !asked.contains(part.id());
    }
    return part.state() == DeliveryState.UNKNOWN
        && article.state() == ArticleState.HELD
        && LOOKING.equals(article.reason());
  }

  private static boolean isWithdrawn(Article article) {
    return article.state() == ArticleState.WITHDRAWN;
  }

  private Duration settleBy(Article article, Delivery part) throws InterruptedException {
    Instant noted = part.sending().begunAt();
    Instant begunAt = noted == null ? article.updatedAt() : noted;
    Duration wait = Duration.between(clock.instant(), begunAt.plus(callLimit));
    if (!wait.isNegative() && !wait.isZero()) {
      return wait;
    }
    return settle(article, part, probe.look(part));
  }

  private Duration settle(Article article, Delivery part, Probe.Verdict verdict) {
    if (verdict instanceof Probe.Found found) {
      isThere(part, found.messageId());
    } else if (verdict instanceof Probe.Absent) {
      absent(article, part);
    } else if (verdict instanceof Probe.Later later) {
      refused(article, part, later.refused());
      return RETRY;
    } else if (verdict instanceof Probe.CannotTell cannotTell) {
      // What came while the bot was away may tell.
      if (clock.instant().isBefore(begun.plus(CATCHING_UP))) {
        return RETRY;
      }
      ask(article, part, cannotTell.reason());
    }
    return Duration.ZERO;
  }

  /** What is lost each time it is sent is not sent for ever. */
  private void absent(Article article, Delivery part) {
    int sent = isWithdrawn(article) ? 1 : ledger.sentAgain(part) + 1;
    if (sent >= MOST_SENT) {
      ask(article, part, Reason.of(ReasonCode.SENT_IN_VAIN, sent));
      return;
    }
    if (sent == ROUNDS) {
      listener.repeated(Reason.of(ReasonCode.PART_REPEATED, article.id(), sent));
    }
    isNotThere(part, ArticleQueue.BOT);
  }

  private void refused(Article article, Delivery part, @Nullable Reason refusal) {
    if (refusal == null) {
      return;
    }
    int round = refusedLooks.merge(part.id(), 1, Integer::sum);
    Reason reason = Reason.of(ReasonCode.LOOKING_REFUSED, refusal);
    if (round == ROUNDS) {
      listener.repeated(reason);
    } else if (round >= MOST_LOOKS) {
      refusedLooks.remove(part.id());
      ask(article, part, reason);
    }
  }

  private void ask(Article article, Delivery part, Reason reason) {
    boolean first = isWithdrawn(article) ? asked.add(part.id()) : keep(article, part, reason);
    if (first) {
      listener.askEditors(article, part, reason);
    }
  }

  private boolean keep(Article article, Delivery part, Reason reason) {
    return articles.move(
        article.id(),
        ArticleState.HELD,
        ArticleState.HELD,
        Reason.of(ReasonCode.DOUBT, part.part(), part.parts(), reason),
        ArticleQueue.BOT,
        clock.instant());
  }
}
