package kz.zharshy;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets all tests look every few milliseconds whether what they wait for has come. Awaitility's own
 * tenth of a second, before the first look and between two, adds up to minutes over the suite.
 */
public final class QuickWaits implements BeforeAllCallback {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
  }
}
