package kz.zharshy.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Something that goes wrong with a call. Made by a factory that says what happens, narrowed by
 * {@link #on}, {@link #when} and {@link #times}; applies to the first such call unless told
 * otherwise.
 *
 * @param name what a person calls it
 * @param method the method's name in the Bot API, without regard to case; empty for every method
 * @param condition which calls it meets, by their parameters as they came: JSON where JSON was
 *     sent, texts where a form was
 * @param times how many calls it meets
 */
public record Fault(
    String name, String method, Predicate<JsonNode> condition, int times, Effect effect) {
  public Fault {
    if (times < 1) {
      throw new IllegalArgumentException("a fault happens at least once");
    }
  }

  /** The call is not carried out; the answer has this code and description. */
  public static Fault refuse(int code, String description) {
    return once("refuse", new Effect.Refuse(code, description, "", 0));
  }

  /** The call is not carried out; Telegram asks to wait this many seconds. */
  public static Fault flood(int retryAfterSeconds) {
    return once(
        "flood",
        new Effect.Refuse(
            429,
            "Too Many Requests: retry after " + retryAfterSeconds,
            "retry_after",
            retryAfterSeconds));
  }

  /** The call is not carried out: its chat became a supergroup of this id. */
  public static Fault moved(long supergroup) {
    return once(
        "moved",
        new Effect.Refuse(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            "migrate_to_chat_id",
            supergroup));
  }

  /** The call is not carried out; a gateway answers with an HTML page. */
  public static Fault gateway(int status) {
    return once("gateway", new Effect.Reply(status, "text/html", "", gatewayPage(status), false));
  }

  /** The call is carried out, yet a gateway answers with an HTML page. */
  public static Fault gatewayAfterDoing(int status) {
    return once("gateway", new Effect.Reply(status, "text/html", "", gatewayPage(status), true));
  }

  /** The call is carried out, yet a gateway answers 503 and asks to retry after this time. */
  public static Fault unavailableAfterDoing(int retryAfterSeconds) {
    String seconds = Integer.toString(retryAfterSeconds);
    return once("gateway", new Effect.Reply(503, "text/html", seconds, gatewayPage(503), true));
  }

  /** The call is carried out, yet the answer is this body with status 200. */
  public static Fault replaceAnswer(String body) {
    return once("answer", new Effect.Reply(200, "application/json", "", body, true));
  }

  /** The call is carried out; the connection closes without an answer. */
  public static Fault loseAnswer() {
    return once("lose", new Effect.Close(true, false));
  }

  /** The call is carried out; the connection closes in the middle of the answer's body. */
  public static Fault halfAnswer() {
    return once("half", new Effect.Close(true, true));
  }

  /** The call is read but not carried out; the connection closes. */
  public static Fault closeBefore() {
    return once("close", new Effect.Close(false, false));
  }

  /** The call is carried out and answered after a delay. */
  public static Fault delay(Duration time) {
    return once("delay", new Effect.Wait(() -> TimeUnit.NANOSECONDS.sleep(time.toNanos()), false));
  }

  /** The call is carried out at once and answered after a delay. */
  public static Fault answerLate(Duration time) {
    return once("late", new Effect.Wait(() -> TimeUnit.NANOSECONDS.sleep(time.toNanos()), true));
  }

  /** The call is carried out at once and answered once the latch is open. */
  public static Fault holdAnswer(CountDownLatch latch) {
    return once("hold", new Effect.Wait(latch::await, true));
  }

  /** The same fault for one method only. */
  public Fault on(String onlyMethod) {
    return new Fault(name, onlyMethod, condition, times, effect);
  }

  /** The same fault for calls with matching parameters only. */
  public Fault when(Predicate<JsonNode> onlyWhen) {
    return new Fault(name, method, onlyWhen, times, effect);
  }

  /** The same fault for this many calls. */
  public Fault times(int howMany) {
    return new Fault(name, method, condition, howMany, effect);
  }

  /** The same fault until it is removed. */
  public Fault always() {
    return times(Integer.MAX_VALUE);
  }

  boolean meets(String calledMethod, JsonNode params) {
    return (method.isEmpty() || method.equalsIgnoreCase(calledMethod)) && condition.test(params);
  }

  private static Fault once(String name, Effect effect) {
    return new Fault(name, "", params -> true, 1, effect);
  }

  private static String gatewayPage(int status) {
    return "<html><head><title>" + status + "</title></head><body>nginx</body></html>\n";
  }
}
