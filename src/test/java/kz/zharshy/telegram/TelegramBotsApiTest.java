package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What goes over the wire, and that the token goes nowhere else. */
final class TelegramBotsApiTest {
  private static final String SECRET = "AAE-secret-part-of-the-token";
  private static final String TOKEN = "777000:" + SECRET;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WireServer server = new WireServer();
  private final TelegramBotsApi api =
      new TelegramBotsApi(
          new BotToken(TOKEN),
          server.address(),
          CallLimits.USUAL,
          path -> Optional.of(Path.of(path)).filter(Files::isRegularFile));

  @AfterEach
  void close() throws IOException {
    api.close();
    server.close();
  }

  @Test
  void aFrozenPostLeavesExactlyAsItWasFrozen() throws JsonProcessingException {
    server.answerWith(WireServer.json(200, "{\"ok\":true,\"result\":{\"message_id\":1}}"));
    ObjectNode params =
        (ObjectNode)
            JSON.readTree(
                """
                {"chat_id":"@example_news","text":"Қар жауды «бүгін» — 🌨","disable_notification":true,
                 "entities":[{"type":"bold","offset":0,"length":3},
                   {"type":"text_link","offset":4,"length":5,"url":"https://kz.example/?a=1&b=2"},
                   {"type":"expandable_blockquote","offset":4,"length":2}],
                 "link_preview_options":{"url":"https://kz.example/p.jpg","prefer_large_media":true},
                 "reply_markup":{"inline_keyboard":[[{"text":"→","url":"https://kz.example"}]]}}
                """);

    api.send(new BotCall("sendMessage", params));

    WireServer.Request request = server.requests().get(0);
    assertThat(request.line()).isEqualTo("POST /bot" + TOKEN + "/sendMessage HTTP/1.1");
    assertThat(request.headers()).containsIgnoringCase("content-type: application/json");
    assertThat(JSON.readTree(request.body())).isEqualTo(params);
  }

  @Test
  void aPictureOfThisMachineGoesOutAsAForm(@TempDir Path folder) throws IOException {
    server.answerWith(WireServer.json(200, "{\"ok\":true,\"result\":{\"message_id\":1}}"));
    Path picture = Files.writeString(folder.resolve("қар.jpg"), "PIXELS");
    ObjectNode params = chat().put("caption", "Қар").put("has_spoiler", true);
    params.putObject("photo").put("path", picture.toString());

    Outcome<List<Message>> outcome = api.send(new BotCall("sendPhoto", params));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    WireServer.Request request = server.requests().get(0);
    assertThat(request.line()).isEqualTo("POST /bot" + TOKEN + "/sendPhoto HTTP/1.1");
    assertThat(parts(request))
        .containsExactly(
            "name=\"chat_id\": @example_news",
            "name=\"caption\": Қар",
            "name=\"has_spoiler\": true",
            "name=\"photo\": attach://file0.jpg",
            "name=\"file0.jpg\"; filename=\"file0.jpg\": PIXELS");
  }

  @Test
  void twoPicturesOfOneNameStayTwo(@TempDir Path folder) throws IOException {
    server.answerWith(WireServer.json(200, "{\"ok\":true,\"result\":[{\"message_id\":1}]}"));
    Path one = Files.createDirectory(folder.resolve("1")).resolve("a.png");
    Path two = Files.createDirectory(folder.resolve("2")).resolve("a.png");
    ObjectNode params = chat();
    ArrayNode media = params.putArray("media");
    for (Path picture : List.of(one, two)) {
      Files.writeString(picture, "PIXELS of " + (picture.equals(one) ? 1 : 2));
      media.addObject().put("type", "photo").putObject("media").put("path", picture.toString());
    }

    api.send(new BotCall("sendMediaGroup", params));

    assertThat(parts(server.requests().get(0)))
        .containsExactly(
            "name=\"chat_id\": @example_news",
            "name=\"media\": [{\"type\":\"photo\",\"media\":\"attach://file0.png\"},"
                + "{\"type\":\"photo\",\"media\":\"attach://file1.png\"}]",
            "name=\"file0.png\"; filename=\"file0.png\": PIXELS of 1",
            "name=\"file1.png\"; filename=\"file1.png\": PIXELS of 2");
  }

  @Test
  void aPictureThatIsGoneIsARefusalOfThePicture(@TempDir Path folder) {
    ObjectNode params = chat();
    params.putObject("photo").put("path", folder.resolve("gone.jpg").toString());

    Outcome<List<Message>> outcome = api.send(new BotCall("sendPhoto", params));

    assertThat(outcome)
        .isEqualTo(new Outcome.Refused<>(RefusalTable.UNREADABLE, "gone.jpg", null, null));
    assertThat(RefusalTable.kind((Outcome.Refused<?>) outcome, "@example_news"))
        .isEqualTo(RefusalKind.PICTURE);
    assertThat(RefusalReason.of((Outcome.Refused<?>) outcome))
        .isEqualTo(Reason.of(ReasonCode.FILE_UNREADABLE, "gone.jpg"));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aMethodThatDoesNotSendIsRefusedBeforehand() {
    assertThatThrownBy(() -> api.send(new BotCall("deleteMessage", chat())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deleteMessage is no method that sends a post");
  }

  @Test
  void aParameterThatTheMethodDoesNotHaveIsRefusedBeforehand() {
    assertThatThrownBy(() -> api.send(new BotCall("sendMessage", chat().put("txt", "Hello"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sendMessage has no parameter txt");
    assertThatThrownBy(() -> api.send(new BotCall("sendMessage", JSON.createObjectNode())))
        .hasMessage("sendMessage needs chat_id");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aCallOfTelegramBotsGivesItsModel() {
    server.answerWith(
        WireServer.json(
            200, "{\"ok\":true,\"result\":{\"id\":5,\"is_bot\":true,\"first_name\":\"Жаршы\"}}"));

    Outcome<User> outcome = api.call(ApiCalls.self());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Done<User>) outcome).result().getFirstName()).isEqualTo("Жаршы");
  }

  @Test
  void aSlowCallHoldsUpNoOther() throws InterruptedException {
    CountDownLatch allAsked = new CountDownLatch(20);
    server.answerWith(
        (request, socket) -> {
          allAsked.countDown();
          allAsked.await();
          socket
              .getOutputStream()
              .write(WireServer.http(200, "", "{\"ok\":true,\"result\":{\"message_id\":1}}"));
        });
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Thread thread =
          new Thread(() -> api.send(new BotCall("sendMessage", chat().put("text", "Hello"))));
      thread.start();
      threads.add(thread);
    }

    assertThat(allAsked.await(10, TimeUnit.SECONDS)).isTrue();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void aFileComesFromTheServerInUse() {
    server.answerWith(
        (request, socket) ->
            socket
                .getOutputStream()
                .write(
                    WireServer.http(
                        200,
                        "",
                        request.line().startsWith("GET")
                            ? "Тақырып\nМәтін"
                            : "{\"ok\":true,\"result\":{\"file_id\":\"f\",\"file_path\":\"docs/a b.txt\"}}")));

    Outcome<byte[]> outcome = api.download("f", 100);

    assertThat(((Outcome.Done<byte[]>) outcome).result())
        .isEqualTo("Тақырып\nМәтін".getBytes(StandardCharsets.UTF_8));
    assertThat(server.requests().get(1).line())
        .isEqualTo("GET /file/bot" + TOKEN + "/docs/a%20b.txt HTTP/1.1");
    assertThat(api.download("f", 5)).isEqualTo(FileDownload.tooLarge());
  }

  @Test
  void aFileThatSaysItIsTooLargeIsNotFetched() {
    server.answerWith(
        WireServer.json(
            200, "{\"ok\":true,\"result\":{\"file_path\":\"docs/a.txt\",\"file_size\":101}}"));

    assertThat(api.download("f", 100)).isEqualTo(FileDownload.tooLarge());
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aFileThatIsGoneIsRefusedAndABrokenServerIsNot() {
    server.answerWith(WireServer.json(404, "{\"ok\":false,\"error_code\":404}"));
    assertThat(api.download("f", 100)).isInstanceOf(Outcome.Refused.class);

    server.answerWith(WireServer.html(502, "", "<html>"));
    assertThat(api.download("f", 100)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void theTokenIsMaskedInWhatAServerSays() {
    server.answerWith(
        WireServer.json(
            404,
            "{\"ok\":false,\"error_code\":404,\"description\":\"no /bot"
                + TOKEN
                + "/getMe and no "
                + SECRET
                + "\"}"));

    assertThat(api.call(ApiCalls.self()))
        .isEqualTo(new Outcome.Refused<>(404, "no /bot***/getMe and no ***", null, null));
  }

  @Test
  void theTokenPrintsAsStarsAndAWrongOneIsNotRepeated() {
    assertThat(new BotToken(" " + TOKEN + "\n")).hasToString("***");
    assertThatThrownBy(() -> new BotToken("123:/" + SECRET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(SECRET)
        .hasMessageContaining("@BotFather");
    assertThatThrownBy(() -> new BotToken(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void afterTheEndNothingIsSent() {
    api.close();

    assertThat(api.send(new BotCall("sendMessage", chat().put("text", "Hello"))))
        .isInstanceOf(Outcome.NotSent.class);
    assertThat(server.requests()).isEmpty();
  }

  /** The parts of a form, each by what tells it from the others. */
  private static List<String> parts(WireServer.Request request) {
    String form = request.body();
    String boundary = form.substring(0, form.indexOf("\r\n"));
    return Pattern.compile(Pattern.quote(boundary))
        .splitAsStream(form)
        .filter(part -> part.contains("form-data; "))
        .map(
            part ->
                part.lines().filter(line -> line.contains("form-data")).findFirst().orElseThrow()
                    + ": "
                    + part.substring(part.indexOf("\r\n\r\n") + 4).strip())
        .map(part -> part.substring(part.indexOf("name=")))
        .toList();
  }

  private static ObjectNode chat() {
    return JSON.createObjectNode().put("chat_id", "@example_news");
  }
}
