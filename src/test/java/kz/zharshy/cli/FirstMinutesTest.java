package kz.zharshy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.MouseButton;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kz.zharshy.Chromium;
import kz.zharshy.Chromium.Screen;
import kz.zharshy.Visit;
import kz.zharshy.app.SandboxRun;
import kz.zharshy.app.WayOut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody sees in a browser who runs the bot for the first time, against the sandbox. */
@ExtendWith(Chromium.Parameter.class)
@Timeout(value = 150, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
final class FirstMinutesTest {
  private static final int SAMPLE_BUBBLES = 4;
  private static final Locator.ClickOptions RIGHT =
      new Locator.ClickOptions().setButton(MouseButton.RIGHT);

  /** The samples come out a few seconds apart, so the next tests' are on their way already. */
  private static final int AHEAD = 3;

  private static final Deque<SandboxRun> RUNS = new ArrayDeque<>();

  private SandboxRun run;

  @BeforeEach
  void start() {
    while (RUNS.size() < AHEAD) {
      RUNS.add(sandbox());
    }
    run = RUNS.remove();
  }

  private static SandboxRun sandbox() {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(OutputStream.nullOutputStream()),
            Map.of(),
            Clock.systemUTC());
    return SandboxRun.start(
        0,
        terminal.environment(),
        new CommonOptions()::settings,
        terminal.out(),
        terminal.clock(),
        new WayOut(code -> {}));
  }

  @AfterEach
  void stop() {
    run.close();
  }

  @AfterAll
  static void stopTheOthers() {
    RUNS.forEach(SandboxRun::close);
    RUNS.clear();
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void theSampleArticlesComeByThemselves(Screen screen, Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), screen)) {
      visit.expect(visit.posts(), SAMPLE_BUBBLES);

      visit.expect(visit.posts(), "Snow leopard with a notched ear");
      visit.expect(visit.posts(), "2/2");
      visit.expectText(visit.talk(), "Latest news");
      assertThat(visit.page().title()).isEqualTo("Zharshy Sandbox — Zharshy");
      assertThat(visit.isWiderThanItsScreen()).isFalse();
      visit.picture("first-run-" + screen);
    }
  }

  @Test
  void aReaderAsksForTheLatestAndFollowsALinkToThePost(Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), Screen.LIGHT)) {
      visit.expect(visit.posts(), SAMPLE_BUBBLES);

      visit.button("Ask for the newest articles, as a reader").click();

      visit.expect(visit.talk(), 4);
      Locator answer = visit.talk().last();
      visit.picture("reader-latest");
      answer.locator("a", new Locator.LocatorOptions().setHasText("кітапханасы")).click();
      visit.page().waitForFunction("() => document.activeElement.matches('#posts .post')");
      assertThat(visit.page().evaluate("document.activeElement.innerText").toString())
          .startsWith("Ауыл кітапханасы");
    }
  }

  @Test
  void aReaderSearchesAndTurnsThePages(Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), Screen.LIGHT)) {
      visit.expect(visit.posts(), SAMPLE_BUBBLES);
      visit.be("editor");
      for (int i = 1; i <= 6; i++) {
        visit.write("/post Funicular line " + i + " opens\nThe station is ready.");
      }
      visit.expect(visit.posts(), SAMPLE_BUBBLES + 6);

      visit.be("Emma").write("/search funicular");
      Locator answer = visit.expect(visit.talk(), "“funicular”: 6 articles");
      assertThat(answer.innerText())
          .contains("Funicular line 6", "Funicular line 2")
          .doesNotContain("line 1");
      visit.picture("reader-search");
      visit.button("Older ›").click();
      answer = visit.expect(visit.talk(), "Funicular line 1");
      assertThat(answer.innerText()).doesNotContain("Funicular line 6");
      visit.button("‹ Newer").click();
      visit.expect(visit.talk(), "Funicular line 6");
    }
  }

  @Test
  void anArticleWaitsForAnEditor(Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), Screen.LIGHT)) {
      visit.be("editor");
      visit.expect(visit.talk(), "No. 4 · draft");

      visit.button("✅ Publish now").click();

      visit.expect(visit.posts(), "Night buses");
    }
  }

  @Test
  void anEditorsArticleComesOutInTheChannel(Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), Screen.LIGHT)) {
      visit.expect(visit.posts(), SAMPLE_BUBBLES);

      visit.button("Publish something of your own, as an editor").click();
      visit.page().locator("#chat-text").press("Enter");

      visit.expect(visit.posts(), SAMPLE_BUBBLES + 1);
      visit.expect(visit.posts(), "First snow in Almaty");
      visit.picture("editor-post");
    }
  }

  @Test
  void anEditorForwardsApprovesAndCorrects(Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), Screen.LIGHT)) {
      visit.expect(visit.posts(), SAMPLE_BUBBLES);
      visit.page().locator("#post-text").fill("The old bridge closes\n\nRepairs take a month.");
      visit.page().locator("#post-text").press("Enter");
      visit.be("editor");
      visit.expect(visit.talk(), "No. 4 · draft");
      visit.expect(visit.posts(), "Repairs take a month").click(RIGHT);
      visit.expect(visit.page().locator("#actions button"), "Forward to the bot").click();

      Locator card = visit.expect(visit.talk(), "No. 5 · draft");
      assertThat(card.innerText()).contains("The old bridge closes");
      visit.picture("editor-card");
      visit.button("✅ Publish now").last().click();
      visit.expect(visit.posts(), SAMPLE_BUBBLES + 2);
      visit.write("/correct 5 a month → two weeks");
      visit.expect(visit.talk(), "Correct No. 5 like this?");
      visit.button("✅ Correct").click();

      Locator corrected = visit.expect(visit.posts(), "Repairs take two weeks");
      assertThat(corrected.locator(".edited").count()).isEqualTo(1);
      visit.expect(visit.posts(), SAMPLE_BUBBLES + 2);
      visit.picture("editor-correction");
    }
  }

  @Test
  void aLostAnswerShowsAndThePostIsThereOnce(Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), Screen.LIGHT)) {
      visit.expect(visit.posts(), SAMPLE_BUBBLES);

      visit.button("Lose Telegram's answer to a post: it is still there only once").click();
      visit.expect(visit.page().locator("#fault-count"), "1");
      visit.page().locator("#chat-text").press("Enter");

      visit.expect(visit.page().locator("#toast"), "sendMessage: done, but the answer was lost");
      visit.expect(visit.posts(), SAMPLE_BUBBLES + 1);
      visit.expect(visit.page().locator("#queue"), "1 in doubt");
      visit.page().locator("#calls-menu summary").click();
      visit.expect(visit.page().locator("#calls li.bad"), "the answer was lost");
      assertThat(
              visit
                  .posts()
                  .filter(new Locator.FilterOptions().setHasText("The tram comes back"))
                  .count())
          .isEqualTo(1);
      visit.picture("lost-answer");
    }
  }

  @Test
  void aFloodShowsAndThePostComesLater(Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), Screen.DARK)) {
      visit.expect(visit.posts(), SAMPLE_BUBBLES);

      visit.page().evaluate("order('fault', { fault: 'flood', channel: true, seconds: 8 })");
      visit.expect(visit.page().locator("#fault-count"), "1");
      visit.be("editor").write("/post The tram comes back\nThe first line opens in spring.");

      visit.expect(visit.page().locator("#toast"), "sendMessage: Too Many Requests: retry after 8");
      visit
          .page()
          .locator("#queue")
          .filter(new Locator.FilterOptions().setHasText(Pattern.compile("1 (waiting|going out)")))
          .waitFor();
      visit.picture("flood-waiting");
      visit.expect(visit.posts(), "The tram comes back");
      visit.expect(visit.page().locator("#queue"), "0 waiting");
    }
  }

  @Test
  void theKeyboardIsEnough(Chromium chromium) {
    try (Visit visit = chromium.visit(run.pageAddress(), Screen.DARK_PHONE)) {
      visit.expect(visit.posts(), SAMPLE_BUBBLES);

      visit.tabTo("#tab-channel").press("ArrowRight");
      visit.tabTo("#chat-text").type("/latest").press("Enter");
      visit.expect(visit.talk(), "Latest news");
      visit.tabTo("#talk").press("ArrowUp").press("Enter");
      visit.expect(visit.page().locator("#actions"), "Reply");
      visit.picture("keyboard-actions");
      visit.press("Enter").type("Thank you").press("Enter");
      visit.expect(visit.talk(), "Thank you");
      visit.tabTo("#faults-menu summary").press("Enter");
      visit.expect(visit.page().locator("#fault-buttons"), "Lose the answer");
      visit.press("Escape");
      assertThat(visit.page().locator("#fault-buttons").isVisible()).isFalse();
    }
  }
}
