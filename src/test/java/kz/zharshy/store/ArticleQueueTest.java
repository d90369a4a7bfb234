package kz.zharshy.store;

import static kz.zharshy.store.Samples.CHANNEL;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.claimed;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.expiring;
import static kz.zharshy.store.Samples.plan;
import static kz.zharshy.store.Samples.routed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.MediaKind;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.QueueLane;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.language.Language;
import kz.zharshy.store.ArticleQueue.Added;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import org.junit.jupiter.api.Test;

final class ArticleQueueTest extends QueueFile {
  private static final Instant LATER = NOON.plus(Duration.ofHours(3));

  @Test
  void aDraftComesBackAsItWasGiven() {
    Content content =
        Content.builder("Қар жауды: «ақ түн»", "Бірінші\n\nЕкінші — соңғы")
            .bodyFormat(BodyFormat.MARKDOWN)
            .language(Language.KK)
            .section("Ауа райы")
            .summary("Қысқаша")
            .author("Айгерім Сапарова\nАлматы")
            .sourceUrl("https://steppe.example/snow")
            .publishedAt(Instant.parse("2026-11-22T09:30:00.123456Z"))
            .media(
                List.of(
                    Media.photo("https://steppe.example/1.jpg", "Көше"),
                    pictureAtHome(),
                    new Media(MediaKind.VIDEO, "https://steppe.example/1.mp4", null),
                    new Media(MediaKind.VIDEO, "https://steppe.example/1", null)))
            .tags(List.of("қар", "Алматы"))
            .build();
    Plan plan =
        new Plan(
            "snow",
            "winter",
            7L,
            Priority.BREAKING,
            new Plan.Window(NOON, LATER),
            true,
            LATER.plusNanos(5));
    Draft draft = new Draft("site-1", content, plan, ArticleState.REVIEW);

    Added added = queue.articles().add(draft, "cli", NOON);

    assertThat(added.addition()).isEqualTo(Addition.ADDED);
    assertThat(added.article())
        .isEqualTo(
            new Article(
                1,
                "site-1",
                content,
                plan,
                new Article.Standing(ArticleState.REVIEW, null, null),
                NOON,
                NOON));
    assertThat(queue.articles().find(1)).contains(added.article());
    assertThat(queue.articles().history(1))
        .containsExactly(new HistoryLine(NOON, "cli", "added", null));
  }

  @Test
  void theSameDraftAgainChangesNothing() {
    Draft draft = draft("Паром снова ходит").withExternalId("ferry");
    Article first = queue.articles().add(draft, "cli", NOON).article();

    Added again = queue.articles().add(draft, "cli", LATER);

    assertThat(again).isEqualTo(new Added(first, Addition.UNCHANGED));
    assertThat(queue.articles().history(first.id())).hasSize(1);
  }

  @Test
  void anotherDraftOfTheSameNameChangesTheWaitingArticleAndRoutesItAnew() {
    Article first = routed(queue, draft("Паром ходит").withExternalId("ferry"));

    Added second =
        queue.articles().add(draft("Паром не ходит").withExternalId("ferry"), "inbox", LATER);

    assertThat(second.addition()).isEqualTo(Addition.CHANGED);
    assertThat(second.article().id()).isEqualTo(first.id());
    assertThat(second.article().content().title()).isEqualTo("Паром не ходит");
    assertThat(second.article().content().language()).isNull();
    assertThat(second.article().updatedAt()).isEqualTo(LATER);
    assertThat(queue.articles().unrouted(10)).containsExactly(second.article());
    assertThat(queue.articles().history(first.id()))
        .last()
        .isEqualTo(new HistoryLine(LATER, "inbox", "changed", null));
  }

  @Test
  void anArticleThatFailedWaitsAgainOnceItsContentIsCorrected() {
    Article failed = claimed(queue, draft("Слишком длинная подпись").withExternalId("caption"));
    queue
        .articles()
        .move(
            failed.id(),
            ArticleState.PUBLISHING,
            ArticleState.FAILED,
            Reason.words("too long"),
            "bot",
            NOON);

    Draft same = draft("Слишком длинная подпись").withExternalId("caption");
    assertThat(queue.articles().add(same, "cli", NOON).article().state())
        .isEqualTo(ArticleState.FAILED);
    Draft corrected = draft("Короткая подпись").withExternalId("caption");
    Article again = queue.articles().add(corrected, "cli", NOON).article();

    assertThat(again.state()).isEqualTo(ArticleState.QUEUED);
    assertThat(again.reason()).isNull();
  }

  @Test
  void onlyAnEditorEndsAReview() {
    Draft review = new Draft("poll", draft("Опрос").content(), Plan.atOnce(), ArticleState.REVIEW);
    long id = queue.articles().add(review, "cli", NOON).article().id();

    queue.articles().add(draft("Опрос, исправлено").withExternalId("poll"), "cli", NOON);

    assertThat(queue.articles().find(id).orElseThrow().state()).isEqualTo(ArticleState.REVIEW);
  }

  @Test
  void theSourceReleasesItsOwnDraft() {
    Content content = draft("Черновик").content();
    queue.articles().add(new Draft("d", content, Plan.atOnce(), ArticleState.DRAFT), "cli", NOON);

    Added released =
        queue
            .articles()
            .add(new Draft("d", content, Plan.atOnce(), ArticleState.QUEUED), "cli", NOON);

    assertThat(released.addition()).isEqualTo(Addition.CHANGED);
    assertThat(released.article().state()).isEqualTo(ArticleState.QUEUED);
  }

  @Test
  void whatTheSchemaRefusesIsSaidInWords() {
    Draft invisible = Draft.of(Content.builder("\u00a0\u200b", "Тело").build());

    assertThatThrownBy(() -> queue.articles().add(invisible, "cli", NOON))
        .isInstanceOf(QueueException.class)
        .hasMessage("The queue refuses it: title must not be blank.");
    assertThat(queue.articles().waiting(1)).isEmpty();
  }

  @Test
  void articlesWaitInTheOrderOfPriorityThenTimeThenNumber() {
    Article low = routed(queue, draft("low").withPlan(plan(Priority.LOW, NOON.minusSeconds(99))));
    Article second = routed(queue, draft("second"));
    Article third = routed(queue, draft("third"));
    Article first =
        routed(queue, draft("first").withPlan(plan(Priority.NORMAL, NOON.minusMillis(1))));
    Article future = routed(queue, draft("future").withPlan(plan(Priority.BREAKING, LATER)));
    Article breaking = routed(queue, draft("breaking").withPlan(plan(Priority.BREAKING, null)));

    assertThat(queue.articles().waiting(10))
        .containsExactly(breaking, future, first, second, third, low);
    assertThat(queue.articles().waiting(3)).containsExactly(breaking, future, first);
    assertThat(queue.articles().count(ArticleState.QUEUED)).isEqualTo(6);
    assertThat(claimAll(NOON)).containsExactly("breaking", "first", "second", "third", "low");
    assertThat(claimAll(LATER)).containsExactly("future");
    assertThat(queue.articles().count(ArticleState.PUBLISHING)).isEqualTo(6);
  }

  @Test
  void anArticleIsDueFromTheVeryMomentOfItsTime() {
    routed(queue, draft("Точно в срок").withPlan(plan(Priority.NORMAL, LATER.plusMillis(500))));

    assertThat(queue.articles().claim(CHANNEL, LATER)).isEmpty();
    assertThat(queue.articles().claim(CHANNEL, LATER.plusMillis(499))).isEmpty();
    assertThat(queue.articles().claim("another_channel", LATER.plusMillis(500))).isEmpty();
    assertThat(queue.articles().claim(CHANNEL, LATER.plusMillis(500))).isPresent();
  }

  @Test
  void anArticleWithoutATimeGoesOutEvenWhenTheClockWasSetBack() {
    routed(queue, draft("Часы перевели"));

    assertThat(queue.articles().claim(CHANNEL, NOON.minus(Duration.ofHours(1)))).isPresent();
  }

  @Test
  void aClaimedArticleIsFoundAgainAfterARestartAndStandsBeforeThoseThatWait() {
    Article claimed = claimed(queue, draft("Первая"));
    Article waiting = routed(queue, draft("Вторая"));
    reopen();

    assertThat(claimed.state()).isEqualTo(ArticleState.PUBLISHING);
    assertThat(queue.articles().publishing(CHANNEL)).contains(claimed);
    assertThat(queue.articles().publishing("another_channel")).isEmpty();
    assertThat(queue.articles().waiting(10)).containsExactly(claimed, waiting);
  }

  @Test
  void eachLineOfAChannelSaysWhenItsFirstIsDue() {
    assertThat(queue.articles().due(CHANNEL, NOON)).isEmpty();
    routed(queue, draft("breaking").withPlan(plan(Priority.BREAKING, LATER)));
    routed(queue, draft("low").withPlan(plan(Priority.LOW, NOON.plusSeconds(9))));
    routed(queue, draft("sooner").withPlan(plan(Priority.LOW, NOON.plusSeconds(1))));
    routed(queue, draft("at once"));

    assertThat(queue.articles().due(CHANNEL, NOON))
        .isEqualTo(
            Map.of(
                new QueueLane(Priority.BREAKING, true), LATER,
                new QueueLane(Priority.LOW, true), NOON.plusSeconds(1),
                new QueueLane(Priority.NORMAL, false), NOON));
    Instant clockSetBack = NOON.minusSeconds(60);
    assertThat(queue.articles().due(CHANNEL, clockSetBack))
        .containsEntry(new QueueLane(Priority.NORMAL, false), clockSetBack);
  }

  @Test
  void onlyWhatWaitsInAnOpenLineIsClaimed() {
    routed(queue, draft("breaking, later").withPlan(plan(Priority.BREAKING, LATER)));
    Article scheduled = routed(queue, draft("noon").withPlan(plan(Priority.NORMAL, NOON)));
    Article inTurn = routed(queue, draft("at once"));
    QueueLane normalInTurn = new QueueLane(Priority.NORMAL, false);

    assertThat(queue.articles().claim(CHANNEL, NOON, Set.of())).isEmpty();
    assertThat(
            queue.articles().claim(CHANNEL, NOON, Set.of(new QueueLane(Priority.BREAKING, true))))
        .isEmpty();
    assertThat(queue.articles().claim(CHANNEL, NOON, Set.of(normalInTurn)))
        .map(Article::id)
        .contains(inTurn.id());
    assertThat(queue.articles().claim(CHANNEL, NOON)).map(Article::id).contains(scheduled.id());
  }

  @Test
  void anArticleWhoseTimeIsOverFailsAndIsNeverClaimed() {
    Article late = routed(queue, draft("Прогноз на утро").withPlan(expiring(LATER)));

    assertThat(queue.articles().expire(LATER.minusMillis(1))).isEmpty();
    assertThat(queue.articles().claim(CHANNEL, LATER)).isEmpty();
    assertThat(queue.articles().expire(LATER))
        .singleElement()
        .satisfies(
            article -> {
              assertThat(article.id()).isEqualTo(late.id());
              assertThat(article.state()).isEqualTo(ArticleState.FAILED);
              assertThat(article.reason())
                  .isEqualTo(Reason.of(ReasonCode.EXPIRED, Instant.parse("2026-11-22T15:00:00Z")));
            });
    assertThat(queue.articles().expire(LATER)).isEmpty();
  }

  @Test
  void anArticleThatWasChangedMeanwhileIsNotRouted() {
    Article before = queue.articles().add(draft("Было").withExternalId("x"), "cli", NOON).article();
    queue.articles().add(draft("Стало").withExternalId("x"), "cli", NOON);

    assertThat(queue.articles().route(before, CHANNEL, Language.RU)).isFalse();
    assertThat(queue.articles().unrouted(10)).hasSize(1);
  }

  @Test
  void theRecognisedLanguageIsKeptApartFromTheSources() {
    Draft draft = draft("Жаңалық").withExternalId("x");
    Article article = queue.articles().add(draft, "cli", NOON).article();
    queue.articles().route(article, CHANNEL, Language.KK);

    assertThat(queue.articles().find(1).orElseThrow().content().language()).isEqualTo(Language.KK);
    assertThat(queue.articles().add(draft, "cli", NOON).addition()).isEqualTo(Addition.UNCHANGED);
  }

  @Test
  void aMoveFromAnotherStateThanTheExpectedIsALostRace() {
    Article article = routed(queue, draft("Снять"));

    assertThat(move(article, ArticleState.REVIEW, ArticleState.WITHDRAWN)).isFalse();
    assertThat(move(article, ArticleState.QUEUED, ArticleState.WITHDRAWN)).isTrue();
    assertThat(move(article, ArticleState.QUEUED, ArticleState.WITHDRAWN)).isFalse();
    assertThat(queue.articles().history(article.id()))
        .last()
        .isEqualTo(new HistoryLine(NOON, "telegram:1", "withdrawn", Reason.words("by hand")));
  }

  @Test
  void whatWasPublishedNeverWaitsAgain() {
    Article article = claimed(queue, draft("Один раз"));
    move(article, ArticleState.PUBLISHING, ArticleState.PUBLISHED);

    assertThat(move(article, ArticleState.PUBLISHED, ArticleState.QUEUED)).isFalse();
    assertThat(queue.articles().find(article.id()).orElseThrow().state())
        .isEqualTo(ArticleState.PUBLISHED);
  }

  private boolean move(Article article, ArticleState from, ArticleState to) {
    return queue
        .articles()
        .move(article.id(), from, to, Reason.words("by hand"), "telegram:1", NOON);
  }

  private List<String> claimAll(Instant now) {
    return Stream.generate(() -> queue.articles().claim(CHANNEL, now))
        .takeWhile(Optional::isPresent)
        .map(article -> article.orElseThrow().content().title())
        .toList();
  }

  private static Media pictureAtHome() {
    return Media.photo("images/snow.png", null);
  }
}
