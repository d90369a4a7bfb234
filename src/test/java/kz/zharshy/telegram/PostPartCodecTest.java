package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kz.zharshy.article.MediaKind;
import kz.zharshy.post.Button;
import kz.zharshy.post.Entity;
import kz.zharshy.post.MarkedText;
import kz.zharshy.post.Medium;
import kz.zharshy.post.PartHeader;
import kz.zharshy.post.PostEdit;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostPart;
import kz.zharshy.telegram.PostPartCodec.Stored;
import org.junit.jupiter.api.Test;

final class PostPartCodecTest {
  private static final MarkedText LAKE =
      new MarkedText(
          "Көл суреті",
          List.of(
              new Entity("bold", 0, 3, null, null),
              new Entity("text_link", 4, 6, "https://news.kz/1", null)));
  private static final MarkedText PLAIN = new MarkedText("Көл", List.of());
  private static final PartHeader PLAIN_HEADER = PartHeader.to("@tau");
  private static final PartHeader WHOLE_HEADER =
      new PartHeader(
          "@tau", true, true, 17L, List.of(List.of(new Button("Оқу", "https://news.kz/1"))));
  private static final String WHOLE_END =
      ",\"disable_notification\":true,\"protect_content\":true,\"reply_markup\":"
          + "{\"inline_keyboard\":[[{\"text\":\"Оқу\",\"url\":\"https://news.kz/1\"}]]},"
          + "\"reply_parameters\":{\"message_id\":17,\"allow_sending_without_reply\":true}}";

  @Test
  void aTextIsStoredAsItIsSent() {
    isStored(
        new PostPart.Text(WHOLE_HEADER, LAKE, null),
        "sendMessage",
        "{\"chat_id\":\"@tau\",\"text\":\"Көл суреті\",\"entities\":["
            + "{\"type\":\"bold\",\"offset\":0,\"length\":3},"
            + "{\"type\":\"text_link\",\"offset\":4,\"length\":6,\"url\":\"https://news.kz/1\"}],"
            + "\"link_preview_options\":{\"is_disabled\":true}"
            + WHOLE_END);
  }

  @Test
  void aTextBelowAPictureIsStoredWithThePicturesAddress() {
    isStored(
        new PostPart.Text(PLAIN_HEADER, PLAIN, "https://news.kz/lake.jpg"),
        "sendMessage",
        "{\"chat_id\":\"@tau\",\"text\":\"Көл\",\"link_preview_options\":"
            + "{\"url\":\"https://news.kz/lake.jpg\",\"prefer_large_media\":true,"
            + "\"show_above_text\":true}}");
  }

  @Test
  void aPhotoIsStoredByItsAddressOrPathOrTelegramsName() {
    isStored(
        new PostPart.Single(PLAIN_HEADER, Medium.photo("https://news.kz/lake.jpg"), PLAIN),
        "sendPhoto",
        "{\"chat_id\":\"@tau\",\"photo\":\"https://news.kz/lake.jpg\",\"caption\":\"Көл\"}");
    isStored(
        new PostPart.Single(PLAIN_HEADER, Medium.photo("/srv/lake.jpg"), PLAIN),
        "sendPhoto",
        "{\"chat_id\":\"@tau\",\"photo\":{\"path\":\"/srv/lake.jpg\"},\"caption\":\"Көл\"}");
    isStored(
        new PostPart.Single(PLAIN_HEADER, Medium.photo("telegram:AgAC"), PLAIN),
        "sendPhoto",
        "{\"chat_id\":\"@tau\",\"photo\":\"AgAC\",\"caption\":\"Көл\"}");
  }

  @Test
  void aDocumentIsStoredAsOne() {
    isStored(
        new PostPart.Single(PLAIN_HEADER, new Medium(MediaKind.DOCUMENT, "/srv/strip.png"), PLAIN),
        "sendDocument",
        "{\"chat_id\":\"@tau\",\"document\":{\"path\":\"/srv/strip.png\"},\"caption\":\"Көл\"}");
  }

  @Test
  void aVideoIsStoredAsOne() {
    isStored(
        new PostPart.Single(PLAIN_HEADER, new Medium(MediaKind.VIDEO, "/srv/lake.mp4"), PLAIN),
        "sendVideo",
        "{\"chat_id\":\"@tau\",\"video\":{\"path\":\"/srv/lake.mp4\"},\"caption\":\"Көл\"}");
  }

  @Test
  void theWordsOfAnAlbumStandWithItsFirstPicture() {
    isStored(
        new PostPart.Album(
            PLAIN_HEADER,
            List.of(Medium.photo("https://a.kz/1.jpg"), Medium.photo("/srv/2.jpg")),
            PLAIN),
        "sendMediaGroup",
        "{\"chat_id\":\"@tau\",\"media\":["
            + "{\"type\":\"photo\",\"media\":\"https://a.kz/1.jpg\",\"caption\":\"Көл\"},"
            + "{\"type\":\"photo\",\"media\":{\"path\":\"/srv/2.jpg\"}}]}");
  }

  @Test
  void aRichMessageIsStoredWithItsBlocks() {
    String text =
        "{\"chat_id\":\"@tau\",\"rich_message\":{\"blocks\":["
            + "{\"type\":\"paragraph\",\"text\":\"Көл\"}]}}";
    PostPart part = PostPartCodec.read(new Stored("sendRichMessage", text));
    assertThat(part).isInstanceOf(PostPart.Rich.class);
    isStored(part, "sendRichMessage", text);
  }

  @Test
  void whatIsNoPartIsRefused() {
    assertThatThrownBy(() -> PostPartCodec.read(new Stored("sendDice", "{}")))
        .isInstanceOf(PostException.class)
        .hasMessageContaining("sendDice is no method that sends a post");
    assertThatThrownBy(() -> PostPartCodec.read(new Stored("sendMessage", "[")))
        .isInstanceOf(PostException.class);
  }

  @Test
  void whatANewerVersionWroteIsRefusedInWords() {
    String text = "{\"form\":2,\"chat_id\":\"@tau\",\"text\":\"Көл\"}";
    assertThatThrownBy(() -> PostPartCodec.read(new Stored("sendMessage", text)))
        .isInstanceOf(PostException.class)
        .hasMessage("a newer version of the bot wrote this part (in form 2); update the bot");
  }

  @Test
  void whatWasStoredBeforeFormsWereCountedIsOfTheFirst() {
    String text = "{\"chat_id\":\"@tau\",\"text\":\"Көл\"}";
    assertThat(PostPartCodec.read(new Stored("sendMessage", text)))
        .isEqualTo(new PostPart.Text(PLAIN_HEADER, PLAIN, null));
  }

  @Test
  void anEditNamesTheMessageThatItChanges() {
    isCall(
        new PostEdit.ChangeText(new PostPart.Text(WHOLE_HEADER, PLAIN, null)),
        "editMessageText",
        "{\"chat_id\":\"@tau\",\"message_id\":5,\"text\":\"Көл\",\"link_preview_options\":"
            + "{\"is_disabled\":true},\"reply_markup\":{\"inline_keyboard\":"
            + "[[{\"text\":\"Оқу\",\"url\":\"https://news.kz/1\"}]]}}");
    isCall(
        new PostEdit.ChangeCaption(PLAIN, List.of()),
        "editMessageCaption",
        "{\"chat_id\":\"@tau\",\"message_id\":5,\"caption\":\"Көл\"}");
    isCall(
        new PostEdit.ChangeMedium(1, Medium.photo("https://a.kz/1.jpg"), null, List.of()),
        "editMessageMedia",
        "{\"chat_id\":\"@tau\",\"message_id\":6,\"media\":"
            + "{\"type\":\"photo\",\"media\":\"https://a.kz/1.jpg\"}}");
    isCall(
        new PostEdit.ChangeButtons(List.of()),
        "editMessageReplyMarkup",
        "{\"chat_id\":\"@tau\",\"message_id\":5}");
    isCall(
        new PostEdit.RemoveMedium(2), "deleteMessage", "{\"chat_id\":\"@tau\",\"message_id\":7}");
  }

  private static void isStored(PostPart part, String kind, String params) {
    String text = "{\"form\":1," + params.substring(1);
    assertThat(PostPartCodec.store(part)).isEqualTo(new Stored(kind, text));
    assertThat(PostPartCodec.read(new Stored(kind, text))).isEqualTo(part);
  }

  private static void isCall(PostEdit edit, String method, String params) {
    BotCall call = PostPartCodec.call(edit, "@tau", 5);
    assertThat(call.method()).isEqualTo(method);
    assertThat(call.params().toString()).isEqualTo(params);
  }
}
