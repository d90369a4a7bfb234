package kz.zharshy.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Where the Bot API is: {@code https://api.telegram.org}, or a server of one's own.
 *
 * @param scheme {@code http} or {@code https}
 */
public record BotApiAddress(String scheme, String host, int port) {
  /** Telegram's own. */
  public static final BotApiAddress TELEGRAM = parse("https://api.telegram.org");

  /**
   * Reads an address such as {@code http://127.0.0.1:8081}.
   *
   * @throws IllegalArgumentException if it is not a scheme, a host and perhaps a port
   */
  public static BotApiAddress parse(String text) {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null) {
      throw wrong(text, "does not start with http:// or https:// and a host");
    }
    if (!Set.of("", "/").contains(uri.getRawPath())
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      // TelegramBots builds its URLs from scheme, host and port alone and would drop the rest.
      throw wrong(text, "has a path, which is not supported");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("The Bot API address has a user name; leave it out.");
    }
    int port = uri.getPort() == -1 ? HttpUrl.defaultPort(scheme) : uri.getPort();
    if (port < 1 || port > 65535) {
      throw wrong(text, "has a port that does not exist");
    }
    return new BotApiAddress(scheme, uri.getHost(), port);
  }

  TelegramUrl telegramUrl() {
    return new TelegramUrl(scheme, host, port, false);
  }

  HttpUrl.Builder url() {
    return new HttpUrl.Builder().scheme(scheme).host(host).port(port);
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw wrong(text, "is not a URL");
    }
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "The Bot API address \"%s\" %s. Write it like https://api.telegram.org or http://127.0.0.1:8081."
            .formatted(text, why));
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
