package kz.zharshy.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import kz.zharshy.chat.Buckets.Taken;

/**
 * What one reader may ask, so that nobody else has to wait: so much at once, and then as fast as
 * Telegram lets the bot answer. Who asks more is told so once and hears nothing more for a while.
 * The newsroom is not counted. A restart begins anew. Safe for use by several threads.
 */
public final class ReaderRateLimit {
  /** What an update deserves. */
  enum Verdict {
    ANSWER,
    /** It is one too many, and the reader is told. */
    TELL,
    /** The button that was pressed is let go, and nothing else happens. */
    RELEASE,
    NOTHING
  }

  /** By these a group tells that it has another number. */
  private static final List<String> MOVES = List.of("migrate_to_chat_id", "migrate_from_chat_id");

  /** Verdicts other than an answer that wait for their update to be handled. */
  private static final int MOST_VERDICTS = 10_000;

  private final PeopleDirectory people;

  /** Telegram takes one message a second to a chat; twenty answers are read in no less. */
  private final Buckets privately;

  private final Buckets releases;

  /** An inline query comes with each letter that is typed. */
  private final Buckets inline;

  /** Telegram takes twenty messages a minute to a group; one person gets half of them. */
  private final Buckets inGroups;

  private final Buckets groups;
  private final Buckets greetings;
  private final Map<Long, Verdict> verdicts = new LinkedHashMap<>();

  /**
   * @param people whose roles tell who belongs to the newsroom
   * @param nanos a monotonic clock
   */
  public ReaderRateLimit(PeopleDirectory people, LongSupplier nanos) {
    this.people = people;
    this.privately = new Buckets(20, Duration.ofSeconds(1), nanos);
    this.releases = new Buckets(20, Duration.ofSeconds(1), nanos);
    this.inline = new Buckets(30, Duration.ofMillis(500), nanos);
    this.inGroups = new Buckets(6, Duration.ofSeconds(6), nanos);
    this.groups = new Buckets(20, Duration.ofSeconds(3), nanos);
    this.greetings = new Buckets(1, Duration.ofDays(1), nanos);
  }

  /**
   * What an update deserves that has come now.
   *
   * @throws kz.zharshy.store.StoreException if the database cannot be read now
   */
  synchronized Verdict judge(long id, JsonNode update) {
    Verdict verdict = verdict(update);
    if (verdict == Verdict.TELL || verdict == Verdict.RELEASE) {
      verdicts.put(id, verdict);
      if (verdicts.size() > MOST_VERDICTS) {
        verdicts.remove(verdicts.keySet().iterator().next());
      }
    }
    return verdict;
  }

  /** What was found when it came; an answer, where nothing is known of it. */
  synchronized Verdict of(long id) {
    return verdicts.getOrDefault(id, Verdict.ANSWER);
  }

  private Verdict verdict(JsonNode update) {
    if (update.has("message")) {
      return message(update.get("message"));
    }
    if (update.has("callback_query")) {
      return press(update.get("callback_query"));
    }
    if (update.has("inline_query")) {
      long person = person(update.get("inline_query"));
      return inline.take(person) == Taken.YES || isOfTheNewsroom(person)
          ? Verdict.ANSWER
          : Verdict.NOTHING;
    }
    return update.has("my_chat_member") ? standing(update.get("my_chat_member")) : Verdict.ANSWER;
  }

  private Verdict message(JsonNode message) {
    if (isPrivate(message)) {
      return privately(person(message));
    }
    if (message.has("sender_chat") || MOVES.stream().anyMatch(message::has)) {
      return Verdict.ANSWER;
    }
    // What people say to each other is not even stored.
    String text = message.path("text").asText(message.path("caption").asText()).strip();
    boolean spoken = text.startsWith("/") || text.startsWith("@");
    return spoken && mayAskInGroup(message, person(message)) ? Verdict.ANSWER : Verdict.NOTHING;
  }

  private Verdict press(JsonNode press) {
    long person = person(press);
    JsonNode message = press.path("message");
    if (message.isMissingNode() || isPrivate(message)) {
      Verdict verdict = privately(person);
      return verdict == Verdict.NOTHING ? release(person) : verdict;
    }
    return mayAskInGroup(message, person) ? Verdict.ANSWER : release(person);
  }

  /** A button that is not let go of seems stuck to the one who pressed it. */
  private Verdict release(long person) {
    return releases.take(person) == Taken.YES ? Verdict.RELEASE : Verdict.NOTHING;
  }

  private Verdict privately(long person) {
    Taken taken = privately.take(person);
    if (taken == Taken.CLOSED) {
      return Verdict.NOTHING;
    }
    if (taken == Taken.YES || isOfTheNewsroom(person)) {
      return Verdict.ANSWER;
    }
    privately.close(person);
    return Verdict.TELL;
  }

  private boolean mayAskInGroup(JsonNode message, long person) {
    boolean taken =
        inGroups.take(person) == Taken.YES
            && groups.take(message.path("chat").path("id").asLong()) == Taken.YES;
    return taken || isOfTheNewsroom(person);
  }

  /** Who adds the bot to a group and takes it out again and again does not make it chatter. */
  private Verdict standing(JsonNode change) {
    return isPrivate(change) || greetings.take(change.path("chat").path("id").asLong()) == Taken.YES
        ? Verdict.ANSWER
        : Verdict.NOTHING;
  }

  private static boolean isPrivate(JsonNode message) {
    return message.path("chat").path("type").asText().equals("private");
  }

  private static long person(JsonNode asked) {
    return asked.path("from").path("id").asLong();
  }

  boolean isOfTheNewsroom(long person) {
    return people.role(person).mayActAs(Role.AUTHOR);
  }
}
