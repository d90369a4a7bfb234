package kz.zharshy.config;

/**
 * One mistake in the settings.
 *
 * @param place {@code FILE:LINE:COLUMN}, or the name of an environment variable
 * @param key the setting's full name, for example {@code bot.token}; empty where it is no setting's
 * @param message what is wrong and how to mend it; never holds a secret
 */
public record Problem(String place, String key, String message) {
  @Override
  public String toString() {
    return key.isEmpty() ? place + ": " + message : place + ": " + key + ": " + message;
  }
}
