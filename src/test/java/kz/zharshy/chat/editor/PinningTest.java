package kz.zharshy.chat.editor;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.Pins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pinning a post from its card, and what a preview shows of an article that has neighbours. */
final class PinningTest {
  @TempDir private Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() throws Exception {
    house = new ChatFixture(folder);
    out("Bridge opened", Language.EN);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPostIsPinnedByTwoPressesOrOneLine() {
    assertThat(house.ask(OWNER, "en", "/card 1")).doesNotContain("Pinned");
    assertThat(buttons()).contains("📌 Pin=card 1 pin");

    house.press(OWNER, last().id(), "card 1 pin");
    assertThat(last().text())
        .isEqualTo(
            "Until when should No. 1 stay pinned? Choose, or write a time: 18:30, tomorrow 9, fri"
                + " 18:00, +2h");
    assertThat(buttons())
        .containsExactly(
            "for an hour=card 1 pin +1h",
            "for a day=card 1 pin +24h",
            "tomorrow, 9:00=card 1 pin tomorrow 9:00",
            "indefinitely=card 1 pin always",
            "↩️ Back=card 1 show");
    house.press(OWNER, last().id(), "card 1 pin tomorrow 9:00");

    assertThat(last().text()).contains("📌 Pinned until: tomorrow, 09:00");
    assertThat(until()).isEqualTo("2026-11-23T04:00:00Z");
    assertThat(buttons()).contains("📌 Unpin=card 1 unpin");
    house.press(OWNER, last().id(), "card 1 unpin");
    assertThat(last().text()).doesNotContain("Pinned");
    assertThat(until()).isEqualTo("not");

    house.ask(OWNER, "en", "/card 1 pin until tomorrow 9");
    assertThat(until()).isEqualTo("2026-11-23T04:00:00Z");
    house.ask(OWNER, "ru", "/card 1 pin до завтра в 10");
    assertThat(until()).isEqualTo("2026-11-23T05:00:00Z");
    house.ask(OWNER, "kk", "/card 1 pin ертең 11:00-ге дейін");
    assertThat(until()).isEqualTo("2026-11-23T06:00:00Z");
    assertThat(house.ask(OWNER, "ru", "/card 1 pin бессрочно")).contains("📌 Закреплено бессрочно");
    assertThat(until()).isEqualTo(Pins.FOREVER.toString());
    house.ask(OWNER, "kk", "/card 1 unpin");
    assertThat(until()).isEqualTo("not");
  }

  @Test
  void theTimeMayBeWrittenAndWhatIsNoneIsAskedBack() {
    house.ask(OWNER, "ru", "/card 1 pin");
    assertThat(house.ask(OWNER, "ru", "вчера в 9")).doesNotContain("Закреплено");
    assertThat(until()).isEqualTo("not");

    assertThat(house.ask(OWNER, "ru", "до завтра в 9")).contains("📌 Закреплено до: завтра, 09:00");

    assertThat(until()).isEqualTo("2026-11-23T04:00:00Z");
    assertThat(house.database().articles().history(1))
        .last()
        .satisfies(
            line -> {
              assertThat(line.actor()).isEqualTo("telegram:" + OWNER);
              assertThat(line.event()).isEqualTo("pin");
            });
  }

  @Test
  void aStrangerPinsNothing() {
    house.ask(READER, "en", "/card 1 pin always");
    house.ask(READER, "en", "/card 1 unpin");

    assertThat(until()).isEqualTo("not");
  }

  @Test
  void aPreviewShowsTheButtonsAndSaysWhatItAnswers() {
    Plan plan = new Plan(null, "bridge", 1L, Priority.NORMAL, Plan.Window.ALWAYS, false, null);
    Content content = Content.builder("Мост открыт", "Текст.").language(Language.RU).build();
    house.database().articles().add(Draft.of(content).withPlan(plan), "test", NOW);

    house.ask(OWNER, "en", "/card 2 preview");
    house.settle();

    List<SandboxMessage> all = house.world().messages(OWNER);
    SandboxMessage shown = all.get(all.size() - 2);
    assertThat(shown.text()).startsWith("Мост открыт");
    assertThat(shown.json().at("/reply_markup/inline_keyboard/0/0/url").asText())
        .isEqualTo("https://t.me/tau_news/77");
    assertThat(shown.json().has("reply_to_message")).isFalse();
    assertThat(last().text())
        .contains(
            "It goes out as a reply to the first post of its story: https://t.me/tau_news/77");
  }

  private void out(String title, Language language) {
    Plan plan = new Plan(null, "bridge", null, Priority.NORMAL, Plan.Window.ALWAYS, false, null);
    Content content = Content.builder(title, "Text.").language(language).build();
    house.database().articles().add(Draft.of(content).withPlan(plan), "test", NOW);
    house
        .database()
        .articles()
        .route(house.database().articles().find(1).orElseThrow(), "tau_news", language);
    assertThat(house.database().articles().claim("tau_news", NOW)).isPresent();
    Ledger ledger = house.database().ledger();
    List<Delivery.PlannedPart> parts = List.of(new Delivery.PlannedPart("sendMessage", "{}"));
    Delivery part = ledger.plan(1, "tau_news", parts, NOW).get(0);
    ledger.sending(part.id(), NOW);
    ledger.sent(part.id(), 77, 77, NOW);
  }

  private String until() {
    return house.database().pins().until(1).map(Instant::toString).orElse("not");
  }

  private SandboxMessage last() {
    List<SandboxMessage> all = house.world().messages(OWNER);
    return all.get(all.size() - 1);
  }

  private List<String> buttons() {
    List<String> buttons = new ArrayList<>();
    for (JsonNode row : last().json().at("/reply_markup/inline_keyboard")) {
      row.forEach(button -> buttons.add(text(button.path("text")) + "=" + data(button)));
    }
    return buttons;
  }

  private static String data(JsonNode button) {
    return String.valueOf(text(button.path("callback_data"))).replaceAll(" ~.*", "");
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
