package kz.zharshy.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MemoryBudgetTest {
  private static final long MEGABYTE = 1 << 20;

  private final MemoryBudget budget = new MemoryBudget(10 * MEGABYTE);

  @Test
  void workWaitsItsTurnAndNeverHoldsMoreThanThereIs() throws Exception {
    AtomicLong held = new AtomicLong();
    AtomicLong most = new AtomicLong();
    List<Callable<Object>> work = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      long size = i % 9 * MEGABYTE + 1;
      work.add(
          () ->
              budget.hold(
                  size,
                  () -> {
                    most.accumulateAndGet(held.addAndGet(size), Math::max);
                    return held.addAndGet(-size);
                  }));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Object> each : threads.invokeAll(work)) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most.get()).isBetween(1L, 10 * MEGABYTE);
    assertThat(held.get()).isZero();
  }

  @Test
  void workInsideOfWorkIsPartOfIt() {
    String said = budget.hold(10 * MEGABYTE, () -> budget.hold(10 * MEGABYTE, () -> "both"));
    assertThat(said).isEqualTo("both");
  }

  @Test
  void whatIsLargerThanTheWholeBudgetNeverBegins() {
    assertThat(budget.admits(10 * MEGABYTE)).isTrue();
    assertThat(budget.admits(10 * MEGABYTE + 1)).isFalse();
    assertThatThrownBy(() -> budget.hold(10 * MEGABYTE + 1, () -> "never"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void roomIsGivenBackWhenWorkFails() throws Exception {
    assertThatThrownBy(
            () ->
                budget.hold(
                    10 * MEGABYTE,
                    () -> {
                      throw new IllegalStateException("damaged");
                    }))
        .hasMessage("damaged");
    CountDownLatch done = new CountDownLatch(1);
    Thread other =
        new Thread(
            () ->
                budget.hold(
                    10 * MEGABYTE,
                    () -> {
                      done.countDown();
                      return true;
                    }));
    other.start();
    other.join();
    assertThat(done.getCount()).isZero();
  }
}
