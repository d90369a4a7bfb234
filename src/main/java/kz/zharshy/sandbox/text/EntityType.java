package kz.zharshy.sandbox.text;

import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of entities, and how those of the same range nest: the outer one has the lower rank.
 */
public enum EntityType {
  MENTION("mention", 50, Nature.FOUND),
  HASHTAG("hashtag", 50, Nature.FOUND),
  CASHTAG("cashtag", 50, Nature.FOUND),
  BOT_COMMAND("bot_command", 50, Nature.FOUND),
  URL("url", 50, Nature.FOUND),
  EMAIL("email", 50, Nature.FOUND),
  BANK_CARD("bank_card_number", 50, Nature.FOUND),
  PHONE_NUMBER("phone_number", 50, Nature.FOUND),
  BOLD("bold", 90, Nature.STYLE),
  ITALIC("italic", 91, Nature.STYLE),
  UNDERLINE("underline", 92, Nature.STYLE),
  STRIKETHROUGH("strikethrough", 93, Nature.STYLE),
  SPOILER("spoiler", 94, Nature.STYLE),
  BLOCKQUOTE("blockquote", 0, Nature.QUOTE),
  EXPANDABLE_BLOCKQUOTE("expandable_blockquote", 0, Nature.QUOTE),
  CODE("code", 20, Nature.CODE),
  PRE("pre", 11, Nature.CODE),
  /** A {@code pre} that names its language; the Bot API calls both {@code pre}. */
  PRE_CODE("pre", 10, Nature.CODE),
  TEXT_LINK("text_link", 49, Nature.GIVEN),
  TEXT_MENTION("text_mention", 49, Nature.GIVEN),
  DATE_TIME("date_time", 49, Nature.GIVEN),
  CUSTOM_EMOJI("custom_emoji", 99, Nature.GIVEN);

  /** How entities behave where they overlap. */
  enum Nature {
    /** Telegram finds it by itself; given by a bot, it is dropped. */
    FOUND,
    /** A whole that cannot be cut. */
    GIVEN,
    /** A style, which is cut at the borders of others. */
    STYLE,
    /** Can contain others, but not itself. */
    QUOTE,
    /** Can contain nothing. */
    CODE
  }

  private final String word;
  private final int rank;
  private final Nature nature;

  EntityType(String word, int rank, Nature nature) {
    this.word = word;
    this.rank = rank;
    this.nature = nature;
  }

  /** The Bot API's {@code type}. */
  public String word() {
    return word;
  }

  /** The type of a Bot API word; a {@code pre} is one without a language. */
  public static Optional<EntityType> ofWord(String word) {
    for (EntityType type : values()) {
      if (type.word.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether Telegram finds it by itself. */
  public boolean isFound() {
    return nature == Nature.FOUND;
  }

  int rank() {
    return rank;
  }

  boolean isStyle() {
    return nature == Nature.STYLE;
  }

  boolean isQuote() {
    return nature == Nature.QUOTE;
  }

  boolean isCode() {
    return nature == Nature.CODE;
  }

  /** Whether it cannot be cut and cannot lie inside another such entity. */
  boolean isWhole() {
    return nature == Nature.FOUND || nature == Nature.GIVEN;
  }

  /** As Telegram's errors name it. */
  String errorName() {
    StringBuilder name = new StringBuilder();
    for (String part : (this == TEXT_LINK ? "TEXT_URL" : name()).split("_", -1)) {
      name.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
