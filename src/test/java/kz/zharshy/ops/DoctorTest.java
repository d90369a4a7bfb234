package kz.zharshy.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.telegram.BotApiAddress;
import kz.zharshy.telegram.BotToken;
import kz.zharshy.telegram.CallLimits;
import kz.zharshy.telegram.TelegramBotsApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears what goes wrong, as the doctor finds it. */
final class DoctorTest {
  private static final long DANA = 1_000_001;
  private static final long STRANGER = 55;
  private static final long SUPERGROUP = -1_008_888_888_888L;

  private SandboxServer server;
  private SandboxWorld world;
  private TelegramBotsApi api;
  private long logChat;

  @BeforeEach
  void open() throws IOException {
    server = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
    world = SandboxWorld.of(server);
    logChat = world.logChatId();
    api =
        new TelegramBotsApi(
            new BotToken(server.token()),
            BotApiAddress.parse(server.apiAddress().toString()),
            CallLimits.USUAL);
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void whoCanBeReachedIsNamed() {
    assertThat(found(Optional.of(logChat), DANA, STRANGER))
        .containsExactly(
            "FINE log chat: The log chat “Zharshy log” (%d) can be reached.".formatted(logChat),
            "FINE owner 1000001: Dana can be told what goes wrong.",
            "WARNING owner 55: This owner cannot be told anything: Bad Request: chat not found.");
  }

  @Test
  void aLogChatThatBecameASupergroupIsNamedByItsNewNumber() {
    world.upgradeLogChat(SUPERGROUP);

    assertThat(found(Optional.of(logChat), DANA))
        .startsWith(
            "WARNING log chat: The log chat “Zharshy log” became a supergroup; its number is"
                + " -1008888888888 now.");
  }

  @Test
  void whereNobodyCanBeReachedItSaysSo() {
    Object unused = world.kickBotFromLogChat();
    world.personNeverWrote(DANA);

    assertThat(found(Optional.of(logChat), DANA))
        .containsExactly(
            "FAILED log chat: The log chat %d cannot be reached: Forbidden: bot was kicked from the"
                    .formatted(logChat)
                + " supergroup chat.",
            "WARNING owner 1000001: This owner cannot be told anything: Forbidden: bot can't"
                + " initiate conversation with a user.",
            "FAILED notices: Nobody hears what goes wrong.");
    assertThat(found(Optional.empty(), DANA))
        .contains("FAILED notices: Nobody hears what goes wrong.");
  }

  private List<String> found(Optional<Long> chat, Long... owners) {
    Doctor doctor = new Doctor(api, Optional::empty, Clock.systemUTC());
    return doctor.examine(List.of(), Set.of(), new Doctor.Hearers(chat, List.of(owners))).stream()
        .filter(check -> check.name().matches("log chat|owner .*|notices"))
        .map(check -> check.result() + " " + check.name() + ": " + check.finding())
        .toList();
  }
}
