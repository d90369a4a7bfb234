package kz.zharshy.store;

import static kz.zharshy.store.Samples.CHANNEL;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.claimed;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.parts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.LongStream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.language.Language;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import kz.zharshy.store.Ledger.Headline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LedgerTest extends QueueFile {
  private Ledger ledger;
  private Article article;

  @BeforeEach
  void claimOne() {
    ledger = queue.ledger();
    article = claimed(queue, draft("Мост открыт"));
  }

  @Test
  void partsAreFrozenOnce() throws Exception {
    List<Delivery> first = plan("a", "b");
    List<Delivery> second = plan("x", "y", "z");

    assertThat(second.subList(0, 2)).isEqualTo(first);
    assertThat(first.get(0))
        .isEqualTo(
            new Delivery(
                1,
                new Delivery.PartPlace(article.id(), 1, 2, CHANNEL),
                new Delivery.PlannedPart("sendMessage", "{\"text\":\"a\"}"),
                new Delivery.Sending(DeliveryState.PENDING, 0, null, null, null),
                new Delivery.Message(null, null, EditState.NONE, true),
                false));
    assertThat(ProcessesTest.answer(file, "SELECT payload_hash FROM delivery WHERE id = 1"))
        .isEqualTo("3e664b233ef21b5c524157481adf367547a2010e335d238aa649a22dbfae70cd");
  }

  @Test
  void nothingIsFrozenForAnArticleThatIsNotBeingPublished() {
    queue
        .articles()
        .move(article.id(), ArticleState.PUBLISHING, ArticleState.HELD, null, "bot", NOON);

    assertThat(plan("a")).isEmpty();
  }

  @Test
  void sendingIsWrittenWithTheHighestMessageKnown() {
    ledger.saw("Steppe_News", 41);
    ledger.saw(CHANNEL, 40);
    Delivery part = plan("a").get(0);

    Delivery sending = ledger.sending(part.id(), NOON).orElseThrow();

    assertThat(sending.state()).isEqualTo(DeliveryState.SENDING);
    assertThat(sending.sending().highestBefore()).isEqualTo(41);
    assertThat(sending.sending().begunAt()).isEqualTo(NOON);
    assertThat(ledger.sending(part.id(), NOON)).isEmpty();
    reopen();
    assertThat(queue.ledger().inDoubt()).containsExactly(sending);
  }

  @Test
  void aPartNeverGoesBeforeThoseAboveIt() {
    List<Delivery> both = plan("a", "b");

    assertThat(ledger.sending(both.get(1).id(), NOON)).isEmpty();
    ledger.sending(both.get(0).id(), NOON);
    assertThat(ledger.sending(both.get(1).id(), NOON)).isEmpty();
    ledger.sent(both.get(0).id(), 5, 5, NOON);
    assertThat(ledger.sending(both.get(1).id(), NOON)).isPresent();
  }

  @Test
  void theLastPartSentPublishesTheArticle() {
    List<Delivery> both = plan("a", "b");
    send(both.get(0), 10, 13);
    assertThat(state()).isEqualTo(ArticleState.PUBLISHING);

    send(both.get(1), 14, 14);

    assertThat(state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(ledger.highestMessageId(CHANNEL)).isEqualTo(14);
    assertThat(ledger.inDoubt()).isEmpty();
    assertThat(ledger.latest(5))
        .containsExactly(
            new Headline(article.id(), "Мост открыт", Language.RU, null, CHANNEL, 10, NOON));
    assertThat(queue.articles().history(article.id()))
        .extracting(HistoryLine::event, HistoryLine::detail)
        .containsExactly(
            tuple("added", null),
            tuple("publishing", null),
            tuple("sending", Reason.of(ReasonCode.PART, 1, 2)),
            tuple(
                "sent",
                Reason.of(
                    ReasonCode.PART_MORE, 1, 2, Reason.of(ReasonCode.MESSAGE, 10, "steppe_news"))),
            tuple("sending", Reason.of(ReasonCode.PART, 2, 2)),
            tuple(
                "sent",
                Reason.of(
                    ReasonCode.PART_MORE, 2, 2, Reason.of(ReasonCode.MESSAGE, 14, "steppe_news"))),
            tuple("published", null));
  }

  @Test
  void anArticleOfWhichNothingWasBegunWaitsAgainAndItsHistoryTellsThatOnce() {
    for (int attempt = 0; attempt < 3; attempt++) {
      Delivery part = plan("a").get(0);
      ledger.sending(part.id(), NOON);
      ledger.notSent(part.id(), Reason.words("no route to api.telegram.org"));
      assertThat(state()).isEqualTo(ArticleState.QUEUED);
      assertThat(ledger.parts(article.id())).isEmpty();
      assertThat(queue.articles().claim(CHANNEL, NOON)).isPresent();
    }

    send(plan("a").get(0), 3, 3);

    assertThat(queue.articles().history(article.id()))
        .extracting(HistoryLine::event)
        .containsExactly("added", "publishing", "sending", "not sent", "sent", "published");
    assertThat(queue.articles().history(article.id()).get(3))
        .isEqualTo(
            new HistoryLine(
                NOON,
                "bot",
                "not sent",
                Reason.of(
                    ReasonCode.PART_MORE, 1, 1, Reason.words("no route to api.telegram.org"))));
  }

  @Test
  void anArticleOfWhichAPartIsOutGoesOnWithWhatWasCertainlyNotSent() {
    List<Delivery> both = plan("a", "b");
    send(both.get(0), 1, 1);
    ledger.sending(both.get(1).id(), NOON);

    ledger.notSent(both.get(1).id(), Reason.words("Too Many Requests: retry after 3"));

    assertThat(state()).isEqualTo(ArticleState.PUBLISHING);
    assertThat(ledger.parts(article.id()).get(1).state()).isEqualTo(DeliveryState.PENDING);
    assertThat(ledger.inDoubt()).isEmpty();
  }

  @Test
  void aRefusedPartFailsTheArticleWithTelegramsWords() {
    Delivery part = plan("a").get(0);
    ledger.sending(part.id(), NOON);

    ledger.refused(part.id(), Reason.words("Bad Request: message is too long"), NOON);

    assertThat(only().state()).isEqualTo(DeliveryState.REFUSED);
    assertThat(only().sending().error())
        .isEqualTo(Reason.words("Bad Request: message is too long"));
    assertThat(state()).isEqualTo(ArticleState.FAILED);
    assertThat(queue.articles().find(article.id()).orElseThrow().reason())
        .isEqualTo(Reason.words("Bad Request: message is too long"));
  }

  @Test
  void anUnknownPartIsSentAgainOnlyWhenSomebodySaysSo() {
    Delivery part = plan("a").get(0);
    ledger.sending(part.id(), NOON);
    assertThat(ledger.sendAgain(part.id(), "telegram:1", NOON)).isFalse();

    ledger.unknown(part.id(), Reason.words("answer cut"), Reason.words("in doubt"), NOON);
    assertThat(ledger.sending(part.id(), NOON)).isEmpty();
    assertThat(ledger.inDoubt()).containsExactly(only());

    assertThat(ledger.sendAgain(part.id(), "telegram:1", NOON)).isTrue();
    assertThat(ledger.sendAgain(part.id(), "telegram:1", NOON)).isFalse();
    assertThat(state()).isEqualTo(ArticleState.PUBLISHING);
    assertThat(ledger.sending(part.id(), NOON)).isPresent();
  }

  @Test
  void anUnknownPartThatWasFoundLetsItsArticleGoOn() {
    List<Delivery> both = plan("a", "b");
    ledger.sending(both.get(0).id(), NOON);
    ledger.unknown(both.get(0).id(), Reason.words("answer cut"), Reason.words("in doubt"), NOON);
    assertThat(state()).isEqualTo(ArticleState.HELD);
    assertThat(queue.articles().find(article.id()).orElseThrow().reason())
        .isEqualTo(Reason.words("in doubt"));

    ledger.sent(both.get(0).id(), 77, 77, NOON);

    assertThat(state()).isEqualTo(ArticleState.PUBLISHING);
    send(both.get(1), 78, 78);
    assertThat(state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void aPartOfAWithdrawnArticleIsNotSentAgain() {
    Delivery part = plan("a").get(0);
    ledger.sending(part.id(), NOON);
    ledger.unknown(part.id(), Reason.words("answer cut"), Reason.words("in doubt"), NOON);
    queue
        .articles()
        .move(article.id(), ArticleState.HELD, ArticleState.WITHDRAWN, null, "telegram:1", NOON);

    assertThat(ledger.sendAgain(part.id(), "telegram:1", NOON)).isFalse();
    assertThat(only().state()).isEqualTo(DeliveryState.UNKNOWN);
  }

  @Test
  void theMessagesOfOurPartsAreKnown() {
    List<Delivery> both = plan("album", "b");
    send(both.get(0), 10, 13);
    send(both.get(1), 20, 20);

    assertThat(LongStream.range(8, 23).filter(this::isOurs))
        .containsExactly(10L, 11L, 12L, 13L, 20L);
    assertThat(ledger.isRecorded("another_channel", 10)).isFalse();
  }

  @Test
  void aLateVerdictChangesNothing() {
    Delivery part = plan("a").get(0);
    send(part, 7, 7);

    ledger.unknown(part.id(), Reason.words("late"), Reason.words("late"), NOON);
    ledger.refused(part.id(), Reason.words("late"), NOON);
    ledger.notSent(part.id(), Reason.words("late"));
    ledger.sent(part.id(), 8, 8, NOON);

    assertThat(only().state()).isEqualTo(DeliveryState.SENT);
    assertThat(only().messageId()).isEqualTo(7);
    assertThat(state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void afterACorrectionOnlyWhatIsNotInTheChannelIsFrozenAnew() {
    List<Delivery> three = plan("a", "b", "c");
    send(three.get(0), 1, 1);
    ledger.sending(three.get(1).id(), NOON);
    ledger.refused(three.get(1).id(), Reason.words("no"), NOON);
    queue
        .articles()
        .move(article.id(), ArticleState.FAILED, ArticleState.QUEUED, null, "cli", NOON);
    queue.articles().claim(CHANNEL, NOON);

    List<Delivery> again = plan("A", "B");

    assertThat(again)
        .extracting(part -> part.planned().payload())
        .containsExactly("{\"text\":\"a\"}", "{\"text\":\"B\"}");
    send(again.get(1), 2, 2);
    assertThat(state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void anArticleWhoseNewVersionHasNoFurtherPartIsPublishedAtOnce() {
    List<Delivery> two = plan("a", "b");
    send(two.get(0), 1, 1);
    ledger.refused(two.get(1).id(), Reason.words("no"), NOON);
    queue
        .articles()
        .move(article.id(), ArticleState.FAILED, ArticleState.QUEUED, null, "cli", NOON);
    queue.articles().claim(CHANNEL, NOON);

    plan("A");

    assertThat(state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void theFloodBudgetLearnsWhenCallsWereBegun() {
    List<Delivery> two = plan("a", "b");
    ledger.sending(two.get(0).id(), NOON);
    ledger.sent(two.get(0).id(), 1, 1, NOON);
    ledger.sending(two.get(1).id(), NOON.plusSeconds(3));

    assertThat(ledger.begunSince(CHANNEL, NOON)).containsExactly(NOON, NOON.plusSeconds(3));
    assertThat(ledger.begunSince(CHANNEL, NOON.plusMillis(1))).containsExactly(NOON.plusSeconds(3));
    assertThat(ledger.begunSince("another_channel", NOON)).isEmpty();
  }

  private boolean isOurs(long messageId) {
    return ledger.isRecorded(CHANNEL, messageId);
  }

  private List<Delivery> plan(String... texts) {
    return ledger.plan(article.id(), CHANNEL, parts(texts), NOON);
  }

  private void send(Delivery part, long messageId, long lastMessageId) {
    assertThat(ledger.sending(part.id(), NOON)).isPresent();
    ledger.sent(part.id(), messageId, lastMessageId, NOON);
  }

  private Delivery only() {
    List<Delivery> parts = ledger.parts(article.id());
    assertThat(parts).hasSize(1);
    return parts.get(0);
  }

  private ArticleState state() {
    return queue.articles().find(article.id()).orElseThrow().state();
  }
}
