/**
 * Settings: one table of keys, read from a file and the environment, checked at once.
 *
 * <p>{@link kz.zharshy.config.SettingsTable} names the keys, {@link
 * kz.zharshy.config.SettingsReader} finds their values and collects every mistake, and {@link
 * kz.zharshy.config.Settings} is what the rest of the house gets.
 */
@NullMarked
package kz.zharshy.config;

import org.jspecify.annotations.NullMarked;
