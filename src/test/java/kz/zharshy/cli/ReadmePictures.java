package kz.zharshy.cli;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.zharshy.Chromium;
import kz.zharshy.Chromium.Screen;
import kz.zharshy.Visit;
import kz.zharshy.app.SandboxRun;
import kz.zharshy.app.WayOut;
import kz.zharshy.gallery.GallerySandbox;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes the handbook's pictures anew from the sandbox: {@code mvn test -Dtest=ReadmePictures}. By
 * its name it is not among the tests that run by themselves.
 */
@ExtendWith(Chromium.Parameter.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReadmePictures {
  private static final Path FOLDER = Path.of("src", "site", "pictures");

  /** The post of the gallery that is in sight. */
  private static final String GALLERY_POST = "Көкпардан";

  private static final int QUALITY = 72;

  @Test
  void theFirstMinutes(Chromium chromium) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(OutputStream.nullOutputStream()),
            Map.of(),
            Clock.systemUTC());
    try (SandboxRun run =
        SandboxRun.start(
            0,
            terminal.environment(),
            new CommonOptions()::settings,
            terminal.out(),
            terminal.clock(),
            new WayOut(code -> {}))) {
      try (Visit visit = chromium.visit(run.pageAddress(), Screen.LIGHT)) {
        visit.expectText(visit.talk(), "Latest news");
        save(visit, "page.jpg", new Clip(0, 0, 1280, 800));
      }
      try (Visit visit = chromium.visit(run.pageAddress(), Screen.DARK_PHONE)) {
        visit.expectText(visit.talk(), "Latest news");
        save(visit, "phone.jpg", new Clip(0, 0, 390, 844));
      }
    }
  }

  @Test
  void theGallery(Chromium chromium) throws Exception {
    try (SandboxServer server = GallerySandbox.open(0);
        Visit visit = chromium.visit(server.pageAddress(), Screen.LIGHT)) {
      visit.posts().last().waitFor();
      int quotes =
          SandboxWorld.of(server).posts().stream()
              .filter(post -> post.json().toString().contains(GALLERY_POST))
              .findFirst()
              .orElseThrow()
              .id();
      visit.page().evaluate("id => reveal(state.channel, id)", quotes);
      visit.page().evaluate("document.activeElement.blur()");
      save(visit, "gallery.jpg", new Clip(0, 41, 768, 706));
    }
  }

  private static void save(Visit visit, String name, Clip clip) {
    visit
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name))
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setClip(clip)
                .setAnimations(ScreenshotAnimations.DISABLED));
  }
}
