package kz.zharshy.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import kz.zharshy.article.ArticleState;
import kz.zharshy.fault.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpdateRouterTest {
  private static final String POST = "/post Көктем келді\nДалада қызғалдақ гүлдеді.";

  @TempDir Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "kk, 'Мұндай команданы білмеймін. Не істей алатынымды /help көрсетеді.'",
    "ru, 'Такой команды я не знаю. Что я умею, покажет /help.'",
    "en, I do not know that command. /help shows what I can do."
  })
  void anUnknownCommandIsAnsweredHelpfully(String language, String answer) {
    assertThat(house.ask(READER, language, "/weather Almaty")).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {POST, "/post", "/queue", "/post@herald_bot A\nb", "/POST A\nb"})
  @Proves({
    "forged or replayed button data; commands by strangers, forwarded, edited, from"
        + " channels or anonymous admins | nothing happens",
    "forged or replayed button data; commands by strangers, forwarded, edited, from"
        + " channels or anonymous admins | the answer tells nothing"
  })
  void editorsCommandsDoNotExistForAStranger(String words) {
    assertThat(house.ask(READER, "ru", words))
        .isEqualTo(house.ask(READER, "ru", "/weather"))
        .isEqualTo("Такой команды я не знаю. Что я умею, покажет /help.");
    assertThat(house.database().articles().count(ArticleState.QUEUED)).isZero();
  }

  @Test
  void aStrangersFileIsNoArticle() {
    byte[] file = "Көктем келді\n\nДалада қызғалдақ гүлдеді.".getBytes(UTF_8);

    assertThat(house.send(READER, "ru", "spring.txt", file, ""))
        .isEqualTo(
            "Я понимаю только слова и команды: напишите слово, и я поищу его в архиве. Что я умею,"
                + " покажет /help.");
    assertThat(house.send(READER, "ru", "spring.txt", file, "/post"))
        .isEqualTo("Такой команды я не знаю. Что я умею, покажет /help.");
    assertThat(house.database().articles().count(ArticleState.QUEUED)).isZero();
    assertThat(house.world().calls("getFile")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"a\",\"duration\":3}",
        "\"video_note\":{\"file_id\":\"a\",\"file_unique_id\":\"a\",\"length\":9,\"duration\":3}",
        "\"location\":{\"latitude\":43.2,\"longitude\":76.9}"
      })
  void whatTheBotCannotReadIsAnsweredHelpfully(String instead) throws Exception {
    ObjectNode update = house.message(READER, "x");
    ObjectNode message = (ObjectNode) update.path("message");
    message.remove("text");
    message.setAll((ObjectNode) new ObjectMapper().readTree("{" + instead + "}"));

    assertThat(house.answerTo(update, READER))
        .isEqualTo(
            "I understand only words and commands: write a word, and I will look for it in the"
                + " archive. /help shows what I can do.");
  }

  @Test
  void plainWordsAreLookedFor() {
    assertThat(house.ask(READER, "kk", "Сәлем!")).startsWith("«Сәлем!» бойынша ештеңе табылмады.");
    assertThat(house.ask(READER, "en", "/ is a slash"))
        .startsWith("I found nothing for “/ is a slash”.");
  }

  @Test
  void aCommandForAnotherBotIsIgnored() {
    house.comes(house.message(READER, "/latest@other_bot"));

    assertThat(house.ask(READER, "en", "/latest")).startsWith("Nothing has been published");
    assertThat(house.answers(READER)).hasSize(1);
  }

  @Test
  void inAGroupTheBotAnswersOnlyWhenItIsNamed() {
    long group = house.world().logChatId();
    house.comes(house.world().personWritesInLogChat(OWNER, "/latest"));
    house.comes(house.world().personWritesInLogChat(OWNER, "Good morning!"));
    house.comes(house.world().personWritesInLogChat(OWNER, "/latest@other_bot"));
    JsonNode named = house.world().personWritesInLogChat(OWNER, "/latest@herald_bot");

    assertThat(house.answerTo(named, group)).startsWith("Nothing has been published");
    assertThat(house.answers(group)).hasSize(1);
    JsonNode quoted = house.world().calls("sendMessage").get(0).params().path("reply_parameters");
    assertThat(quoted.path("message_id")).isEqualTo(named.path("message").path("message_id"));
    assertThat(quoted.path("allow_sending_without_reply").booleanValue()).isTrue();
  }

  @Test
  @Proves(
      "forged or replayed button data; commands by strangers, forwarded, edited, from"
          + " channels or anonymous admins | nothing happens")
  void inAGroupAnOwnerIsAReader() {
    long group = house.world().logChatId();

    assertThat(
            house.answerTo(
                house
                    .world()
                    .personWritesInLogChat(OWNER, POST.replace("/post", "/post@herald_bot")),
                group))
        .isEqualTo("I do not know that command. /help shows what I can do.");
    assertThat(house.database().articles().count(ArticleState.QUEUED)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sender_chat\":{\"id\":-1001234567890,\"type\":\"supergroup\",\"title\":\"Admins\"}}",
        "{\"via_bot\":{\"id\":5,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"b_bot\"}}",
        "{\"from\":{\"id\":1000001,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"b_bot\"}}"
      })
  @Proves(
      "forged or replayed button data; commands by strangers, forwarded, edited, from"
          + " channels or anonymous admins | nothing happens")
  void whatAnOwnerDidNotWriteIsNoCommand(String difference) throws Exception {
    ObjectNode update = house.message(OWNER, POST);
    ((ObjectNode) update.get("message"))
        .setAll((ObjectNode) new ObjectMapper().readTree(difference));
    house.comes(update);

    assertThat(house.ask(OWNER, "en", "/queue")).isEqualTo("The queue is empty.");
    assertThat(house.answers(OWNER)).hasSize(1);
  }

  @Test
  @Proves(
      "forged or replayed button data; commands by strangers, forwarded, edited, from"
          + " channels or anonymous admins | nothing happens")
  void anEditedMessageIsNoCommand() {
    ObjectNode update = house.message(OWNER, POST);
    update.set("edited_message", update.remove("message"));
    house.comes(update);

    assertThat(house.ask(OWNER, "en", "/queue")).isEqualTo("The queue is empty.");
  }

  @Test
  @Proves(
      "forged or replayed button data; commands by strangers, forwarded, edited, from"
          + " channels or anonymous admins | nothing happens")
  void aPersonsPostInTheChannelIsNoted() {
    JsonNode update = house.world().personPostsInChannel("Written by hand");

    house.comes(update);
    house.settle();

    long id = update.path("channel_post").path("message_id").longValue();
    assertThat(house.database().ledger().highestMessageId("tau_news")).isEqualTo(id);
  }

  @Test
  void anotherChannelsPostIsNotNoted() {
    ObjectNode update = house.world().personPostsInChannel("Written by hand").deepCopy();
    ((ObjectNode) update.path("channel_post").path("chat")).put("username", "strangers_channel");

    house.comes(update);
    house.settle();

    assertThat(house.database().ledger().highestMessageId("strangers_channel")).isZero();
  }

  @Test
  void aPressedButtonSaysItsCommand() {
    house.ask(READER, "en", "/help");

    String press = house.press(READER, 2, "latest 3");

    assertThat(house.world().isAnswered(press)).isTrue();
    assertThat(house.answers(READER)).last().asString().startsWith("Nothing has been published");
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue", "post A\nb", "there 1", "weather", "", "/latest"})
  @Proves({
    "forged or replayed button data; commands by strangers, forwarded, edited, from"
        + " channels or anonymous admins | the role is checked at each press",
    "forged or replayed button data; commands by strangers, forwarded, edited, from"
        + " channels or anonymous admins | nothing happens",
    "forged or replayed button data; commands by strangers, forwarded, edited, from"
        + " channels or anonymous admins | the answer tells nothing"
  })
  void aForgedButtonTellsAndDoesNothing(String data) {
    house.ask(READER, "en", "/help");

    String press = house.press(READER, 2, data);

    assertThat(house.world().isAnswered(press)).isTrue();
    assertThat(house.answers(READER)).hasSize(1);
    assertThat(house.database().articles().count(ArticleState.QUEUED)).isZero();
  }
}
