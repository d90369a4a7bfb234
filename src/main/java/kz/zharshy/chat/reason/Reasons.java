package kz.zharshy.chat.reason;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/**
 * Says in a person's language what the queue, the publisher and Telegram note in English. What is
 * not known here stays as it is: a strange reason is better than none. Safe for use by several
 * threads.
 */
public final class Reasons {
  private static final Phrases PHRASES = Phrases.of("chat/reason");
  private static final DateWords DATES = new DateWords();

  /** A reason in a reason in a reason; deeper none goes. */
  private static final int DEEPEST = 4;

  /** How something is noted, and how it is said; groups are said by the same rows. */
  private record Row(Pattern noted, String key) {}

  /** The first that fits. Telegram's words are not documented, so that a part of them must do. */
  private static final List<Row> ROWS =
      List.of(
          row("part (\\d+) of (\\d+)", "reason.part"),
          row("part (\\d+) of (\\d+)(?:: | )(.+)", "reason.part.more"),
          row("(?:as )?message (\\d+) of (\\S+)", "reason.message"),
          row("as an editor says, nobody knows as which message", "reason.somewhere"),
          row("in its turn", "reason.turn"),
          row("for (\\S+Z)", "reason.for"),
          row("until (\\S+Z)", "reason.until"),
          row("no room for the links to the updates", "reason.no-room-updates"),
          row("no room for the links to the other versions", "reason.no-room-versions"),
          row(
              "not changed: the post would have more parts by now; correct the article",
              "reason.more-parts"),
          row("to the place of No\\. (\\d+)", "reason.place"),
          row("parts were deleted by hand", "reason.by-hand"),
          row(
              "not changed: the post would have more parts by now; correct the article",
              "reason.more-parts"),
          row("no room for the links to the other versions", "reason.no-room.versions"),
          row("no room for the links to the updates", "reason.no-room.updates"),
          row("not changed: (.+)", "reason.unchanged"),
          row("not deleted: (.+)", "reason.not-deleted"),
          row("without the new picture, as Telegram says: (.+)", "reason.no-new-picture"),
          row("(with(?:out)? the pictures? ?.*?), as (?:Telegram says: )?(.+)", "reason.way"),
          row("without the picture", "reason.way.none"),
          row("with the picture as a file", "reason.way.file"),
          row("with the pictures? uploaded by the bot", "reason.way.uploaded"),
          row("with the pictures uploaded by the bot, without (\\d+) of them", "reason.way.fewer"),
          row("with the picture scaled to (\\S+)", "reason.way.scaled"),
          row("@(\\w+): (.+)", "reason.channel"),
          row("(?:Telegram: |Telegram says: )(.+)", "reason.telegram"),
          row("Database: (.+)", "reason.database"),
          row("The queue refuses it: (.+)\\.", "reason.queue"),
          row("Its time to go out ended at (\\S+Z)\\.", "reason.expired"),
          row("It was due at (\\S+Z) and is late after an outage.*", "reason.late"),
          row(
              "The article says nothing that can be shown: give it a headline or a text\\.",
              "reason.nothing"),
          row(
              "The article would need (?:at least )?(\\d+) messages, the limit is (\\d+): shorten it\\.",
              "reason.too-many"),
          row(
              "The template (.+), line (\\d+), cannot lay out this article: (.+)",
              "reason.template"),
          row("No post could be made of it: (.+)", "reason.post"),
          row("The bot made a call that the Bot API does not know: (.+)", "reason.call"),
          row(
              "A part may or may not be in the channel; it is being looked for\\.",
              "reason.looking"),
          row("Part (\\d+) of (\\d+) may or may not be in the channel\\. (.+)", "reason.doubt"),
          row("It has no text by which it could be known again\\.", "reason.no-text"),
          row("The channel's content is protected, so the bot cannot look\\.", "reason.protected"),
          row("Too much was posted in the channel since\\.", "reason.much"),
          row(
              "A post of the same words is there, but it may be somebody else's\\.",
              "reason.same-words"),
          row(
              "The bot has not yet seen how far the channel's messages are numbered\\.",
              "reason.numbers"),
          row(
              "There is no log chat \\(bot\\.log-chat\\) in which the bot could look\\.",
              "reason.no-log-chat"),
          row("The bot was stopped while this part was on its way\\.", "reason.stopped"),
          row("Telegram said yes, but named no message\\.", "reason.no-number"),
          row("it was withdrawn before it went out", "reason.withdrawn"),
          row("The database (.+) is locked by another program\\..*", "reason.locked"),
          row("The disk of the database (.+) is full\\..*", "reason.full"),
          row("The database (.+) cannot be read or written \\(.*", "reason.disk"),
          row("The database (.+) is damaged.*", "reason.damaged"),
          row("title must have at most (\\d+) characters", "reason.long-title"),
          row("body must be text of at most (\\d+) characters", "reason.long-body"),
          row("title must not be blank", "reason.blank-title"),
          row("(.+) is empty\\.(?: Put a headline and a text in it\\.)?", "reason.empty"),
          row("(.+) is not text\\. .*", "reason.no-words"),
          row("(.+) has no headline\\. .*", "reason.no-headline"),
          row("(.+) is an old Word document\\. .*", "reason.word.old"),
          row("(.+) is locked with a password\\. .*", "reason.word.locked"),
          row("(.+) is broken or cut off\\. .*", "reason.word.broken"),
          row("(.+) holds no Word document\\. .*", "reason.word.none"),
          row("(.+) unpacks to far more than an article\\. .*", "reason.word.huge"),
          row("(.+) is not valid JSON(.*)", "reason.json"),
          row("(.+) answers (\\d+)\\. Check the address in a browser\\.", "reason.answers"),
          row("(.+) cannot be fetched: there is no host (\\S+)\\. .*", "reason.no-host"),
          row("(.+) took longer than (\\d+) seconds\\. Try again later\\.", "reason.slow"),
          row("(.+) cannot be fetched: (.+)\\. Try again later\\.", "reason.not-fetched"),
          row(
              "(.+) is refused: (.+)\\. Only pages of the internet are fetched\\.",
              "reason.private"),
          row("(.+) is larger than (\\d+) MB, which is too much to fetch\\.", "reason.huge-page"),
          row("\"(.+)\" is no rule\\. Write for example: (.+)\\.", "reason.no-rule"),
          row("\"(.+)\" is no day of the week\\.", "reason.no-day"),
          row("\"(.+)\" is no time of the day\\.", "reason.no-time"),
          row("Breaking news know no quiet hours\\.", "reason.breaking-quiet"),
          row("The spacing is 0 to 1440 minutes\\.", "reason.spacing"),
          row("A burst is 0 to 3600 seconds\\.", "reason.burst"),
          row("The slot (\\S+) lies in the quiet hours (\\S+)\\.", "reason.slot-quiet"),
          row("Quiet hours need an end that is not their beginning\\.", "reason.quiet-end"),
          row(".+ had no answer within \\d+ ms", "reason.no-answer"),
          row("HTTP (\\d+) with .+", "reason.server"),
          row("(?:interrupted (?:before|while) .+|.+ came after the end)", "reason.ending"),
          row("\\w+: (?:java\\.|javax\\.|okhttp3\\.).*(?:Exception|Error).*", "reason.no-line"),
          row(
              "(?i).*(?:not enough rights|need administrator rights|have no rights to send|chat_write_forbidden|chat_admin_required|chat_send_).*",
              "reason.rights"),
          row("(?i).*(?:not a member|was kicked|channel_private).*", "reason.not-there"),
          row("(?i).*chat not found.*", "reason.no-chat"),
          row(
              "(?i).*(?:chat was deactivated|chat was deleted|channel_invalid).*",
              "reason.chat-gone"),
          row(
              "(?i).*(?:message is too long|message_too_long|caption is too long).*",
              "reason.too-long"),
          row(
              "(?i).*(?:wrong file identifier|failed to get http url content|wrong type of the web page|invalid file http url|webpage_).*",
              "reason.picture-address"),
          row(
              "(?i).*(?:photo_|image_process_failed|media_empty|media_invalid|file is too big|file must be non-empty|can't use file of type).*",
              "reason.picture"),
          row("(?i).*message can't be deleted.*", "reason.cannot-delete"),
          row("(?i).*message can't be edited.*", "reason.cannot-edit"),
          row("(?i).*too many requests.*", "reason.flood"),
          row("(?i).*(?:401 )?unauthorized.*", "reason.token"));

  private final ZoneId zone;

  /**
   * @param zone in which moments are told
   */
  public Reasons(ZoneId zone) {
    this.zone = zone;
  }

  /** The reason in this language. */
  public String in(Language language, String reason) {
    return said(language, reason, 0);
  }

  private String said(Language language, String reason, int depth) {
    for (Row row : ROWS) {
      Matcher matcher = row.noted().matcher(reason);
      if (depth < DEEPEST && matcher.matches()) {
        Object[] groups = new Object[matcher.groupCount()];
        for (int i = 0; i < groups.length; i++) {
          groups[i] = said(language, matcher.group(i + 1), depth + 1);
        }
        return PHRASES.get(language, row.key(), groups);
      }
    }
    return moment(language, reason);
  }

  private String moment(Language language, String reason) {
    if (!reason.endsWith("Z")) {
      return reason;
    }
    try {
      return DATES.dateTime(language, LocalDateTime.ofInstant(Instant.parse(reason), zone));
    } catch (DateTimeException e) {
      return reason;
    }
  }

  private static Row row(String noted, String key) {
    return new Row(Pattern.compile(noted, Pattern.DOTALL), key);
  }
}
