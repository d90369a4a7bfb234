package kz.zharshy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The machine's own Chromium, without a window, one for all tests of a run. Where it or the npm
 * package {@code playwright-core} is missing the test is skipped, or fails if it runs in CI.
 */
public final class Chromium implements AutoCloseable {
  /** Gives a test the browser, or skips it. */
  public static final class Parameter implements ParameterResolver, ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (NodeModules.find(DRIVER).isEmpty()) {
        return ConditionEvaluationResult.disabled(NodeModules.missing(DRIVER));
      }
      if (program().isPresent() && onPath("node").isPresent()) {
        return ConditionEvaluationResult.enabled("");
      }
      String reason = "There is no chromium or no node on this machine.";
      Assertions.assertNotEquals("true", System.getenv("ZHARSHY_CI"), reason);
      System.err.println("Skipped: " + reason);
      return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Chromium.class))
          .computeIfAbsent(Chromium.class, key -> open(), Chromium.class);
    }
  }

  /** How a visitor's screen is. */
  public enum Screen {
    LIGHT(1280, 800, ColorScheme.LIGHT),
    DARK(1280, 800, ColorScheme.DARK),
    PHONE(390, 844, ColorScheme.LIGHT),
    DARK_PHONE(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Screen(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }

    private Browser.NewContextOptions options() {
      return new Browser.NewContextOptions()
          .setViewportSize(width, height)
          .setColorScheme(scheme)
          .setLocale("en-GB")
          .setTimezoneId("Asia/Almaty")
          .setHasTouch(width < 500);
    }
  }

  /**
   * What Playwright takes for its own bundle: a folder with the npm package as {@code package}. It
   * reads the property once in a JVM, and a JVM may open the browser for one test class after the
   * other, so the folder stays until the JVM ends.
   */
  private static final class Folder {
    static final Path OF_THIS_JVM = make(NodeModules.with(DRIVER).resolve(DRIVER));

    private static Path make(Path core) {
      try {
        Path folder = Files.createTempDirectory("playwright");
        folder.toFile().deleteOnExit();
        Path link = Files.createSymbolicLink(folder.resolve("package"), core.toAbsolutePath());
        link.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final String DRIVER = "playwright-core";
  private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  private static Chromium open() {
    // A wrong folder would let the driver's start hang.
    System.setProperty("playwright.cli.dir", Folder.OF_THIS_JVM.toString());
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_NODEJS_PATH", onPath("node").orElseThrow().toString());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program().orElseThrow())
                    .setArgs(List.of("--force-color-profile=srgb", "--font-render-hinting=none")));
    return new Chromium(playwright, browser);
  }

  private static Optional<Path> program() {
    return PROGRAMS.stream().flatMap(name -> onPath(name).stream()).findFirst();
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a page; it is closed, and what went wrong in it told, by closing the visit. */
  public Visit visit(URI address, Screen screen) {
    BrowserContext context = browser.newContext(screen.options());
    return new Visit(context, address);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
