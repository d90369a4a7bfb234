package kz.zharshy.store;

import static kz.zharshy.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

final class FloodWaitsTest extends QueueFile {
  @Test
  void aWaitOutlastsARestartAndEnds() {
    queue.floodWaits().note("@steppe_news", NOON.plusSeconds(30), NOON);
    queue.floodWaits().note("-100123", NOON.plusSeconds(5), NOON);
    queue.floodWaits().note("@steppe_news", NOON.plusSeconds(40), NOON);
    reopen();

    assertThat(queue.floodWaits().open(NOON))
        .containsExactly(
            entry("-100123", NOON.plusSeconds(5)), entry("@steppe_news", NOON.plusSeconds(40)));
    assertThat(queue.floodWaits().open(NOON.plusSeconds(5))).containsOnlyKeys("@steppe_news");
    assertThat(queue.floodWaits().open(NOON.plusSeconds(40))).isEmpty();
  }
}
