package kz.zharshy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.MouseButton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import kz.zharshy.Chromium;
import kz.zharshy.Chromium.Screen;
import kz.zharshy.Visit;
import kz.zharshy.sandbox.world.FloodLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page shows what a bot does and lets people answer; the bot here is the test. */
@ExtendWith(Chromium.Parameter.class)
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
final class PageInBrowserTest {
  private static final long EMMA = 2_000_003;
  private static final int MANY = 1_000;

  private SandboxServer server;
  private SandboxClient client;

  @BeforeEach
  void start() throws IOException {
    SandboxOptions options = SandboxOptions.standard(Clock.systemUTC(), System::nanoTime);
    server = SandboxServer.start(options.withLimits(new FloodLimits(100_000, 100_000, 100_000)));
    client = new SandboxClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void showsAllThatAPostMayHave(Screen screen, Chromium chromium) {
    SandboxWorld.of(server).personPostsInChannel("Good morning! The newsroom is awake.");
    client.result(
        "sendMessage",
        """
        {"chat_id": "@zharshy_sandbox", "parse_mode": "HTML", "text": "<b>Tulips open early</b>\\n\
        <i>Shymkent</i>, <u>today</u>: <s>rain</s> sun, <code>+21</code> and\
         <tg-spoiler>a surprise</tg-spoiler>. #Spring\\n\
        <blockquote>We never saw them in March.</blockquote>\\n\
        <a href='https://example.kz/tulips'>Read on</a>", "link_preview_options":\
         {"url": "https://example.kz/img/tulips.jpg", "prefer_large_media": true,\
         "show_above_text": true}, "reply_markup": {"inline_keyboard": [[{"text": "👍 12",\
         "callback_data": "up"}, {"text": "Website", "url": "https://example.kz/"}]]}}
        """);
    int photo = client.sendPhoto("The Ile at dawn", river()).path("message_id").asInt();
    client.result("pinChatMessage", target(photo));
    int edited = client.send("The bridge opens on Friday").path("message_id").asInt();
    client.result(
        "editMessageText",
        target(edited).replace("}", ", \"text\": \"The bridge opens on Monday\"}"));
    SandboxWorld.of(server).personReacts(EMMA, photo, "🔥");
    client.result(
        "sendMessage",
        "{\"chat_id\": \"@zharshy_sandbox\", \"text\": \"More on the bridge\","
            + " \"reply_parameters\": {\"message_id\": "
            + edited
            + "}}");

    try (Visit visit = chromium.visit(server.pageAddress(), screen)) {
      visit.expect(visit.posts(), 5);
      assertThat(
              visit
                  .posts()
                  .nth(1)
                  .locator("b, i, u, s, code, .spoiler, blockquote")
                  .allInnerTexts())
          .contains("Tulips open early", "Shymkent", "today", "rain", "+21");
      assertThat(visit.posts().nth(2).locator(".reactions").innerText()).isEqualTo("🔥 1");
      assertThat(visit.posts().nth(3).locator(".edited").count()).isEqualTo(1);
      assertThat(visit.posts().nth(4).locator(".reply").innerText())
          .contains("The bridge opens on Monday");
      assertThat(visit.page().locator("#pinned").innerText()).isEqualTo("Pinned\nThe Ile at dawn");
      assertThat(visit.isWiderThanItsScreen()).isFalse();
      visit.picture("posts-" + screen);
    }
  }

  @Test
  void pressesButtonsAndAsksInline(Chromium chromium) {
    client.result(
        "sendMessage",
        "{\"chat_id\": "
            + EMMA
            + ", \"text\": \"Which one?\", \"reply_markup\":"
            + " {\"inline_keyboard\": [[{\"text\": \"First\", \"callback_data\": \"1\"}]]}}");
    try (Visit visit = chromium.visit(server.pageAddress(), Screen.LIGHT)) {
      visit.button("First").click();
      JsonNode press = update("callback_query");
      assertThat(press.path("data").asText()).isEqualTo("1");
      client.result(
          "answerCallbackQuery",
          "{\"callback_query_id\": \"" + press.path("id").asText() + "\", \"text\": \"Chosen\"}");
      visit.expect(visit.page().locator("#toast"), "Chosen");

      visit.page().locator("#chat-text").pressSequentially("@zharshy_sandbox_bot snow");
      JsonNode query = update("inline_query");
      client.result(
          "answerInlineQuery",
          "{\"inline_query_id\": \""
              + query.path("id").asText()
              + "\", \"results\": [{\"type\":"
              + " \"article\", \"id\": \"a\", \"title\": \"Snow in Almaty\", \"description\":"
              + " \"Schools are closed\", \"input_message_content\": {\"message_text\": \"It snows\"}}]}");
      visit.expect(visit.page().locator("#inline-list"), "Snow in Almaty");
      visit.picture("inline");
      visit.page().locator("#inline-list .option").click();
      visit.expect(visit.talk(), "It snows");
    }
  }

  @Test
  void sendsAPhotoAndAFileAndForwardsAPost(Chromium chromium) {
    client.send("To be forwarded");
    try (Visit visit = chromium.visit(server.pageAddress(), Screen.LIGHT)) {
      visit
          .page()
          .locator("#file")
          .setInputFiles(new FilePayload("river.png", "image/png", river()));
      assertThat(update("message").path("photo").path(0).path("width").asInt()).isEqualTo(640);
      visit
          .page()
          .locator("#file")
          .setInputFiles(
              new FilePayload("news.txt", "text/plain", "Снег".getBytes(StandardCharsets.UTF_8)));
      assertThat(update("message").path("document").path("file_name").asText())
          .isEqualTo("news.txt");

      visit.posts().first().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
      visit
          .page()
          .locator("#actions button")
          .filter(new Locator.FilterOptions().setHasText("Forward"))
          .click();

      JsonNode forwarded = update("message");
      assertThat(forwarded.path("text").asText()).isEqualTo("To be forwarded");
      assertThat(forwarded.path("forward_origin").path("type").asText()).isEqualTo("channel");
      visit.picture("attachments");
    }
  }

  @Test
  void editsAndDeletesByHand(Chromium chromium) {
    client.send("First");
    client.send("Second");
    try (Visit visit = chromium.visit(server.pageAddress(), Screen.DARK)) {
      act(visit, "Second", "Edit by hand");
      visit.page().locator("#post-text").fill("Second, better");
      visit.page().locator("#post-text").press("Enter");
      visit.expect(visit.posts(), "Second, better");
      act(visit, "First", "Delete by hand");
      visit.page().waitForFunction("() => document.querySelectorAll('#posts .post').length === 1");
      assertThat(SandboxWorld.of(server).posts())
          .extracting(SandboxMessage::text)
          .containsExactly("Second, better");
    }
  }

  @Test
  void staysQuickWithAThousandPosts(Chromium chromium) {
    for (int i = 0; i < MANY; i++) {
      client.send(
          "Post number " + i + ". " + "Snow falls on the steppe and on the town. ".repeat(20));
    }
    try (Visit visit = chromium.visit(server.pageAddress(), Screen.LIGHT)) {
      visit.expect(visit.posts(), "Post number 999");
      Object opened = visit.page().evaluate("performance.getEntriesByName('ready')[0].startTime");
      visit
          .page()
          .evaluate(
              """
              () => { window.seen = new Promise(done => new MutationObserver(() => {
                if (document.querySelector('#posts').innerText.includes('The newest')) done(Date.now());
              }).observe(document.querySelector('#posts'), { subtree: true, childList: true })); }
              """);
      long before = System.currentTimeMillis();
      client.send("The newest");
      long shown = ((Number) visit.page().evaluate("() => window.seen")).longValue() - before;
      System.err.printf(
          Locale.ROOT,
          "A page of %d posts: open after %.0f ms of 1000, a new post seen after %d ms of 200.%n",
          MANY,
          ((Number) opened).doubleValue(),
          shown);

      visit.page().locator("#posts").press("Control+Home");
      // Two scrolls in one frame are one event, which draws forty older posts and not eighty.
      visit.expect(visit.posts(), "Post number 930");
      visit.page().evaluate("() => { document.querySelector('#posts').scrollTop = 0; }");
      visit.expect(visit.posts(), "Post number 900");
      visit.page().evaluate("reveal(state.channel, 1)");
      visit.expect(visit.posts(), "Post number 0.");
    }
  }

  private static void act(Visit visit, String post, String action) {
    visit.posts().filter(new Locator.FilterOptions().setHasText(post)).first().hover();
    visit
        .posts()
        .filter(new Locator.FilterOptions().setHasText(post))
        .first()
        .locator("xpath=..")
        .locator(".more")
        .click();
    visit
        .page()
        .locator("#actions button")
        .filter(new Locator.FilterOptions().setHasText(action))
        .click();
  }

  private static String target(int message) {
    return "{\"chat_id\": \"@zharshy_sandbox\", \"message_id\": " + message + "}";
  }

  /** The next update, of that kind. */
  private JsonNode update(String kind) {
    JsonNode update = client.result("getUpdates", "{\"timeout\": 20, \"limit\": 1}").path(0);
    client.result(
        "getUpdates", "{\"offset\": " + (update.path("update_id").asInt() + 1) + ", \"limit\": 1}");
    assertThat(update.has(kind)).as("%s", update).isTrue();
    return update.path(kind);
  }

  /** A picture with something to see: sky, hills, water. */
  private static byte[] river() {
    return SandboxPictures.river(640, 400);
  }
}
