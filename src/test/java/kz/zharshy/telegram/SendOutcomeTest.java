package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What a caller learns of a send, whatever the wire does; the server sees one request each time.
 */
final class SendOutcomeTest {
  private static final String POSTED =
      "{\"ok\":true,\"result\":{\"message_id\":42,\"date\":1790000000,\"chat\":{\"id\":-1001,"
          + "\"type\":\"channel\",\"title\":\"News\"},\"text\":\"Сәлем\"}}";

  private static final CallLimits SHORT =
      new CallLimits(
          Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ZERO);

  private final WireServer server = new WireServer();
  private CallLimits limits = CallLimits.USUAL;

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void aPostIsDoneAndItsNumberKnown() {
    server.answerWith(WireServer.json(200, POSTED));

    Outcome<List<Message>> outcome = send();

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Done<List<Message>>) outcome).result())
        .extracting(Message::getMessageId)
        .containsExactly(42);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aPostThatTheModelCannotReadIsDoneIfItsNumberIsKnown() {
    server.answerWith(
        WireServer.json(
            200, "{\"ok\":true,\"result\":{\"message_id\":43,\"entities\":\"of another kind\"}}"));

    Outcome<List<Message>> outcome = send();

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Done<List<Message>>) outcome).result())
        .extracting(Message::getMessageId)
        .containsExactly(43);
  }

  @Test
  void anAlbumIsAllItsMessages() {
    server.answerWith(
        WireServer.json(
            200, "{\"ok\":true,\"result\":[{\"message_id\":7,\"date\":1},{\"message_id\":8}]}"));
    ObjectNode params = new ObjectMapper().createObjectNode().put("chat_id", "@example_news");
    params.putArray("media").addObject().put("type", "photo").put("media", "https://kz.example/1");

    Outcome<List<Message>> outcome = send(new BotCall("sendMediaGroup", params));

    assertThat(((Outcome.Done<List<Message>>) outcome).result())
        .extracting(Message::getMessageId)
        .containsExactly(7, 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":true}",
        "{\"ok\":true,\"result\":null}",
        "{\"ok\":true,\"result\":{\"message_id\":0,\"date\":0}}",
        "{\"ok\":true,\"result\":{}}",
        "{\"ok\":true,\"result\":true}",
        "{\"ok\":\"yes\"}",
        "[]",
        "null",
        "",
        "{\"ok\":true,\"result\":{\"message_id\":42",
        "<html>502 Bad Gateway</html>"
      })
  void aSuccessWithoutAPostIsUnknown(String body) {
    server.answerWith(WireServer.json(200, body));

    assertUnknown(send());
  }

  @ParameterizedTest
  @CsvSource({
    "408, ''",
    "500, ''",
    "502, ''",
    "503, 'Retry-After: 0\r\n'",
    "504, ''",
    "302, 'Location: /elsewhere\r\n'",
    "307, 'Location: /elsewhere\r\n'",
    "421, ''",
    "401, 'WWW-Authenticate: Basic\r\n'"
  })
  void aPageInsteadOfJsonIsUnknownAndTellsItsStatus(int status, String header) {
    server.answerWith(WireServer.html(status, header, "<html>no</html>"));

    assertUnknown(send()).asString().contains("[\"telegram-fault\"," + status + ",");
  }

  @ParameterizedTest
  @CsvSource({"500, 500", "502, 502", "503, 400", "408, 408", "200, 500"})
  void anErrorOfTheServerIsUnknownEvenAsJson(int status, int code) {
    server.answerWith(
        WireServer.json(
            status, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"Internal\"}"));

    assertUnknown(send());
  }

  @Test
  void anAnswerThatNeverBeginsIsUnknown() {
    server.answerWith(WireServer.cut(POSTED, whole -> ""));

    assertUnknown(send());
  }

  @Test
  void halfTheHeadersAreUnknown() {
    server.answerWith(WireServer.cut(POSTED, whole -> whole.substring(0, whole.indexOf("Length"))));

    assertUnknown(send());
  }

  @Test
  void halfTheBodyIsUnknown() {
    server.answerWith(WireServer.cut(POSTED, whole -> whole.substring(0, whole.length() - 40)));

    assertUnknown(send());
  }

  @Test
  void aResetIsUnknown() {
    server.answerWith(WireServer.reset());

    assertUnknown(send());
  }

  @Test
  void noAnswerAtAllIsUnknownAfterTheTimeLimit() {
    limits = SHORT;
    server.answerWith(server.silence());

    assertUnknown(send());
  }

  @Test
  void anAnswerThatTricklesEndsByTheLimitOfTheCall() {
    limits = SHORT;
    server.answerWith(
        (request, socket) -> {
          byte[] whole = WireServer.http(200, "", POSTED);
          for (byte b : whole) {
            socket.getOutputStream().write(b);
            Thread.sleep(50);
          }
        });

    assertUnknown(send()).asString().contains("[\"no-answer-in-time\",\"sendMessage\",\"3000\"]");
  }

  @Test
  void anInterruptLeavesTheSendUnknownAndTheInterruptSet() {
    Thread sender = Thread.currentThread();
    server.answerWith(
        (request, socket) -> {
          sender.interrupt();
          server.silence().write(request, socket);
        });

    Outcome<List<Message>> outcome = send();

    assertThat(Thread.interrupted()).isTrue();
    assertUnknown(outcome);
  }

  @Test
  void whoIsInterruptedBeforehandSendsNothing() {
    server.answerWith(WireServer.json(200, POSTED));
    Thread.currentThread().interrupt();

    Outcome<List<Message>> outcome = send();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aRefusedConnectionIsNotSent() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(sendTo(BotApiAddress.parse("http://127.0.0.1:" + free), Dns.SYSTEM))
        .isInstanceOf(Outcome.NotSent.class);
  }

  @Test
  void anUnknownHostIsNotSent() {
    Dns nobody =
        name -> {
          throw new UnknownHostException(name);
        };

    assertThat(sendTo(BotApiAddress.parse("http://api.example:80"), nobody))
        .isInstanceOf(Outcome.NotSent.class);
  }

  @Test
  void aFailedTlsHandshakeIsNotSent() {
    server.answerWith(server.silence());

    limits = SHORT;
    assertThat(sendTo(BotApiAddress.parse("https://127.0.0.1:" + server.port()), Dns.SYSTEM))
        .isInstanceOf(Outcome.NotSent.class);
  }

  @Test
  void ofTwoAddressesOnlyOneIsPostedTo() {
    server.answerWith(WireServer.reset());
    Dns both = name -> List.of(InetAddress.getLoopbackAddress(), InetAddress.getLoopbackAddress());

    assertUnknown(sendTo(BotApiAddress.parse("http://two.example:" + server.port()), both));
  }

  @Test
  void anAddressThatRefusesIsPassedOverByTheNextCall() throws IOException {
    InetAddress dead = InetAddress.getByAddress("dead.example", new byte[] {127, 0, 0, 2});
    Dns both = name -> List.of(dead, InetAddress.getLoopbackAddress());
    BotApiAddress address = BotApiAddress.parse("http://two.example:" + server.port());
    server.answerWith(WireServer.json(200, POSTED));

    try (TelegramBotsApi api =
        new TelegramBotsApi(
            new BotToken("123:abc"), address, limits, path -> Optional.empty(), both)) {
      assertThat(api.send(text())).isInstanceOf(Outcome.NotSent.class);
      assertThat(api.send(text())).isInstanceOf(Outcome.Done.class);
    }
    assertThat(server.requests()).hasSize(1);
  }

  private ObjectAssert<Outcome<List<Message>>> assertUnknown(Outcome<List<Message>> outcome) {
    await().untilAsserted(() -> assertThat(server.requests()).hasSize(1));
    return assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
  }

  private Outcome<List<Message>> send() {
    return send(text());
  }

  private Outcome<List<Message>> send(BotCall call) {
    try (TelegramBotsApi api =
        new TelegramBotsApi(new BotToken("123:abc"), server.address(), limits)) {
      return api.send(call);
    }
  }

  private Outcome<List<Message>> sendTo(BotApiAddress address, Dns dns) {
    try (TelegramBotsApi api =
        new TelegramBotsApi(
            new BotToken("123:abc"), address, limits, path -> Optional.empty(), dns)) {
      return api.send(text());
    }
  }

  private static BotCall text() {
    ObjectNode params = new ObjectMapper().createObjectNode();
    return new BotCall("sendMessage", params.put("chat_id", "@example_news").put("text", "Сәлем"));
  }
}
