package kz.zharshy.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.sandbox.fault.Effect;
import kz.zharshy.sandbox.fault.Fault;

/** What goes wrong by chance with calls and connections while the bot is killed. */
final class ChaosFaults {
  /** Of a hundred calls that send, so many meet each of these. */
  private static final int PERCENT = 2;

  private static final int SLOWEST_CALL_MILLIS = 40;

  private final Random random;
  private final AtomicInteger happened = new AtomicInteger();

  ChaosFaults(long seed) {
    random = new Random(seed);
  }

  /** How often something went wrong so far. */
  int happened() {
    return happened.get();
  }

  void begin(SandboxWorld telegram) {
    List.of(
            Fault.loseAnswer(),
            Fault.halfAnswer(),
            Fault.closeBefore(),
            Fault.gateway(502),
            Fault.gatewayAfterDoing(504),
            Fault.unavailableAfterDoing(0),
            Fault.replaceAnswer("{\"ok\":true}"),
            Fault.flood(1))
        .forEach(fault -> telegram.onCall(fault.on("sendMessage").when(this::isHit).always()));
    // All other calls take a while, so that kills fall before they are done, and after it.
    telegram.onCall(slow(true).on("sendMessage").when(params -> random.nextBoolean()).always());
    telegram.onCall(slow(false).on("sendMessage").always());
  }

  /** Of the connections some are cut without an answer or within it, and some before. */
  kz.zharshy.fault.Fault line(int number) {
    int dice = random.nextInt(100);
    if (dice >= 4) {
      return kz.zharshy.fault.Fault.none();
    }
    happened.incrementAndGet();
    int bytes = random.nextInt(400);
    kz.zharshy.fault.Fault.End end =
        dice % 2 == 0 ? kz.zharshy.fault.Fault.End.CLOSED : kz.zharshy.fault.Fault.End.RESET;
    return dice < 3
        ? kz.zharshy.fault.Fault.inAnswer(bytes, end)
        : kz.zharshy.fault.Fault.inRequest(bytes, end);
  }

  private boolean isHit(JsonNode params) {
    boolean hit = params.has("chat_id") && random.nextInt(100) < PERCENT;
    happened.addAndGet(hit ? 1 : 0);
    return hit;
  }

  private Fault slow(boolean done) {
    Effect.Pause pause = () -> TimeUnit.MILLISECONDS.sleep(1 + random.nextInt(SLOWEST_CALL_MILLIS));
    return new Fault("slow", "", params -> true, 1, new Effect.Wait(pause, done));
  }
}
