package kz.zharshy.config;

/**
 * A secret, for example the bot's token. It shows itself only to who asks by name, so that no log
 * line, error or dump of settings can hold it by accident.
 */
public record Secret(String revealed) {
  @Override
  public String toString() {
    return "***";
  }
}
