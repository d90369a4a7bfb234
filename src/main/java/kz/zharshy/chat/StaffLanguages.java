package kz.zharshy.chat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * The languages in which people of the newsroom are told what they did not ask: the one that each
 * chose, or else that of the Telegram from which each wrote last. Safe for several threads.
 */
public final class StaffLanguages implements UpdateListener, LongFunction<Optional<Language>> {
  private final PeopleDirectory people;
  private final LongFunction<Optional<Language>> chosen;
  private final Map<Long, Language> heard = new ConcurrentHashMap<>();

  /**
   * The languages.
   *
   * @param people who belongs to the newsroom
   * @param chosen the languages that people chose, by their user id
   */
  public StaffLanguages(PeopleDirectory people, LongFunction<Optional<Language>> chosen) {
    this.people = people;
    this.chosen = chosen;
  }

  @Override
  public void sees(Update update) {
    User from = from(update);
    if (from != null && people.role(from.getId()).mayActAs(Role.AUTHOR)) {
      heard.put(from.getId(), Requester.languageOf(from.getLanguageCode()));
    }
  }

  private static @Nullable User from(Update update) {
    if (update.getMessage() != null) {
      return update.getMessage().getFrom();
    }
    return update.getCallbackQuery() == null ? null : update.getCallbackQuery().getFrom();
  }

  @Override
  public Optional<Language> apply(long userId) {
    return chosen.apply(userId).or(() -> Optional.ofNullable(heard.get(userId)));
  }
}
