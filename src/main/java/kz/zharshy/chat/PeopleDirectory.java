package kz.zharshy.chat;

import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import kz.zharshy.language.Language;

/**
 * What is known of the people who write to the bot. Implementations are safe for several threads.
 */
public interface PeopleDirectory {
  /** What a person may do now; asked anew at every command and at every pressed button. */
  Role role(long userId);

  /** The language that a person chose; empty where the one of their Telegram goes. */
  Optional<Language> language(long userId);

  /** The same people, with the languages that they chose. */
  default PeopleDirectory speaking(LongFunction<Optional<Language>> languages) {
    PeopleDirectory roles = this;
    return new PeopleDirectory() {
      @Override
      public Role role(long userId) {
        return roles.role(userId);
      }

      @Override
      public Optional<Language> language(long userId) {
        return languages.apply(userId);
      }
    };
  }

  /** Only the owners are known. */
  static PeopleDirectory owners(Set<Long> owners) {
    Set<Long> all = Set.copyOf(owners);
    return new PeopleDirectory() {
      @Override
      public Role role(long userId) {
        return all.contains(userId) ? Role.OWNER : Role.READER;
      }

      @Override
      public Optional<Language> language(long userId) {
        return Optional.empty();
      }
    };
  }
}
