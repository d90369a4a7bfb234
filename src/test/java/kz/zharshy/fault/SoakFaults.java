package kz.zharshy.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.sandbox.fault.Fault;

/** What goes wrong with calls by chance while the bot is watched for a long time. */
final class SoakFaults {
  /** Of a thousand calls that send, so many meet each of these. */
  private static final int PER_MILLE = 4;

  private final Random random;
  private final AtomicInteger happened = new AtomicInteger();
  private final AtomicInteger swallowed = new AtomicInteger();

  SoakFaults(long seed) {
    random = new Random(seed);
  }

  int happened() {
    return happened.get();
  }

  /**
   * Answers to readers that never came to be, although the bot cannot know it: it does not say
   * anything twice.
   */
  int swallowed() {
    return swallowed.get();
  }

  void begin(SandboxWorld telegram) {
    List.of(
            Fault.loseAnswer(),
            Fault.halfAnswer(),
            Fault.gatewayAfterDoing(504),
            Fault.unavailableAfterDoing(0),
            Fault.replaceAnswer("{\"ok\":true}"),
            Fault.flood(1),
            Fault.delay(Duration.ofSeconds(2)),
            Fault.answerLate(Duration.ofSeconds(3)))
        .forEach(fault -> telegram.onCall(fault.on("sendMessage").when(this::isHit).always()));
    List.of(Fault.closeBefore(), Fault.gateway(502))
        .forEach(
            fault -> telegram.onCall(fault.on("sendMessage").when(this::isSwallowed).always()));
    List.of(Fault.gateway(500), Fault.closeBefore(), Fault.flood(1))
        .forEach(fault -> telegram.onCall(fault.on("getUpdates").when(params -> isHit()).always()));
  }

  private boolean isHit(JsonNode params) {
    return params.has("chat_id") && isHit();
  }

  private boolean isSwallowed(JsonNode params) {
    boolean hit = isHit(params);
    if (hit && params.get("chat_id").asLong() > 0) {
      swallowed.incrementAndGet();
    }
    return hit;
  }

  private boolean isHit() {
    boolean hit = random.nextInt(1000) < PER_MILLE;
    happened.addAndGet(hit ? 1 : 0);
    return hit;
  }
}
