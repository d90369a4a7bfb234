package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.media.MediaFallback;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Length;
import kz.zharshy.post.PostPart;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.QueueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles on their way into the channel, with all that can go wrong there. */
final class PublishingTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(Setting.in(folder));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void anArticleBecomesAPost() throws Exception {
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(A_MINUTE);

    assertThat(room.telegram().posts()).hasSize(1);
    assertThat(room.telegram().posts().get(0).text())
        .isEqualTo("Snow in Almaty\n\nSchools are closed today.\n\nSubscribe!");
    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.heard).containsExactly("published " + id);
  }

  @Test
  void aLongArticleGoesOutInItsPartsAndInOrder() throws Exception {
    long id = room.add("Long", "A sentence of the story, told at length. ".repeat(250));

    room.run(A_MINUTE);

    assertThat(room.parts(id)).hasSize(3).allMatch(part -> part.state() == DeliveryState.SENT);
    assertThat(room.parts(id).stream().map(Delivery::messageId)).isSorted();
    assertThat(room.telegram().posts()).hasSize(3);
  }

  @Test
  void aRefusedArticleFailsAndTheNextGoesOut() throws Exception {
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: message is too strange").on("sendMessage"));
    long refused = room.add("Strange", "Text.");
    long fine = room.add("Fine", "Text.");

    room.run(A_MINUTE);

    assertThat(room.article(refused).state()).isEqualTo(ArticleState.FAILED);
    assertThat(room.article(refused).reason())
        .isEqualTo(Reason.of(ReasonCode.TELEGRAM_SAYS, "Bad Request: message is too strange"));
    assertThat(room.article(fine).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.posted()).containsExactly("Fine");
  }

  @Test
  void aRefusedPictureDoesNotCostThePost() throws Exception {
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: failed to get HTTP URL content").on("sendPhoto"));
    Media picture = Media.photo("https://pics.example.kz/snow.jpg", null);
    Content content =
        Content.builder("Snow in Almaty", "Schools are closed.").media(List.of(picture)).build();
    long id = room.database.articles().add(Draft.of(content), "test", room.now()).article().id();

    room.run(A_MINUTE);

    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.telegram().posts()).hasSize(1);
    assertThat(room.telegram().posts().get(0).text())
        .isEqualTo("Snow in Almaty\n\nSchools are closed.\n\nSubscribe!");
  }

  @Test
  void whatEndsTheProgramWhileAPictureIsMadeReadyLeavesNoDoubtAndThenCostsThePictureOnly()
      throws Exception {
    room.close();
    room = PublishFixture.open(Setting.in(folder.resolve("deadly")).with(deadlyPictures()));
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: PHOTO_INVALID_DIMENSIONS").on("sendPhoto"));
    Media picture = Media.photo("https://pics.example.kz/snow.jpg", null);
    Content content =
        Content.builder("Snow in Almaty", "Schools are closed.").media(List.of(picture)).build();
    long id = room.database.articles().add(Draft.of(content), "test", room.now()).article().id();

    for (int death = 1; death <= 2; death++) {
      assertThatThrownBy(() -> room.run(A_MINUTE)).isInstanceOf(OutOfMemoryError.class);
      assertThat(room.parts(id).get(0).state()).isEqualTo(DeliveryState.PENDING);
      assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHING);
    }
    room.run(A_MINUTE);

    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.telegram().posts()).hasSize(1);
    assertThat(room.database.articles().history(id))
        .extracting(line -> line.event())
        .contains("another way")
        .doesNotContain("unknown", "send again");
    assertThat(room.heard).containsExactly("published " + id);
  }

  private static PublishFixture.Between deadlyPictures() {
    return new PublishFixture.Between() {
      @Override
      public MediaFallback pictures(MediaFallback real) {
        return new MediaFallback() {
          @Override
          public Optional<Reason> unfit(PostPart part) {
            return Optional.empty();
          }

          @Override
          public Optional<Way> next(PostPart refused) {
            throw new OutOfMemoryError("a picture of 15,000 by 15,000");
          }
        };
      }
    };
  }

  @Test
  void aPictureOfTooManyPixelsIsScaledAndTheHistoryTellsIt() throws Exception {
    Path wide = folder.resolve("wide.png");
    BufferedImage image = new BufferedImage(9000, 1100, BufferedImage.TYPE_BYTE_BINARY);
    ImageIO.write(image, "png", wide.toFile());
    Content content =
        Content.builder("Snow", "Closed.")
            .media(List.of(Media.photo(wide.toString(), null)))
            .build();
    long id = room.database.articles().add(Draft.of(content), "test", room.now()).article().id();

    room.run(A_MINUTE);

    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.telegram().posts()).hasSize(1);
    assertThat(room.telegram().posts().get(0).text()).isEqualTo("Snow\n\nClosed.\n\nSubscribe!");
    assertThat(room.database.articles().history(id))
        .anyMatch(
            line ->
                Reason.of(
                        ReasonCode.PART_MORE,
                        1,
                        1,
                        Reason.of(
                            ReasonCode.WAY,
                            Reason.of(ReasonCode.PICTURE_SCALED, "2560×313"),
                            Reason.of(ReasonCode.PICTURE_DIMENSIONS, "9000×1100")))
                    .equals(line.detail()));
  }

  @Test
  void aRichMessageThatTelegramRefusesIsSplit() throws Exception {
    room.close();
    PublishFixture.Between rich =
        new PublishFixture.Between() {
          @Override
          public ChannelStyle style(ChannelStyle usual) {
            return usual.withLength(Length.RICH);
          }
        };
    room = PublishFixture.open(Setting.in(folder).with(rich));
    room.telegram().onCall(Fault.refuse(400, "Bad Request: rich").on("sendRichMessage"));
    long id = room.add("Snow", "Schools are closed today. ".repeat(300));

    room.run(A_MINUTE);

    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.telegram().posts()).hasSize(2);
    assertThat(room.telegram().posts().get(1).text()).endsWith("Subscribe!\n\n2/2");
  }

  @Test
  void aRichMessageThatWasRefusedIsNotTriedAgainAfterARestart() throws Exception {
    room.close();
    Setting rich =
        Setting.in(folder)
            .with(
                new PublishFixture.Between() {
                  @Override
                  public ChannelStyle style(ChannelStyle usual) {
                    return usual.withLength(Length.RICH);
                  }
                });
    room = PublishFixture.open(rich);
    room.telegram().onCall(Fault.refuse(400, "Bad Request: rich").on("sendRichMessage"));
    room.telegram().onCall(Fault.flood(5).on("sendMessage"));
    room.add("Snow", "Schools are closed today. ".repeat(300));
    room.run(Duration.ofMillis(100));

    room = room.again(rich);
    room.run(A_MINUTE);

    assertThat(room.telegram().posts()).hasSize(2);
    assertThat(room.telegram().calls("sendRichMessage")).hasSize(1);
  }

  @Test
  void aFloodWaitIsKeptAndNothingIsLost() throws Exception {
    room.telegram().onCall(Fault.flood(40).on("sendMessage"));
    room.add("First", "Text.");
    room.add("Second", "Text.");

    room.run(Duration.ofSeconds(39));
    assertThat(room.posted()).isEmpty();
    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("First", "Second");
  }

  @Test
  void aLostAnswerIsFoundInTheChannelAndNotSentAgain() throws Exception {
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    room.database.ledger().saw("zharshy_sandbox", 1);
    room.telegram().personPostsInChannel("Good morning!");
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("Good morning!", "Snow in Almaty");
    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.parts(id).get(0).messageId()).isEqualTo(2L);
    assertThat(room.telegram().messages(room.telegram().logChatId())).isEmpty();
    assertThat(room.heard).containsExactly("in doubt 1/1", "trouble", "back", "settled 1/1 true");
  }

  @Test
  void whatNeverReachedTheChannelGoesOutOnce() throws Exception {
    room.add("Before", "Text.");
    room.run(A_MINUTE);
    room.telegram().onCall(Fault.closeBefore().on("sendMessage"));
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("Before", "Snow in Almaty");
    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.heard).contains("settled 2/1 false");
  }

  @Test
  void whatIsLostEachTimeIsToldAtTheThirdRoundAndSetAsideAtTheFifth() throws Exception {
    room.add("Before", "Text.");
    room.run(A_MINUTE);
    room.telegram().onCall(Fault.closeBefore().on("sendMessage").always());
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(Duration.ofMinutes(30));

    assertThat(room.posted()).containsExactly("Before");
    assertThat(room.article(id).state()).isEqualTo(ArticleState.HELD);
    assertThat(room.heard)
        .filteredOn(line -> line.startsWith("in doubt") || line.startsWith("repeated"))
        .containsExactly(
            "in doubt 2/1",
            "in doubt 2/1",
            "in doubt 2/1",
            "repeated part-repeated",
            "in doubt 2/1",
            "in doubt 2/1");
    assertThat(room.heard).last().isEqualTo("asked about 2/1");
    assertThat(room.article(id).reason())
        .isEqualTo(Reason.of(ReasonCode.DOUBT, 1, 1, Reason.of(ReasonCode.SENT_IN_VAIN, 5)));
  }

  @Test
  void whereTelegramDoesNotLetTheBotLookTheEditorsHearOfItAndAreAsked() throws Exception {
    lookInVain(401, "Unauthorized");

    assertThat(room.heard).containsOnlyOnce("repeated looking-refused", "asked about 1/1");
  }

  @Test
  void withoutTheLogChatThereIsNoPlaceToLookAndTheEditorsAreAskedAtOnce() throws Exception {
    lookInVain(403, "Forbidden: bot was kicked from the supergroup chat");

    assertThat(room.heard)
        .containsOnlyOnce("asked about 1/1")
        .doesNotContain("repeated looking-refused");
  }

  private void lookInVain(int code, String words) throws Exception {
    room.database.ledger().saw("zharshy_sandbox", 1);
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    room.telegram().onCall(Fault.refuse(code, words).on("forwardMessage").always());
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(Duration.ofMinutes(5));

    assertThat(room.article(id).state()).isEqualTo(ArticleState.HELD);
  }

  @Test
  void aChannelThatIsFloodedAgainAndAgainIsTold() throws Exception {
    room.telegram().onCall(Fault.flood(1).on("sendMessage").times(4));
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(A_MINUTE);

    assertThat(room.heard).containsExactly("repeated flood-repeated", "published " + id);
  }

  @Test
  void aPersonsPostOfTheSameHeadlineIsNotTakenForOurs() throws Exception {
    room.add("Before", "Text.");
    room.run(A_MINUTE);
    room.telegram().onCall(Fault.closeBefore().on("sendMessage"));
    room.add("Snow in Almaty", "Schools are closed today.");
    room.run(Duration.ofSeconds(1));
    room.telegram().personPostsInChannel("Snow in Almaty");

    room.run(A_MINUTE);

    assertThat(room.telegram().posts().stream().map(post -> post.text()))
        .containsExactly(
            "Before\n\nText.\n\nSubscribe!",
            "Snow in Almaty",
            "Snow in Almaty\n\nSchools are closed today.\n\nSubscribe!");
  }

  @Test
  void anArticleOfSeveralPartsGoesOnAfterThePartInDoubt() throws Exception {
    room.telegram()
        .onCall(
            Fault.loseAnswer()
                .on("sendMessage")
                .when(params -> params.path("text").asText().contains("2/3")));
    long id = room.add("Long", "A sentence of the story, told at length. ".repeat(250));

    room.run(Duration.ofMinutes(2));

    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.parts(id).stream().map(Delivery::messageId)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void withoutALogChatTheEditorsAreAskedOnceAndNothingIsSentAgain() throws Exception {
    room.close();
    room = PublishFixture.open(Setting.in(folder.resolve("other")).withoutLogChat());
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    long id = room.add("Snow in Almaty", "Schools are closed today.");
    long next = room.add("Next", "Text.");

    room.run(Duration.ofMinutes(5));

    assertThat(room.article(id).state()).isEqualTo(ArticleState.HELD);
    assertThat(room.parts(id).get(0).state()).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(room.article(next).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.posted()).containsExactly("Snow in Almaty", "Next");
    assertThat(room.heard).containsOnlyOnce("asked about 1/1");
  }

  @Test
  void aChannelThatThrowsTheBotOutPausesAndGoesOnWithItsRights() throws Exception {
    room.telegram().kickBot();
    room.add("First", "Text.");
    room.add("Second", "Text.");
    room.run(Duration.ofMinutes(5));
    assertThat(room.posted()).isEmpty();
    assertThat(room.heard)
        .containsExactly("paused zharshy_sandbox: Forbidden: bot was kicked from the channel chat");

    room.telegram().restoreBot();
    room.run(Duration.ofMinutes(3));

    assertThat(room.posted()).containsExactly("First", "Second");
    assertThat(room.heard).contains("resumed zharshy_sandbox");
  }

  @Test
  void atMostOneArticleFallsIntoDoubtInAnOutage() throws Exception {
    room.telegram().onCall(Fault.gateway(502).always());
    for (int i = 1; i <= 10; i++) {
      room.add("Headline " + i, "Text.");
    }
    room.run(Duration.ofMinutes(30));
    assertThat(room.heard).containsOnlyOnce("in doubt 1/1");
    assertThat(room.telegram().calls().size()).isLessThan(30 * 10);

    room.telegram().clearFaults();
    room.run(Duration.ofMinutes(2));

    assertThat(room.posted()).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void aRefusedTokenIsTriedOnceAMinute() throws Exception {
    room.telegram().onCall(Fault.refuse(401, "Unauthorized").always());
    long id = room.add("First", "Text.");
    room.run(Duration.ofMinutes(10));
    assertThat(room.telegram().calls()).hasSizeLessThanOrEqualTo(11);

    room.telegram().clearFaults();
    room.run(Duration.ofMinutes(2));

    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void whatTelegramDidNotTakeCanStillBeCorrected() throws Exception {
    room.telegram().onCall(Fault.flood(60).on("sendMessage"));
    Draft draft = Draft.of(Content.builder("Snow", "Old text.").build()).withExternalId("a");
    room.database.articles().add(draft, "test", room.time.instant());
    room.run(Duration.ofSeconds(10));

    room.database
        .articles()
        .add(
            draft.withContent(Content.builder("Snow", "New text.").build()),
            "test",
            room.time.instant());
    room.run(Duration.ofMinutes(2));

    assertThat(room.telegram().posts().stream().map(post -> post.text()))
        .containsExactly("Snow\n\nNew text.\n\nSubscribe!");
  }

  @Test
  void twentyFiveArticlesAtOnceDrawNoRefusal() throws Exception {
    for (int i = 1; i <= 25; i++) {
      room.add("Headline " + i, "Text.");
    }

    room.run(Duration.ofMinutes(2));

    assertThat(room.posted()).hasSize(25);
    assertThat(room.telegram().calls("sendMessage")).hasSize(25);
  }

  @Test
  void theEditorsHearOnceWhenTheLastOfALongQueueGoesOut() throws Exception {
    for (int i = 1; i <= 60; i++) {
      room.add("Headline " + i, "Text.");
    }

    room.run(Duration.ofMinutes(5));

    List<String> told = room.heard.stream().filter(line -> line.contains("the last")).toList();
    assertThat(told).hasSize(1);
    Instant promised = Instant.parse(told.get(0).replaceAll(".* until ", ""));
    Instant last = room.parts(60).get(0).sending().sentAt();
    assertThat(Duration.between(last, promised).abs()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void anArticleGoesOutAtItsTime() throws Exception {
    Content content = Content.builder("Later", "Text.").build();
    room.database
        .articles()
        .add(
            new Draft(
                null,
                content,
                Plan.atOnce().withPublishAt(room.time.instant().plusSeconds(600)),
                ArticleState.QUEUED),
            "test",
            room.time.instant());
    room.run(Duration.ofMinutes(9));
    assertThat(room.posted()).isEmpty();
    room.run(Duration.ofMinutes(2));
    assertThat(room.posted()).isEqualTo(List.of("Later"));
  }

  /** A full disk cannot be forced for one statement alone, so the ledger is made to fail there. */
  @Test
  void whatTheDatabaseDoesNotTakeAfterAPostIsRecordedLaterAndNothingIsSentMeanwhile()
      throws Exception {
    room.close();
    PublishFixture.Between failing =
        new PublishFixture.Between() {
          @Override
          public Ledger ledger(Ledger real) {
            Ledger failing = mock(Ledger.class, delegatesTo(real));
            doThrow(new QueueException("The disk is full."))
                .doThrow(new QueueException("The disk is full."))
                .doAnswer(delegatesTo(real))
                .when(failing)
                .sent(anyLong(), anyLong(), anyLong(), any());
            return failing;
          }
        };
    room = PublishFixture.open(Setting.in(folder.resolve("other")).with(failing));
    long first = room.add("First", "Text.");
    room.add("Second", "Text.");

    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("First", "Second");
    assertThat(room.parts(first).get(0).messageId()).isEqualTo(1L);
    assertThat(room.heard)
        .containsExactly("database trouble", "published 1", "published 2", "database back");
  }
}
