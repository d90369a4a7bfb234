package kz.zharshy.config;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of settings.
 *
 * @param key its full name, for example {@code bot.token}
 * @param type in a word or two, for people
 * @param standard the value where none is given, as one would write it; null for none
 */
record Setting<T>(
    String key, String type, @Nullable String standard, String description, ValueReader<T> reader) {
  /** Whether its value is YAML in an environment variable, too. */
  boolean isStructured() {
    return type.startsWith("list");
  }
}
