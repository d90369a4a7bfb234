package kz.zharshy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.zharshy.NodeModules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bots of other libraries, in another language, are only told another address. */
@Tag("slow")
final class OtherClientsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OUTPUT = "output.txt";
  private static final long READER = 2_000_003;

  @TempDir private Path folder;
  private SandboxServer telegram;
  private @Nullable Process process;

  @BeforeEach
  void open() throws IOException {
    telegram = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
  }

  @AfterEach
  void close() throws IOException {
    if (process != null) {
      process.destroyForcibly();
      System.err.print(Files.readString(folder.resolve(OUTPUT)));
    }
    telegram.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grammy", "telegraf"})
  void theyPollSendEditAndAnswerButtons(String library) throws IOException {
    start(library);
    write("/start");

    JsonNode choice = answer(1);
    assertThat(choice.path("text").asText()).isEqualTo("Choose a number");
    assertThat(choice.path("entities").path(0).path("type").asText()).isEqualTo("bold");
    JsonNode press = SandboxWorld.of(telegram).personPresses(READER, id(choice), "2");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                SandboxWorld.of(telegram)
                    .isAnswered(press.path("callback_query").path("id").asText()));
    assertThat(answer(1).path("text").asText()).isEqualTo("You chose 2");
    assertThat(answer(1).has("edit_date")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grammy", "telegraf"})
  void theyAnswerInlineQueries(String library) throws IOException {
    start(library);

    JsonNode query = SandboxWorld.of(telegram).personAsksInline(READER, "en", "snow");

    String id = query.path("inline_query").path("id").asText();
    await().atMost(PATIENCE).until(() -> SandboxWorld.of(telegram).inlineAnswer(id).isPresent());
    JsonNode result =
        SandboxWorld.of(telegram).inlineAnswer(id).orElseThrow().path("results").path(0);
    assertThat(result.path("title").asText()).isEqualTo("About snow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grammy", "telegraf"})
  void theyUploadPhotosAndFetchFiles(String library) throws IOException {
    start(library);
    write("/photo");

    JsonNode photo = answer(1);
    assertThat(photo.path("caption").asText()).isEqualTo("A dot");
    assertThat(photo.path("photo").path(0).path("width").asInt()).isEqualTo(1);

    byte[] file = "Тақырып".getBytes(StandardCharsets.UTF_8);
    SandboxWorld.of(telegram).personSendsFile(READER, "kk", "жаңалық.txt", file, "");
    assertThat(answer(2).path("text").asText()).isEqualTo("жаңалық.txt has 14 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grammy", "telegraf"})
  void theyAreToldToSlowDown(String library) throws IOException {
    start(library);
    write("/flood");

    assertThat(answer(1).path("text").asText()).isEqualTo("429 after 20 posts, with retry_after");
    assertThat(SandboxWorld.of(telegram).posts()).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grammy", "telegraf"})
  void theyAreCalledByWebhook(String library) throws IOException {
    start(library, "a-secret");
    await().atMost(PATIENCE).until(() -> !SandboxWorld.of(telegram).calls("setWebhook").isEmpty());
    write("/start");

    assertThat(answer(1).path("text").asText()).isEqualTo("Choose a number");
    assertThat(SandboxWorld.of(telegram).calls("getUpdates")).isEmpty();
  }

  private void start(String library, String... secret) throws IOException {
    Path modules = NodeModules.with(library);
    Path script = folder.resolve(library + ".js");
    try (InputStream in = OtherClientsTest.class.getResourceAsStream(library + ".js")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    List<String> command = new ArrayList<>(List.of("node", script.toString()));
    command.addAll(List.of(telegram.apiAddress().toString(), telegram.token()));
    command.addAll(List.of(secret));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(OUTPUT).toFile());
    builder.environment().put("NODE_PATH", modules.toString());
    process = builder.start();
  }

  private void write(String text) {
    SandboxWorld.of(telegram).personWrites(READER, "en", text);
  }

  /** The bot's message of that number in the chat, counted from 1. */
  private JsonNode answer(int number) {
    await().atMost(PATIENCE).until(() -> fromBot().size() >= number);
    return fromBot().get(number - 1);
  }

  private List<JsonNode> fromBot() {
    return SandboxWorld.of(telegram).messages(READER).stream()
        .map(SandboxMessage::json)
        .filter(message -> message.path("from").path("is_bot").asBoolean())
        .toList();
  }

  private static int id(JsonNode message) {
    return message.path("message_id").asInt();
  }
}
