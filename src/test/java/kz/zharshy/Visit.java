package kz.zharshy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody before the sandbox's page. */
public final class Visit implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int MOST_STEPS = 60;
  private static final double PATIENCE_MILLIS = 40_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visit(BrowserContext context, URI address) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add("console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(address.toString())
              && !request.url().startsWith("blob:" + address)) {
            complaints.add("request: " + request.url());
          }
        });
    page.navigate(address.toString());
    page.waitForFunction("() => document.body.classList.contains('ready')");
  }

  public Page page() {
    return page;
  }

  /** The posts of the channel. */
  public Locator posts() {
    return page.locator("#posts .post");
  }

  /** The messages of the chat with the bot. */
  public Locator talk() {
    return page.locator("#talk .post");
  }

  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Writes to the bot. */
  public Visit write(String text) {
    page.locator("#chat-text").fill(text);
    page.locator("#chat-text").press("Enter");
    return this;
  }

  /** Becomes the person of that name. */
  public Visit be(String name) {
    String value =
        page.locator("#person option")
            .filter(new Locator.FilterOptions().setHasText(name))
            .first()
            .getAttribute("value");
    page.locator("#person").selectOption(value);
    return this;
  }

  /** Goes to an element by the tabulator key alone. */
  public Visit tabTo(String selector) {
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return this;
      }
    }
    throw new AssertionError(selector + " is not reached by the keyboard");
  }

  /** Presses a key where the focus is. */
  public Visit press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Types where the focus is. */
  public Visit type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Whether one would have to scroll sideways. */
  public boolean isWiderThanItsScreen() {
    return Boolean.TRUE.equals(
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  /** Waits until exactly so many are there. */
  public Visit expect(Locator these, int count) {
    these.nth(count - 1).waitFor();
    assertThat(these.count()).isEqualTo(count);
    return this;
  }

  /** Waits until there is something with that text. */
  public Locator expect(Locator these, String text) {
    Locator found = these.filter(new Locator.FilterOptions().setHasText(text)).first();
    found.waitFor();
    return found;
  }

  /** Waits until there is something with that text, which another tab may hide. */
  public Visit expectText(Locator these, String text) {
    these
        .filter(new Locator.FilterOptions().setHasText(text))
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    return this;
  }

  /** Keeps what is seen now, for people to look at. */
  public Visit picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name.toLowerCase(Locale.ROOT).replace('_', '-') + ".png"))
            .setAnimations(ScreenshotAnimations.DISABLED));
    return this;
  }

  /** Fails if the page complained, or asked another machine for something. */
  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
