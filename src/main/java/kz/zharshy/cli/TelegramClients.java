package kz.zharshy.cli;

import kz.zharshy.config.Settings;
import kz.zharshy.telegram.BotApiAddress;
import kz.zharshy.telegram.BotToken;
import kz.zharshy.telegram.CallLimits;
import kz.zharshy.telegram.TelegramBotsApi;

/** The Bot API that the settings name. */
final class TelegramClients {
  private TelegramClients() {}

  /**
   * A client, to be closed.
   *
   * @throws kz.zharshy.config.ConfigurationException if no token is set
   */
  static TelegramBotsApi open(Settings settings) {
    return new TelegramBotsApi(
        new BotToken(settings.requireToken().revealed()),
        BotApiAddress.parse(settings.bot().api().toString()),
        CallLimits.USUAL);
  }
}
