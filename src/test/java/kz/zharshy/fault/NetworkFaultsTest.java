package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.zharshy.article.ArticleState;
import kz.zharshy.fault.Fault.End;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.telegram.CallLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the line between the bot and Telegram does to a post. */
@Tag("slow")
final class NetworkFaultsTest {
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  /** Short, so that the test need not wait out the real ones. */
  private static final CallLimits SHORT =
      new CallLimits(
          Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ZERO);

  /** Of about 600 bytes of headers and body together, of which the headers take 130. */
  private static final int IN_THE_HEADERS = 60;

  private static final int IN_THE_BODY = 300;

  @TempDir private Path folder;

  /** They fill the queue of a port that nobody accepts at, as long as they are open. */
  private static final List<Socket> WAITING = new ArrayList<>();

  // Each test opens what it needs.
  @SuppressWarnings("NullAway.Init")
  private PublishFixture room;

  @SuppressWarnings("NullAway.Init")
  private FaultProxy line;

  @AfterEach
  void close() {
    if (room != null) {
      room.close();
    }
    if (line != null) {
      line.close();
    }
  }

  @AfterAll
  static void letGo() throws IOException {
    for (Socket client : WAITING) {
      client.close();
    }
  }

  static Stream<Named<Fault>> cuts() {
    return Stream.of(
        named("closed without an answer", Fault.inAnswer(0, End.CLOSED)),
        named("reset without an answer", Fault.inAnswer(0, End.RESET)),
        named("closed after half the headers", Fault.inAnswer(IN_THE_HEADERS, End.CLOSED)),
        named("reset after half the headers", Fault.inAnswer(IN_THE_HEADERS, End.RESET)),
        named("closed after half the body", Fault.inAnswer(IN_THE_BODY, End.CLOSED)),
        named("reset after half the body", Fault.inAnswer(IN_THE_BODY, End.RESET)),
        named("half open, and never an answer", Fault.inAnswer(0, End.HALF_OPEN)),
        named("half open after half the body", Fault.inAnswer(IN_THE_BODY, End.HALF_OPEN)));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  @Proves({
    "answer lost: connection closed, reset, half the headers, half the body | exactly"
        + " one post",
    "answer lost: connection closed, reset, half the headers, half the body | unknown,"
        + " then resolved"
  })
  void aPostWhoseAnswerIsLostStaysOne(Fault cut) throws Exception {
    openWithLine();
    next(cut);
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(A_WHILE);

    assertThat(room.heard)
        .contains("in doubt %d/1".formatted(id), "settled %d/1 true".formatted(id));
    assertPostedOnce(id);
  }

  static Stream<Named<Fault>> cutsOfTheRequest() {
    return Stream.of(
        named("closed at once", Fault.inRequest(0, End.CLOSED)),
        named("reset in the headers", Fault.inRequest(IN_THE_HEADERS, End.RESET)),
        named("closed in the body", Fault.inRequest(IN_THE_BODY, End.CLOSED)));
  }

  @ParameterizedTest
  @MethodSource("cutsOfTheRequest")
  @Proves({
    "answer lost: connection closed, reset, half the headers, half the body | exactly"
        + " one post",
    "answer lost: connection closed, reset, half the headers, half the body | unknown,"
        + " then resolved"
  })
  void aPostWhoseRequestIsLostIsMadeUpFor(Fault cut) throws Exception {
    openWithLine();
    next(cut);
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(A_WHILE);

    assertThat(room.heard).contains("settled %d/1 false".formatted(id));
    assertPostedOnce(id);
  }

  static Stream<Named<kz.zharshy.sandbox.fault.Fault>> answers() {
    String half = "{\"ok\":true,\"result\":{\"message_id\":2,\"date\":";
    return Stream.of(
        named("408", kz.zharshy.sandbox.fault.Fault.gatewayAfterDoing(408)),
        named("500", kz.zharshy.sandbox.fault.Fault.gatewayAfterDoing(500)),
        named("HTML 502", kz.zharshy.sandbox.fault.Fault.gatewayAfterDoing(502)),
        named("HTML 502, not done", kz.zharshy.sandbox.fault.Fault.gateway(502)),
        named("503, Retry-After: 0", kz.zharshy.sandbox.fault.Fault.unavailableAfterDoing(0)),
        named("504", kz.zharshy.sandbox.fault.Fault.gatewayAfterDoing(504)),
        named("HTML 200", kz.zharshy.sandbox.fault.Fault.gatewayAfterDoing(200)),
        named("half of a JSON", kz.zharshy.sandbox.fault.Fault.replaceAnswer(half)),
        named("ok alone", kz.zharshy.sandbox.fault.Fault.replaceAnswer("{\"ok\":true}")),
        named("nothing", kz.zharshy.sandbox.fault.Fault.replaceAnswer("")),
        named("late", kz.zharshy.sandbox.fault.Fault.answerLate(Duration.ofSeconds(2))),
        named("done late", kz.zharshy.sandbox.fault.Fault.delay(Duration.ofMillis(1500))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  @Proves("5xx, HTML instead of JSON, truncated JSON, ok without a result | unknown, then resolved")
  void aPostWhoseAnswerTellsNothingStaysOne(kz.zharshy.sandbox.fault.Fault answer)
      throws Exception {
    room = PublishFixture.open(Setting.in(folder).withLimits(SHORT));
    publishBefore();
    room.telegram().onCall(answer.on("sendMessage"));
    long id = room.add("Snow in Almaty", "Schools are closed today.");

    room.run(A_WHILE);

    assertThat(room.heard).contains("in doubt %d/1".formatted(id));
    assertPostedOnce(id);
  }

  @Test
  void anAnswerAfterFifteenSecondsIsWaitedFor() {
    assertThat(CallLimits.USUAL.silence()).isGreaterThan(Duration.ofSeconds(15));
    assertThat(CallLimits.USUAL.call()).isGreaterThan(Duration.ofSeconds(15));
  }

  static Stream<Named<Address>> nobody() {
    return Stream.of(
        named("refused", server -> URI.create("http://127.0.0.1:" + closedPort())),
        named("no such name", server -> URI.create("http://telegram.invalid")),
        named("no connection in time", server -> URI.create("http://127.0.0.1:" + fullPort())));
  }

  /** Where the bot looks for Telegram. */
  interface Address {
    URI of(URI server) throws IOException;
  }

  @ParameterizedTest
  @MethodSource("nobody")
  @Proves({
    "refused connection, DNS failure, connect timeout | certainly not sent: repeated"
        + " with back-off",
    "refused connection, DNS failure, connect timeout | no attempt is used up"
  })
  void whatWasCertainlyNotSentIsRepeatedWithBackOff(Address address) throws Exception {
    Setting setting = Setting.in(folder).withLimits(SHORT);
    room = PublishFixture.open(setting);
    room = room.again(setting.withLine(server -> unchecked(address, server)));
    long id = room.add("Snow in Almaty", "Schools are closed today.");
    room.run(Duration.ofMinutes(5));
    assertThat(room.heard).containsOnly("trouble").hasSizeBetween(5, 50);
    assertThat(room.article(id).state()).isEqualTo(ArticleState.QUEUED);

    room = room.again(setting);
    room.run(A_WHILE);

    assertPosted(id, "Snow in Almaty");
  }

  @Test
  @Proves({
    "5xx for half an hour | at most 10 calls a minute",
    "5xx for half an hour | queue intact",
    "5xx for half an hour | publishing again within 60 s of recovery"
  })
  void anOutageIsAskedPastSeldomAndIsOverAMinuteAfterTelegramIs() throws Exception {
    room = PublishFixture.open(Setting.in(folder));
    publishBefore();
    room.telegram().onCall(kz.zharshy.sandbox.fault.Fault.gateway(502).always());
    for (int i = 1; i <= 10; i++) {
      room.add("Headline " + i, "Text.");
    }
    room.run(Duration.ofMinutes(30));
    assertThat(mostInAMinute(room.telegram().calls())).isLessThanOrEqualTo(10);
    assertThat(room.heard).filteredOn(line -> line.startsWith("in doubt")).hasSize(1);

    room.telegram().clearFaults();
    room.run(Duration.ofMinutes(1));
    assertThat(room.telegram().posts()).hasSizeGreaterThan(1);
    room.run(A_WHILE);

    assertThat(room.posted()).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  @Proves("a call that never returns | ends by its own time limit")
  void aCallThatNeverReturnsEndsByItsOwnTimeLimit() throws Exception {
    openWithLine();
    next(Fault.inAnswer(0, End.HALF_OPEN));
    room.add("Snow in Almaty", "Schools are closed today.");
    long next = room.add("Next", "Text.");

    room.run(Duration.ofSeconds(5));

    assertThat(room.article(next).state()).isEqualTo(ArticleState.PUBLISHED);
  }

  private void openWithLine() throws Exception {
    Setting setting =
        Setting.in(folder)
            .withLimits(SHORT)
            .withLine(
                server -> {
                  line = new FaultProxy(server.getPort());
                  return URI.create("http://127.0.0.1:" + line.port());
                });
    room = PublishFixture.open(setting);
    publishBefore();
  }

  private void publishBefore() throws Exception {
    room.add("Before", "Text.");
    room.run(Duration.ofSeconds(10));
    room.heard.clear();
  }

  /** The next connection meets the fault; the bot has one for each call. */
  private void next(Fault fault) {
    int next = line.connections();
    line.faults(number -> number == next ? fault : Fault.none());
  }

  private void assertPostedOnce(long id) {
    assertPosted(id, "Before", "Snow in Almaty");
  }

  private void assertPosted(long id, String... headlines) {
    assertThat(room.posted()).containsExactly(headlines);
    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.heard).noneMatch(line -> line.startsWith("asked"));
    assertThat(room.telegram().messages(room.telegram().logChatId())).isEmpty();
  }

  private static int mostInAMinute(List<ReceivedCall> calls) {
    int most = 0;
    for (ReceivedCall first : calls) {
      long end = first.nanoTime() + Duration.ofMinutes(1).toNanos();
      int here =
          (int)
              calls.stream()
                  .filter(call -> call.nanoTime() >= first.nanoTime() && call.nanoTime() < end)
                  .count();
      most = Math.max(most, here);
    }
    return most;
  }

  private static URI unchecked(Address address, URI server) {
    try {
      return address.of(server);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A port that takes no connection and refuses none: nobody accepts, and the queue is full. */
  private static int fullPort() throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    try {
      while (true) {
        Socket client = new Socket();
        WAITING.add(client);
        client.connect(new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()), 200);
      }
    } catch (SocketTimeoutException e) {
      return socket.getLocalPort();
    }
  }
}
