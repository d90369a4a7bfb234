package kz.zharshy.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The time at the Bot API server, from the {@code Date} header of its answers. */
public final class TelegramTime {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final URI api;

  public TelegramTime(URI api) {
    this.api = api;
  }

  /** The server's time to the second; empty if it does not say. */
  public Optional<Instant> now() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    HttpRequest request =
        HttpRequest.newBuilder(api)
            .timeout(LIMIT)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return client
          .send(request, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("Date")
          .map(TelegramTime::parse);
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Instant parse(String header) {
    return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
