package kz.zharshy.chat;

import java.util.Locale;
import java.util.Set;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A person who writes to the bot.
 *
 * @param language the one in which the bot answers
 * @param role what the person may do
 */
public record Requester(long userId, Language language, Role role) {
  /** Languages whose speakers more often read Russian than English. */
  private static final Set<String> RUSSIAN_TOO =
      Set.of("ru", "be", "uk", "ky", "uz", "tg", "tk", "tt", "ba", "hy", "az", "ka", "mo");

  public boolean mayActAs(Role needed) {
    return role.mayActAs(needed);
  }

  /**
   * The language for a person whose Telegram speaks this one.
   *
   * @param code an IETF tag such as {@code en-GB}; null where Telegram does not tell
   */
  static Language languageOf(@Nullable String code) {
    String primary = code == null ? "" : code.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    if (RUSSIAN_TOO.contains(primary)) {
      return Language.RU;
    }
    return Language.ofCode(primary).orElse(Language.EN);
  }
}
