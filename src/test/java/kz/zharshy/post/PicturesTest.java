package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import kz.zharshy.article.Block;
import kz.zharshy.article.Content;
import kz.zharshy.article.Document;
import kz.zharshy.article.Media;
import kz.zharshy.article.MediaKind;
import kz.zharshy.article.Run;
import kz.zharshy.language.Language;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.PostPartCodec;
import org.junit.jupiter.api.Test;

final class PicturesTest {
  private static final String LAKE = "https://pics.example.kz/lake.jpg";
  private static final String LONG = "Көлге адамдар келді. ".repeat(100).strip();

  @Test
  void aShortTextIsThePicturesCaption() {
    BotCall call = only(make("Қысқа мәтін.", Media.photo(LAKE, "Фото: А. Нұр")));
    assertThat(call.method()).isEqualTo("sendPhoto");
    assertThat(call.params().path("photo").asText()).isEqualTo(LAKE);
    assertThat(call.params().path("caption").asText())
        .isEqualTo("Көл\n\nҚысқа мәтін.\n\nФото: А. Нұр\n\nSubscribe to our Telegram channel!");
    assertThat(call.params().path("caption_entities").path(0).toString())
        .isEqualTo("{\"type\":\"bold\",\"offset\":0,\"length\":3}");
  }

  @Test
  void aPictureStandsLargeAboveALongText() {
    BotCall call = only(make(LONG, Media.photo(LAKE, null)));
    assertThat(call.method()).isEqualTo("sendMessage");
    assertThat(call.params().path("link_preview_options").toString())
        .isEqualTo(
            "{\"url\":\"" + LAKE + "\",\"prefer_large_media\":true,\"show_above_text\":true}");
  }

  @Test
  void aFileOfThisMachineIsUploadedAndTheTextGoesOnBelow() {
    List<BotCall> calls = PostCalls.of(make(LONG, Media.photo("/srv/lake.png", null)));
    assertThat(calls).extracting(BotCall::method).containsExactly("sendPhoto", "sendMessage");
    assertThat(calls.get(0).params().path("photo").toString())
        .isEqualTo("{\"path\":\"/srv/lake.png\"}");
    assertThat(calls.get(0).params().path("caption").asText())
        .startsWith("Көл\n\nКөлге")
        .endsWith("\n\n1/2")
        .hasSizeBetween(800, 1024);
    assertThat(calls.get(1).params().path("disable_notification").asBoolean()).isTrue();
  }

  @Test
  void severalPicturesAreAnAlbumOfAtMostTenWithTheTextUnderIt() {
    Media[] pictures =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> Media.photo("https://pics.example.kz/" + i + ".jpg", null))
            .toArray(Media[]::new);
    BotCall call = only(make("Қысқа мәтін.", pictures));
    assertThat(call.method()).isEqualTo("sendMediaGroup");
    JsonNode media = call.params().path("media");
    assertThat(media).hasSize(10);
    assertThat(media.path(0).path("caption").asText()).startsWith("Көл\n\nҚысқа мәтін.");
    assertThat(media.path(9).toString())
        .isEqualTo("{\"type\":\"photo\",\"media\":\"https://pics.example.kz/10.jpg\"}");
  }

  @Test
  void aLongTextGoesOnBelowItsVideo() {
    Media video = new Media(MediaKind.VIDEO, "https://pics.example.kz/lake.mp4", null);
    List<BotCall> calls = PostCalls.of(make(LONG, video));
    assertThat(calls).extracting(BotCall::method).containsExactly("sendVideo", "sendMessage");
    assertThat(calls.get(0).params().path("video").asText()).isEqualTo(video.location());
  }

  @Test
  void aVideoOfThisMachineIsUploaded() {
    BotCall call = only(make("Қысқа.", new Media(MediaKind.VIDEO, "/srv/lake.mp4", null)));
    assertThat(call.params().path("video").toString()).isEqualTo("{\"path\":\"/srv/lake.mp4\"}");
  }

  @Test
  void oneAndTheSamePictureIsShownOnce() {
    BotCall call = only(make("Мәтін.", Media.photo(LAKE, null), Media.photo(LAKE, "b")));
    assertThat(call.method()).isEqualTo("sendPhoto");
  }

  @Test
  void picturesBetweenTheParagraphsAreShownToo() {
    Block figure = new Block.Figure(Media.photo(LAKE, "Көл"));
    PostMaker maker =
        new PostMaker(
            (body, format) ->
                new Document(
                    List.of(
                        new Block.Paragraph(List.of(Run.plain(body))),
                        new Block.Quote(List.of(figure)))));
    Content content = Content.builder("Көл", "Мәтін.").build();
    BotCall call = only(maker.make(Samples.article(content), Language.KK, Samples.style()));
    assertThat(call.params().path("photo").asText()).isEqualTo(LAKE);
  }

  @Test
  void whatIsNoPictureIsNotSentAsOne() {
    BotCall call =
        only(
            make(
                "Мәтін.",
                Media.photo("\\\\host\\share\\a.jpg", null),
                Media.photo("//host/a.jpg", null),
                Media.photo("file:/srv/a.jpg", null),
                Media.photo("/srv/a\u0000.jpg", null),
                Media.photo("file:///srv/a.jpg", null),
                Media.photo("http://localhost/a.jpg", null)));
    assertThat(call.method()).isEqualTo("sendMessage");
    assertThat(call.params().path("link_preview_options").toString())
        .isEqualTo("{\"is_disabled\":true}");
  }

  @Test
  void aRefusedPictureLeavesTheSameText() {
    for (Post post :
        List.of(
            make("Қысқа.", Media.photo(LAKE, null)),
            make("Қысқа.", Media.photo(LAKE, null), Media.photo("/srv/b.jpg", null)),
            make(LONG, Media.photo(LAKE, null)))) {
      PostPart call = post.parts().get(0);
      PostPart without = TextFallback.of(call).orElseThrow();
      BotCall plain = PostPartCodec.call(without);
      assertThat(plain.method()).isEqualTo("sendMessage");
      assertThat(plain.params().path("text").asText()).startsWith("Көл\n\n").endsWith("channel!");
      assertThat(plain.params().path("entities")).hasSize(2);
      assertThat(plain.params().path("link_preview_options").toString())
          .isEqualTo("{\"is_disabled\":true}");
      assertThat(TextFallback.of(without)).isEmpty();
    }
  }

  private static Post make(String body, Media... pictures) {
    Content content = Content.builder("Көл", body).media(List.of(pictures)).build();
    return new PostMaker(new Samples.Paragraphs())
        .make(Samples.article(content), Language.KK, Samples.style());
  }

  private static BotCall only(Post post) {
    assertThat(PostCalls.of(post)).hasSize(1);
    return PostCalls.of(post).get(0);
  }
}
