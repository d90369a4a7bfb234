package kz.zharshy.post;

import java.util.List;

/**
 * Something in an article that an editor can put right before readers see it.
 *
 * @param kind what it is
 * @param details where it is, for example the word meant; as many as the kind's phrase asks for
 */
public record Warning(Kind kind, List<String> details) {
  public Warning {
    details = List.copyOf(details);
  }

  /** What may be wrong with an article, in the order in which it is told. */
  public enum Kind {
    NO_PICTURE("no-picture"),
    PICTURE_SMALL("picture-small"),
    PICTURE_UNREADABLE("picture-unreadable"),
    HEADLINE_LONG("headline-long"),
    HEADLINE_STOP("headline-stop"),
    HEADLINE_CAPITALS("headline-capitals"),
    HEADLINE_REPEATED("headline-repeated"),
    NO_TEXT("no-text"),
    LANGUAGE("language"),
    MIXED_ALPHABETS("mixed-alphabets"),
    TWO_SPACES("two-spaces"),
    SPACE_BEFORE_MARK("space-before-mark"),
    NO_STOP("no-stop"),
    QUOTE_OPEN("quote-open"),
    LINK_EMPTY("link-empty"),
    MARKUP_SHOWN("markup-shown"),
    MANY_PARTS("many-parts"),
    BUTTONS("buttons");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** A word for programs. */
    public String code() {
      return code;
    }
  }

  static Warning of(Kind kind, String... details) {
    return new Warning(kind, List.of(details));
  }
}
