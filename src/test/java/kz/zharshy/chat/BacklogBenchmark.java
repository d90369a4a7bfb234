package kz.zharshy.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.telegram.ReceivedUpdate;

/**
 * How fast a backlog is worked off, with a reader and the owner who write when a third of it is
 * done; run by hand, never by the build. Updates are of the largest kind: all letters and
 * formatting that a message may have. The arguments are how many updates, of how many chats.
 */
final class BacklogBenchmark {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final long MILLI = 1_000_000;
  private static final int LETTERS = 4096;
  private static final int ENTITIES = 100;
  private static final int BATCH = 100;
  private static final List<String> BEGINNINGS = List.of("/search ", "/latest ", "", "/nothing ");

  private final ChatFixture house;
  private final int updates;
  private final int chats;
  private final UpdateIntake door;

  private BacklogBenchmark(ChatFixture house, int updates, int chats) {
    this.house = house;
    this.updates = updates;
    this.chats = chats;
    this.door = house.door();
  }

  /** Prints what came of it. */
  public static void main(String[] sizes) throws IOException {
    int updates = sizes.length > 0 ? Integer.parseInt(sizes[0]) : 100_000;
    int chats = sizes.length > 1 ? Integer.parseInt(sizes[1]) : 3_000;
    Path folder = Files.createTempDirectory("backlog");
    try (ChatFixture house = new ChatFixture(folder)) {
      for (int i = 1; i <= 200; i++) {
        house.publish("Мост через Урал открыт " + i, i, ChatFixture.NOW.minusSeconds(i * 60L));
      }
      house.index();
      new BacklogBenchmark(house, updates, chats).run(folder);
    } finally {
      try (var files = Files.walk(folder)) {
        files
            .sorted((one, other) -> other.compareTo(one))
            .map(Path::toFile)
            .forEach(file -> file.deleteOnExit());
      }
    }
  }

  private void run(Path folder) throws IOException {
    String size = "%,d updates of %,d chats".formatted(updates, chats);
    long begun = System.nanoTime();
    store();
    report(size + " stored", updates, begun);
    OUT.printf("the database has %,d MB%n", Files.size(folder.resolve("chat.db")) >> 20);
    begun = System.nanoTime();
    long cpu = cpu();
    house.work();
    int rest = updates;
    long sliceBegun = begun;
    boolean joined = false;
    while (rest > 0) {
      LockSupport.parkNanos(2_000 * MILLI);
      int now = house.waiting();
      report("  %,d wait".formatted(now), rest - now, sliceBegun);
      sliceBegun = System.nanoTime();
      rest = now;
      if (!joined && rest < updates * 2 / 3) {
        joined = true;
        join(ChatFixture.READER, "a reader");
        join(ChatFixture.OWNER, "the owner");
      }
    }
    report("worked off", updates, begun);
    OUT.printf("%.1f ms of processor time each%n", (cpu() - cpu) / 1e6 / updates);
    OUT.printf("set aside: %d%n", house.failures());
  }

  /** One more person comes and writes one message. */
  private void join(long person, String who) {
    int answered = house.world().calls().size();
    long begun = System.nanoTime();
    store(List.of(update(updates + person, person, "/latest")));
    house.work();
    while (house.answers(person).isEmpty()) {
      LockSupport.parkNanos(MILLI);
    }
    List<ReceivedCall> since = house.world().calls();
    long others =
        since.subList(answered, since.size()).stream()
            .filter(call -> call.params().path("chat_id").asLong() != person)
            .count();
    OUT.printf("  %s has the answer after %,d others%n", who, others);
    report("  waited", 1, begun);
  }

  private void store() {
    List<ReceivedUpdate> batch = new ArrayList<>();
    for (int i = 0; i < updates; i++) {
      long chat = 5_000_000L + i % chats;
      batch.add(update(i + 1L, chat, BEGINNINGS.get(i / chats % BEGINNINGS.size()) + words(i)));
      if (batch.size() == BATCH || i == updates - 1) {
        store(batch);
        batch = new ArrayList<>();
      }
    }
  }

  private void store(List<ReceivedUpdate> batch) {
    door.store(batch);
  }

  private ReceivedUpdate update(long id, long person, String text) {
    ObjectNode update = house.message(person, "x");
    update.put("update_id", 1_000_000_000L + id);
    ObjectNode message = (ObjectNode) update.get("message");
    message.put("text", text.substring(0, Math.min(text.length(), LETTERS)));
    if (text.length() >= LETTERS) {
      ArrayNode entities = message.putArray("entities");
      for (int i = 0; i < ENTITIES; i++) {
        entities.addObject().put("type", "bold").put("offset", 10 + i * 40).put("length", 20);
      }
    }
    return new ReceivedUpdate(update.get("update_id").longValue(), update.toString());
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static String words(int number) {
    return ("мост через реку Урал " + number + " ").repeat(LETTERS / 20);
  }

  private static void report(String what, int count, long since) {
    double seconds = (System.nanoTime() - since) / 1e9;
    OUT.printf("%s: %.1f s, %,.0f a second%n", what, seconds, count / seconds);
  }
}
