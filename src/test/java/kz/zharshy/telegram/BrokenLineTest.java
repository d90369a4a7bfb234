package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kz.zharshy.fault.Fault;
import kz.zharshy.fault.Fault.End;
import kz.zharshy.fault.FaultProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Sending over a line that breaks anywhere: nothing is posted twice, and nothing is claimed. */
@Tag("slow")
final class BrokenLineTest {
  private static final String POSTED = "{\"ok\":true,\"result\":{\"message_id\":42}}";
  private static final CallLimits LIMITS =
      new CallLimits(
          Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ZERO);

  private final WireServer server = new WireServer();
  private final FaultProxy line = new FaultProxy(server.port());
  private final TelegramBotsApi api =
      new TelegramBotsApi(
          new BotToken("123:abc"), BotApiAddress.parse("http://127.0.0.1:" + line.port()), LIMITS);

  @AfterEach
  void close() throws IOException {
    api.close();
    line.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "RESET"})
  void anAnswerCutAtAnyByteIsOnePostAndUnknown(End end) {
    server.answerWith(WireServer.json(200, POSTED));
    int length = WireServer.http(200, "", POSTED).length;

    for (int bytes = 0; bytes < length; bytes++) {
      line.fault(Fault.inAnswer(bytes, end));
      int before = server.requests().size();

      assertThat(send("cut at " + bytes)).isInstanceOf(Outcome.Unknown.class);
      assertThat(server.requests()).hasSize(before + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "RESET"})
  void aRequestCutAnywhereIsNotPostedAndNeverDone(End end) {
    server.answerWith(WireServer.json(200, POSTED));

    for (int bytes = 0; bytes < 200; bytes += 7) {
      line.fault(Fault.inRequest(bytes, end));

      assertThat(send("cut at " + bytes))
          .isInstanceOfAny(Outcome.Unknown.class, Outcome.NotSent.class);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aHalfOpenLineEndsByTheTimeLimit() {
    server.answerWith(WireServer.json(200, POSTED));
    line.fault(Fault.inAnswer(30, End.HALF_OPEN));

    assertThat(send("half open")).isInstanceOf(Outcome.Unknown.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aSlowLineIsWaitedFor() {
    server.answerWith(WireServer.json(200, POSTED));
    line.fault(Fault.slow(Duration.ofMillis(300)));

    assertThat(send("slowly")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aServerThatClosesConnectionsWithoutSayingSoCostsNoPost() {
    server.answerWith(WireServer.cut(POSTED, whole -> whole));

    for (int i = 0; i < 20; i++) {
      assertThat(send("post " + i)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(server.requests()).hasSize(20);
  }

  @Test
  void whileNobodyListensNothingIsSentAndLaterItIs() {
    server.answerWith(WireServer.json(200, POSTED));
    line.goAway();
    assertThat(send("away")).isInstanceOf(Outcome.NotSent.class);

    line.comeBack();

    assertThat(send("back")).isInstanceOf(Outcome.Done.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whateverBreaksWhatIsDoneWasPostedOnceAndWhatIsNotSentNever() {
    server.answerWith(WireServer.json(200, POSTED));
    Random random = new Random(20260801);
    line.faults(number -> anyFault(random));
    Set<String> done = new HashSet<>();
    Set<String> notSent = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      Outcome<List<Message>> outcome = send("post " + i + ".");
      if (outcome instanceof Outcome.Done) {
        done.add("post " + i + ".");
      } else if (outcome instanceof Outcome.NotSent) {
        notSent.add("post " + i + ".");
      }
    }

    List<String> posted = server.requests().stream().map(BrokenLineTest::text).toList();
    assertThat(posted).doesNotHaveDuplicates().containsAll(done).noneMatch(notSent::contains);
    assertThat(done).isNotEmpty();
  }

  private static Fault anyFault(Random random) {
    End end = random.nextBoolean() ? End.CLOSED : End.RESET;
    return switch (random.nextInt(4)) {
      case 0 -> Fault.inRequest(random.nextInt(1000), end);
      case 1 -> Fault.inAnswer(random.nextInt(600), end);
      default -> Fault.none();
    };
  }

  private static String text(WireServer.Request request) {
    String body = request.body();
    return body.substring(body.indexOf("post "), body.indexOf('.') + 1);
  }

  private Outcome<List<Message>> send(String text) {
    ObjectNode params = new ObjectMapper().createObjectNode();
    return api.send(
        new BotCall("sendMessage", params.put("chat_id", "@example_news").put("text", text)));
  }
}
