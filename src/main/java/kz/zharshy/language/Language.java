package kz.zharshy.language;

import java.util.Locale;
import java.util.Optional;

/** A language that articles are written in and that the bot speaks. */
public enum Language {
  KK("kk", "Қазақша"),
  RU("ru", "Русский"),
  EN("en", "English");

  private final String code;
  private final String ownName;

  Language(String code, String ownName) {
    this.code = code;
    this.ownName = ownName;
  }

  /** The ISO 639-1 code, in lower case, as the queue's {@code language} column holds it. */
  public String code() {
    return code;
  }

  /** Its own name for itself. */
  public String ownName() {
    return ownName;
  }

  /** The locale whose texts and dates are this language's. */
  public Locale locale() {
    return Locale.forLanguageTag(code);
  }

  /** The language of an exact code ({@code kk}, {@code ru}, {@code en}), without regard to case. */
  public static Optional<Language> ofCode(String code) {
    for (Language language : values()) {
      if (language.code.equalsIgnoreCase(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
