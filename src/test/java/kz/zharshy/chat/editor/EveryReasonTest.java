package kz.zharshy.chat.editor;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import kz.zharshy.article.Reasons;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.chat.Notices;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.EditState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the reason, an editor reads it in their own language wherever it is shown. */
@Tag("slow")
final class EveryReasonTest {
  private static final Delivery PART =
      new Delivery(
          1,
          new Delivery.PartPlace(1, 1, 2, "t"),
          new Delivery.PlannedPart("sendMessage", "{}"),
          new Delivery.Sending(DeliveryState.UNKNOWN, 7, null, NOW, null),
          new Delivery.Message(null, null, EditState.NONE, true),
          false);

  private final ReasonText text = new ReasonText(ZoneId.of("Asia/Almaty"));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"KK", "RU"})
  void itIsSaidInTheEditorsLanguageInCardHistoryAndStatus(Language language) throws Exception {
    try (ChatFixture house = new ChatFixture(folder)) {
      for (ReasonCode code : ReasonCode.values()) {
        Reason reason = Reasons.example(code);
        long id = failed(house, reason);

        for (String command : new String[] {"/card " + id, "/why " + id, "/status"}) {
          String told = house.ask(OWNER, language.code(), command);
          String said = text.in(language, reason);

          assertThat(told).contains(said);
          assertThat(told.replace(said, "").replaceAll("@\\w+|/\\w+|Telegram", ""))
              .doesNotContainPattern("[A-Za-z]{3,}");
        }
      }
    }
  }

  /** Every notice that carries a reason, with every reason. */
  @ParameterizedTest
  @EnumSource(names = {"KK", "RU"})
  void itIsSaidInTheEditorsLanguageInNotices(Language language) throws Exception {
    try (ChatFixture house = new ChatFixture(folder)) {
      Notices notices = house.notices(language);
      house.ask(OWNER, language.code(), "/start");
      Article article = Draft.of(Content.builder("Көпір", "Ашылды.").build()).unqueued(NOW);
      for (ReasonCode code : ReasonCode.values()) {
        int before = house.world().messages(OWNER).size();
        Reason reason = Reasons.example(code);
        notices.failed(article, reason);
        notices.askEditors(article, PART, reason);
        notices.notCorrected(article, PART, reason);
        notices.notPinned(article, reason);
        notices.channelPaused("t", reason);
        notices.databaseTrouble(reason);
        notices.databaseBack();
        await().until(() -> house.world().messages(OWNER).size() == before + 7);

        String said = text.in(language, reason);
        List<SandboxMessage> told = house.world().messages(OWNER);
        assertThat(told.subList(before, before + 6))
            .extracting(SandboxMessage::text)
            .allSatisfy(
                notice -> {
                  assertThat(notice).contains(said);
                  assertThat(notice.replace(said, "").replaceAll("@\\w+|/\\w+|Telegram", ""))
                      .doesNotContainPattern("[A-Za-z]{3,}");
                });
      }
    }
  }

  private static long failed(ChatFixture house, Reason reason) {
    Draft draft = Draft.of(Content.builder("Көпір", "Ашылды.").build());
    long id = house.database().articles().add(draft, "bot", NOW).article().id();
    house
        .database()
        .articles()
        .move(id, ArticleState.QUEUED, ArticleState.FAILED, reason, "bot", NOW);
    return id;
  }
}
