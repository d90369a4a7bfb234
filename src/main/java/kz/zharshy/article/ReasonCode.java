package kz.zharshy.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that the bot says of an article, a part, a source, Telegram or its database: why
 * something is held, refused or late, and what was done instead. Each has a phrase in every
 * language, and arguments of which the phrase speaks.
 *
 * <p>The codes are stored, so that a constant is never renamed and its arguments never change: a
 * new meaning is a new constant.
 */
public enum ReasonCode {
  /** Somebody's own words: of another program, of an editor, or of a newer version of the bot. */
  WORDS(Argument.TEXT),

  // What the history says beside an event.
  PART(Argument.NUMBER, Argument.NUMBER),
  PART_MORE(Argument.NUMBER, Argument.NUMBER, Argument.REASON),
  MESSAGE(Argument.NUMBER, Argument.TEXT),
  MESSAGE_UNKNOWN,
  IN_TURN,
  AT(Argument.TIME),
  UNTIL(Argument.TIME),
  PLACE_OF(Argument.NUMBER),
  PARTS_DELETED_BY_HAND,
  POSTS_DELETED_BY_HAND,
  NO_ROOM_FOR_VERSIONS,
  NO_ROOM_FOR_UPDATES,
  LINKS_NEED_MORE_PARTS,
  LINKS_UNCHANGED(Argument.REASON),
  NOT_DELETED(Argument.REASON),
  WITHOUT_NEW_PICTURE(Argument.REASON),
  NUMBER_UNKNOWN,

  // Another way to send a part, and why.
  WAY(Argument.REASON, Argument.REASON),
  WITHOUT_PICTURE,
  WITHOUT_VIDEO,
  PICTURE_AS_FILE,
  PICTURE_UPLOADED,
  PICTURES_UPLOADED,
  PICTURES_UPLOADED_FEWER(Argument.COUNT),
  PICTURE_SCALED(Argument.TEXT),
  /** Why Telegram does not take the picture, and how often another way was begun. */
  PICTURE_TO_SAVE(Argument.REASON, Argument.NUMBER),
  PICTURE_DIMENSIONS(Argument.TEXT),
  FILE_ABOVE_LIMIT(Argument.TEXT, Argument.NUMBER, Argument.NUMBER),
  PICTURE_NOT_HERE(Argument.TEXT),

  // Why an article is where it is.
  EXPIRED(Argument.TIME),
  LATE(Argument.TIME),
  LATE_DROPPED,
  LATE_IN_DIGEST(Argument.NUMBER),
  RESTORED,
  WITHDRAWN_BEFORE_SENT,
  NOTHING_TO_SHOW,
  TOO_MANY_PARTS(Argument.COUNT, Argument.NUMBER),
  FAR_TOO_MANY_PARTS(Argument.COUNT, Argument.NUMBER),
  TEMPLATE_FAILS(Argument.TEXT, Argument.NUMBER, Argument.TEXT, Argument.ASIDE),
  TEMPLATE_NO_VALUE(Argument.TEXT, Argument.NUMBER, Argument.TEXT),
  NO_POST(Argument.ASIDE),
  CALL_UNKNOWN(Argument.ASIDE),
  PART_TOO_NEW(Argument.NUMBER),

  // A part of which nobody knows whether it is in the channel.
  LOOKING,
  DOUBT(Argument.NUMBER, Argument.NUMBER, Argument.REASON),
  NO_TEXT_TO_KNOW_BY,
  CONTENT_PROTECTED,
  TOO_MUCH_SINCE,
  SAME_WORDS_THERE,
  NUMBERS_UNSEEN,
  NO_LOG_CHAT,
  LOG_CHAT_LOST(Argument.NUMBER),
  STOPPED_WHILE_SENDING,
  YES_WITHOUT_MESSAGE,

  // What fails again and again, and what to do about it.
  /** Number of the article, and how often its part was sent. */
  PART_REPEATED(Argument.NUMBER, Argument.NUMBER),
  SENT_IN_VAIN(Argument.NUMBER),
  LOOKING_REFUSED(Argument.REASON),
  FEED_REPEATED(Argument.TEXT, Argument.REASON),
  INBOX_REPEATED(Argument.TEXT, Argument.TEXT),
  FLOOD_REPEATED(Argument.TEXT),

  // A call that brought no answer of Telegram's.
  NO_ANSWER_IN_TIME(Argument.ASIDE, Argument.ASIDE),
  TELEGRAM_FAULT(Argument.NUMBER, Argument.ASIDE),
  NO_RESULT(Argument.ASIDE),
  NO_CONNECTION(Argument.ASIDE),
  BOT_STOPPING(Argument.ASIDE),

  // What Telegram says no to; beside it its own words.
  TELEGRAM_SAYS(Argument.TEXT),
  NO_RIGHTS(Argument.ASIDE),
  NOT_IN_CHANNEL(Argument.ASIDE),
  NO_SUCH_CHAT(Argument.ASIDE),
  CHAT_GONE(Argument.ASIDE),
  TEXT_TOO_LONG(Argument.ASIDE),
  PICTURE_NOT_FETCHED(Argument.ASIDE),
  PICTURE_REFUSED(Argument.ASIDE),
  FILE_UNREADABLE(Argument.TEXT),
  CANNOT_DELETE(Argument.ASIDE),
  CANNOT_EDIT(Argument.ASIDE),
  FLOOD(Argument.ASIDE),
  TOKEN_REFUSED(Argument.ASIDE),

  // What keeps the bot from publishing.
  TELEGRAM_TROUBLE(Argument.REASON),
  DATABASE_TROUBLE(Argument.REASON),
  CHANNEL_TROUBLE(Argument.TEXT, Argument.REASON),
  STARTING,
  INDEX_TROUBLE(Argument.ASIDE),
  INBOX_TROUBLE(Argument.TEXT),
  // What the bot can be at work on, by number, address or name.
  TASK_ARTICLE(Argument.TEXT),
  TASK_UPDATE(Argument.TEXT),
  TASK_FEED(Argument.TEXT),
  TASK_PICTURE(Argument.TEXT),
  TASK_FILE(Argument.TEXT),
  TASK_INDEX(Argument.TEXT),
  TASK_FOLLOWERS(Argument.TEXT),
  ENDED_THE_BOT(Argument.TEXT),
  WORKER_STUCK(Argument.TEXT, Argument.NUMBER, Argument.ASIDE),
  WORKER_DEAD(Argument.TEXT),
  WORKER_FAILS(Argument.TEXT, Argument.ASIDE),
  POLL_CONFLICT(Argument.ASIDE),
  FOREIGN_COPY(),
  FOREIGN_WEBHOOK(Argument.TEXT),
  POLL_TOKEN_REFUSED(Argument.ASIDE),
  POLL_FLOOD(Argument.ASIDE),
  POLL_UNREACHABLE(Argument.ASIDE),
  POLL_NOT_STORED(Argument.ASIDE),
  LOG_CHAT_GONE(Argument.NUMBER, Argument.REASON),
  LOG_CHAT_MOVED(Argument.NUMBER, Argument.NUMBER),
  PERSON_UNREACHABLE(Argument.TEXT, Argument.NUMBER, Argument.REASON),
  SHUT_OUT,
  NOBODY_REACHABLE(Argument.COUNT),
  NOTICES_REACH(Argument.TEXT),

  // The database.
  DATABASE_LOCKED(Argument.ASIDE),
  DATABASE_FULL(Argument.ASIDE),
  DATABASE_UNUSABLE(Argument.ASIDE, Argument.ASIDE),
  DATABASE_DAMAGED(Argument.ASIDE, Argument.ASIDE),
  DATABASE_FAILED(Argument.ASIDE, Argument.ASIDE),
  DATABASE_CLOSED(Argument.ASIDE),
  DATABASE_MOVED(Argument.ASIDE),
  ANOTHER_COPY(Argument.ASIDE),
  /** What only whoever starts the bot is told, on the terminal. */
  OPERATOR(Argument.ASIDE),

  // The rules of the queue.
  QUEUE_REFUSES(Argument.REASON),
  QUEUE_SAYS(Argument.TEXT),
  ID_GIVEN,
  EXTERNAL_ID_EMPTY,
  TITLE_BLANK,
  TITLE_WITH_NUL,
  TITLE_TOO_LONG(Argument.COUNT),
  SUMMARY_TOO_LONG(Argument.COUNT),
  BODY_TOO_LONG(Argument.COUNT),
  COLUMN_ONE_OF(Argument.TEXT, Argument.TEXT),
  COLUMN_NO_ADDRESS(Argument.TEXT),
  COLUMN_NO_LIST(Argument.TEXT),
  COLUMN_NO_ARTICLE(Argument.TEXT),
  COLUMN_NO_TIME(Argument.TEXT),
  COLUMN_NO_SWITCH(Argument.TEXT),
  EXPIRES_BEFORE_PUBLISHED,
  AUDIT_STAYS,
  ARTICLE_KNOWN(Argument.TEXT, Argument.NUMBER),

  // Rules of a timetable.
  NO_RULE(Argument.TEXT, Argument.TEXT),
  NO_DAY(Argument.TEXT),
  NO_TIME_OF_DAY(Argument.TEXT),
  BREAKING_IS_NEVER_QUIET,
  SPACING_OUT_OF_RANGE,
  BURST_OUT_OF_RANGE,
  SLOT_IN_QUIET_HOURS(Argument.TEXT, Argument.TEXT),
  QUIET_WITHOUT_END,

  // What was to be read as an article; the first argument names the source.
  EMPTY(Argument.TEXT),
  NOT_TEXT(Argument.TEXT),
  NO_HEADLINE(Argument.TEXT),
  NO_HEADLINE_IN_HTML(Argument.TEXT),
  NO_HEADLINE_IN_MARKDOWN(Argument.TEXT),
  TOO_MANY_TAGS(Argument.TEXT, Argument.NUMBER),
  FILE_TOO_LARGE(Argument.TEXT, Argument.NUMBER),
  /** How many elements it has, and how many megabytes. */
  TOO_MUCH_AT_ONCE(Argument.TEXT, Argument.NUMBER, Argument.NUMBER),
  DOCX_OLD(Argument.TEXT),
  DOCX_LOCKED(Argument.TEXT),
  DOCX_BROKEN(Argument.TEXT),
  DOCX_MISSING(Argument.TEXT),
  DOCX_TOO_LARGE(Argument.TEXT),
  JSON_INVALID(Argument.TEXT, Argument.NUMBER, Argument.NUMBER, Argument.ASIDE),
  JSON_WITHOUT_ARTICLE(Argument.TEXT),
  FRONT_MATTER_INVALID(Argument.TEXT, Argument.NUMBER, Argument.ASIDE),
  FRONT_MATTER_WITHOUT_KEYS(Argument.TEXT),
  /** One mistake of a source. */
  MISTAKE(Argument.TEXT, Argument.REASON),
  /** Several mistakes of a source, told at once. */
  MISTAKES(Argument.TEXT, Argument.COUNT, Argument.REASONS),

  // A mistake in one of the fields of an article; the first argument names the key.
  FIELD_OF_QUEUE(Argument.TEXT),
  FIELD_UNKNOWN(Argument.TEXT, Argument.TEXT),
  FIELD_NOT_ALLOWED(Argument.TEXT, Argument.TEXT, Argument.TEXT),
  FIELD_NO_OBJECT(Argument.TEXT),
  FIELD_NO_TITLE(Argument.TEXT),
  FIELD_NO_BODY(Argument.TEXT),
  FIELD_NO_TEXT(Argument.TEXT, Argument.REASON),
  FIELD_NO_TIME(Argument.TEXT, Argument.TEXT),
  FIELD_NO_ADDRESS(Argument.TEXT, Argument.TEXT),
  FIELD_NO_CHANNEL(Argument.TEXT, Argument.TEXT),
  FIELD_NO_NUMBER(Argument.TEXT, Argument.TEXT),
  FIELD_NO_BOOLEAN(Argument.TEXT, Argument.TEXT),
  FIELD_NO_ARRAY(Argument.TEXT, Argument.REASON),
  FIELD_BROKEN_ARRAY(Argument.TEXT),
  FIELD_NO_ARRAY_OF_TEXTS(Argument.TEXT, Argument.REASON),
  FIELD_NO_PICTURE(Argument.TEXT, Argument.TEXT),
  AN_ARRAY,
  AN_OBJECT,
  A_TEXT,
  A_NUMBER(Argument.TEXT),
  A_VALUE(Argument.TEXT),

  // Feeds and pages; the first argument is the address.
  FEED_INVALID(Argument.TEXT, Argument.ASIDE),
  FEED_WITHOUT_ITEMS(Argument.TEXT),
  FEED_WITH_DOCTYPE(Argument.TEXT),
  FEED_NO_XML(Argument.TEXT),
  FEED_OTHER_XML(Argument.TEXT, Argument.TEXT),
  FEED_CUT_OFF(Argument.TEXT),
  FEED_LEAVES_OUT(Argument.TEXT),
  PAGE_KNOWN(Argument.TEXT),
  SAYS_THE_SAME(Argument.TEXT, Argument.NUMBER),
  PAGE_EMPTY(Argument.TEXT),
  PAGE_TOO_LARGE(Argument.TEXT, Argument.NUMBER),
  PAGE_ANSWERS(Argument.TEXT, Argument.NUMBER),
  PAGE_REDIRECTS(Argument.TEXT, Argument.NUMBER),
  PAGE_TIMEOUT(Argument.TEXT, Argument.NUMBER),
  PAGE_NOT_FETCHED(Argument.TEXT, Argument.ASIDE),
  ADDRESS_INVALID(Argument.TEXT),
  HOST_UNKNOWN(Argument.TEXT, Argument.TEXT),
  HOST_PRIVATE(Argument.TEXT, Argument.TEXT, Argument.TEXT),
  HOST_UNUSUAL(Argument.TEXT, Argument.TEXT);

  /** What an argument is, and so how it is told. */
  public enum Argument {
    /** Told as it is: a name, an address, words of somebody else's. */
    TEXT,
    /** A whole number that changes no word beside it. */
    NUMBER,
    /** A whole number by which the phrase has its plural forms; at most one of a code. */
    COUNT,
    /** A moment, told in the newsroom's time zone. */
    TIME,
    /** A reason in this reason. */
    REASON,
    /** Reasons, a line each. */
    REASONS,
    /** A detail for log and terminal only, in whatever words; people are not told it. */
    ASIDE
  }

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that nobody can change.
  private final List<Argument> arguments;

  ReasonCode(Argument... arguments) {
    this.arguments = List.of(arguments);
  }

  /** The code of this text, if this version of the bot knows it. */
  public static Optional<ReasonCode> ofText(String text) {
    return Arrays.stream(values()).filter(code -> code.text().equals(text)).findFirst();
  }

  /** As it is stored, and the key of its phrase: {@code late-in-digest}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its arguments are, in their order. */
  public List<Argument> arguments() {
    return arguments;
  }
}
