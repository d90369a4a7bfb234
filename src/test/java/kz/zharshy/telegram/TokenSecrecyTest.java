package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** With every logger of every library at its most talkative, nobody says the token. */
final class TokenSecrecyTest {
  private static final String SECRET = "AAF-not-to-be-seen-by-anybody";
  private static final String REFUSED =
      "{\"ok\":false,\"error_code\":400,\"description\":\"bad call /bot777:" + SECRET + "/getMe\"}";

  private final WireServer server = new WireServer();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final ch.qos.logback.classic.Logger logback =
      ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
  private final Level logbackLevel = logback.getEffectiveLevel();
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
  private final java.util.logging.Level level = root.getLevel();
  private final Handler handler = new Listening();

  @BeforeEach
  void listen() {
    handler.setLevel(java.util.logging.Level.ALL);
    root.setLevel(java.util.logging.Level.ALL);
    root.addHandler(handler);
    appender.start();
    logback.setLevel(Level.TRACE);
    logback.addAppender(appender);
  }

  @AfterEach
  void stop() throws IOException {
    logback.detachAppender(appender);
    logback.setLevel(logbackLevel);
    root.removeHandler(handler);
    root.setLevel(level);
    server.close();
  }

  @Test
  void whateverHappensTheTokenIsNotSaid() {
    List<WireServer.Answer> answers =
        List.of(
            WireServer.json(200, "{\"ok\":true,\"result\":{\"id\":1}}"),
            WireServer.json(400, REFUSED),
            WireServer.json(500, REFUSED),
            WireServer.html(502, "", "<html>" + SECRET),
            WireServer.cut("", whole -> ""),
            WireServer.reset());
    List<String> outcomes = new ArrayList<>();
    BotToken token = new BotToken("777:" + SECRET);
    try (TelegramBotsApi api = new TelegramBotsApi(token, server.address(), CallLimits.USUAL)) {
      for (WireServer.Answer answer : answers) {
        server.answerWith(answer);
        outcomes.add(api.call(ApiCalls.self()).toString());
        outcomes.add(api.download("f", 10).toString());
      }
      outcomes.add(token.toString());
    }

    appender.list.forEach(event -> said.add(event.getFormattedMessage()));
    assertThat(said).isNotEmpty().noneMatch(line -> line.contains(SECRET));
    assertThat(outcomes).noneMatch(line -> line.contains(SECRET));
  }

  private final class Listening extends Handler {
    @Override
    public void publish(LogRecord record) {
      said.add(record.getMessage() + " " + record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
