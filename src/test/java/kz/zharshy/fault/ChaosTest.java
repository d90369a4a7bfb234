package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes of the bot, killed again and again while the line and Telegram fail them. As a
 * part of all tests it is short; CONTRIBUTING tells how to run it at length.
 */
@Tag("slow")
final class ChaosTest {
  private static final int KILLS = Integer.getInteger("chaos.kills", 12);
  private static final int ARTICLES = Integer.getInteger("chaos.articles", 24);
  private static final long SEED = Long.getLong("chaos.seed", 20_261_122L);

  /** Newsrooms side by side, each with a bot, a database and a Telegram of its own. */
  private static final int ROOMS = 2;

  @TempDir private Path folder;

  @Test
  void nothingIsLostOrPostedTwiceOrOutOfOrder() throws Exception {
    ClassArchive archive = ClassArchive.in(folder);
    ChaosRoom.writeArchive(archive, folder);
    System.out.println(
        "Chaos with seed " + SEED + ": " + KILLS + " kills, " + ARTICLES + " articles");

    ChaosCount count = run(archive);

    System.out.println(count);
    assertThat(count.kills()).isGreaterThanOrEqualTo(KILLS);
    assertThat(count.lost()).isEmpty();
    assertThat(count.twice()).isEmpty();
    assertThat(count.outOfOrder()).isEmpty();
    assertThat(count.waiting().size() * 100).isLessThanOrEqualTo(Math.max(100, ARTICLES));
  }

  private ChaosCount run(ClassArchive archive) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(ROOMS);
    try {
      List<Future<ChaosCount>> running = new ArrayList<>();
      for (int room = 0; room < ROOMS; room++) {
        Path place = folder.resolve("room" + room);
        long seed = SEED + room;
        int kills = (KILLS + room) / ROOMS;
        int articles = (ARTICLES + room) / ROOMS;
        running.add(
            threads.submit(
                () -> {
                  try (ChaosRoom chaos = new ChaosRoom(place, archive, seed)) {
                    return chaos.run(kills, articles);
                  }
                }));
      }
      ChaosCount sum = ChaosCount.NONE;
      for (Future<ChaosCount> each : running) {
        sum = sum.plus(each.get());
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }
}
