package kz.zharshy.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.media.MediaFallback.Way;
import kz.zharshy.post.PostPart;
import kz.zharshy.telegram.BotCall;
import kz.zharshy.telegram.PostPartCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureFallbackTest {
  private static final String URL = "https://news.kz/lake.jpg";

  @TempDir private Path folder;
  private final Map<String, byte[]> internet = new HashMap<>();

  @Test
  void aPictureThatTelegramCannotFetchIsFetchedAndUploaded() throws Exception {
    byte[] picture = picture(640, 400, "png");
    internet.put(URL, picture);

    Way way = next(photo("\"" + URL + "\""));

    assertThat(way.how()).isEqualTo(Reason.of(ReasonCode.PICTURE_UPLOADED));
    assertThat(call(way).method()).isEqualTo("sendPhoto");
    assertThat(call(way).params().path("caption").asText()).isEqualTo("Көл");
    assertThat(Files.readAllBytes(path(way, "photo"))).isEqualTo(picture);
  }

  @Test
  void aPictureOfTooManyPixelsIsScaled() throws Exception {
    internet.put(URL, picture(9000, 1100, "png"));

    Way way = next(photo("\"" + URL + "\""));

    assertThat(way.how()).isEqualTo(Reason.of(ReasonCode.PICTURE_SCALED, "2560×313"));
    BufferedImage scaled = ImageIO.read(path(way, "photo").toFile());
    assertThat(scaled.getWidth()).isEqualTo(2560);
    assertThat(scaled.getHeight()).isEqualTo(313);
  }

  @Test
  void aPictureOfAKindThatTelegramDoesNotTakeIsMadeAJpeg() throws Exception {
    internet.put(URL, picture(640, 400, "bmp"));
    Way way = next(photo("\"" + URL + "\""));
    assertThat(way.how()).isEqualTo(Reason.of(ReasonCode.PICTURE_SCALED, "640×400"));
    assertThat(path(way, "photo").toString()).endsWith(".jpg");
  }

  @Test
  void aFileThatNoScalingHelpsIsSentAsADocumentAndThenLeftOut() throws Exception {
    Path strip = folder.resolve("strip.png");
    Files.write(strip, picture(2100, 100, "png"));

    Way document = next(photo("{\"path\": \"" + strip + "\"}"));
    assertThat(document.how()).isEqualTo(Reason.of(ReasonCode.PICTURE_AS_FILE));
    assertThat(call(document).method()).isEqualTo("sendDocument");
    assertThat(call(document).params().toString())
        .isEqualTo(
            "{\"chat_id\":\"@a\",\"document\":{\"path\":\""
                + strip
                + "\"},\"caption\":\"Көл\",\"protect_content\":true}");

    Way words = next(document.part());
    assertThat(words.how()).isEqualTo(Reason.of(ReasonCode.WITHOUT_PICTURE));
    assertThat(call(words).method()).isEqualTo("sendMessage");
    assertThat(call(words).params().path("text").asText()).isEqualTo("Көл");
    assertThat(call(words).params().path("protect_content").asBoolean()).isTrue();
    assertThat(desk().next(words.part())).isEmpty();
  }

  @Test
  void whatWasUploadedAndRefusedAgainIsSentAsADocument() throws Exception {
    internet.put(URL, picture(640, 400, "png"));
    Way uploaded = next(photo("\"" + URL + "\""));
    assertThat(call(next(uploaded.part())).method()).isEqualTo("sendDocument");
  }

  @Test
  void whatIsNoPictureOrNotToBeHadIsLeftOut() {
    assertThat(next(photo("\"" + URL + "\"")).how())
        .isEqualTo(Reason.of(ReasonCode.WITHOUT_PICTURE));
    internet.put(URL, "<html>Not found</html>".getBytes(StandardCharsets.UTF_8));
    assertThat(next(photo("\"" + URL + "\"")).how())
        .isEqualTo(Reason.of(ReasonCode.WITHOUT_PICTURE));
    assertThat(next(photo("{\"path\": \"/none/lake.png\"}")).how())
        .isEqualTo(Reason.of(ReasonCode.WITHOUT_PICTURE));
  }

  @Test
  void aDamagedPictureIsAFile() throws Exception {
    byte[] picture = picture(640, 400, "bmp");
    internet.put(URL, Arrays.copyOf(picture, picture.length / 2));
    assertThat(call(next(photo("\"" + URL + "\""))).method()).isEqualTo("sendDocument");
  }

  @Test
  void ofAnAlbumThePicturesThatCanBeHadAreUploaded() throws Exception {
    internet.put("https://a.kz/2.jpg", picture(640, 400, "jpeg"));
    internet.put("https://a.kz/3.jpg", picture(641, 400, "jpeg"));

    Way way = next(album(1, 2, 3));

    assertThat(way.how()).isEqualTo(Reason.of(ReasonCode.PICTURES_UPLOADED_FEWER, 1));
    assertThat(call(way).method()).isEqualTo("sendMediaGroup");
    assertThat(call(way).params().path("media")).hasSize(2);
    assertThat(call(way).params().path("media").path(0).path("caption").asText()).isEqualTo("Көл");
    assertThat(next(way.part()).how()).isEqualTo(Reason.of(ReasonCode.WITHOUT_PICTURE));
  }

  @Test
  void theVideoOfAnAlbumIsLeftOutOnceItsPicturesAreUploaded() throws Exception {
    internet.put("https://a.kz/1.jpg", picture(640, 400, "jpeg"));
    PostPart album =
        call(
            "sendMediaGroup",
            """
            {"chat_id": "@a", "media": [
             {"type": "photo", "media": "https://a.kz/1.jpg", "caption": "Көл"},
             {"type": "video", "media": "https://a.kz/1.mp4"}]}
            """);

    Way uploaded = next(album);
    assertThat(uploaded.how()).isEqualTo(Reason.of(ReasonCode.PICTURES_UPLOADED));
    assertThat(uploaded.part().media().get(1).location()).isEqualTo("https://a.kz/1.mp4");
    assertThat(call(next(uploaded.part())).method()).isEqualTo("sendPhoto");
  }

  @Test
  void videosAloneGiveWayToTheirWords() throws Exception {
    PostPart album =
        call(
            "sendMediaGroup",
            """
            {"chat_id": "@a", "media": [
             {"type": "video", "media": "https://a.kz/1.mp4", "caption": "Көл"},
             {"type": "video", "media": "https://a.kz/2.mp4"}]}
            """);
    assertThat(next(album).how()).isEqualTo(Reason.of(ReasonCode.WITHOUT_VIDEO));
    assertThat(call(next(album)).method()).isEqualTo("sendMessage");
  }

  @Test
  void anAlbumOfWhichOnePictureIsLeftIsAPhoto() throws Exception {
    internet.put("https://a.kz/2.jpg", picture(640, 400, "jpeg"));
    Way way = next(album(1, 2));
    assertThat(call(way).method()).isEqualTo("sendPhoto");
    assertThat(call(way).params().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("chat_id", "photo", "caption");
  }

  @Test
  void aFileThatIsNoPictureOfTheFoldersIsNotSentNorKept() throws Exception {
    Path text = Files.writeString(folder.resolve("passport.jpg"), "No picture");
    for (String path : List.of(text.toString(), "/etc/passwd", folder + "/none.jpg", "a")) {
      PostPart part = photo("{\"path\": \"" + path + "\"}");
      assertThat(desk().unfit(part)).contains(Reason.of(ReasonCode.PICTURE_NOT_HERE, path));
      assertThat(next(part).how()).isEqualTo(Reason.of(ReasonCode.WITHOUT_PICTURE));
    }
    assertThat(folder.resolve("pictures")).doesNotExist();
  }

  @Test
  void aFileThatIsLargerThanTelegramTakesIsNotUploadedInVain() throws Exception {
    Path file = folder.resolve("large.png");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.write(picture(4, 4, "png"));
      large.setLength(10_000_001);
    }
    assertThat(desk().unfit(photo("{\"path\": \"" + file + "\"}")))
        .contains(Reason.of(ReasonCode.FILE_ABOVE_LIMIT, "large.png", 10_000_001, 10_000_000));
    assertThat(desk().unfit(photo("\"" + URL + "\""))).isEmpty();
  }

  @Test
  void aPhotoThatWasTakenSidewaysStandsUprightWhenScaled() throws Exception {
    byte[] jpeg = picture(9000, 1100, "jpeg");
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(jpeg, 0, 2);
    turned.write(exif);
    turned.write(jpeg, 2, jpeg.length - 2);
    internet.put(URL, turned.toByteArray());
    assertThat(next(photo("\"" + URL + "\"")).how())
        .isEqualTo(Reason.of(ReasonCode.PICTURE_SCALED, "313×2560"));
  }

  @Test
  void aPictureIsKeptForAWeek() throws Exception {
    internet.put(URL, picture(640, 400, "png"));
    Path file = path(next(photo("\"" + URL + "\"")), "photo");
    Instant now = Instant.parse("2026-03-10T00:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(6 * 86_400)));
    files().clean(now);
    assertThat(file).exists();
    files().clean(now.plusSeconds(2 * 86_400));
    assertThat(file).doesNotExist();
  }

  private Way next(PostPart refused) {
    return desk().next(refused).orElseThrow();
  }

  private PictureFallback desk() {
    return new PictureFallback(
        files(),
        new MediaFolders(List.of(folder)),
        (address, file) ->
            Files.write(
                file,
                Optional.ofNullable(internet.get(address))
                    .orElseThrow(() -> new IOException(address))));
  }

  private PictureFiles files() {
    return new PictureFiles(folder.resolve("pictures"));
  }

  private static Path path(Way way, String field) {
    return Path.of(call(way).params().path(field).path("path").asText());
  }

  private static PostPart photo(String picture) {
    return call(
        "sendPhoto",
        "{\"chat_id\": \"@a\", \"photo\": %s, \"caption\": \"Көл\", \"protect_content\": true}"
            .formatted(picture));
  }

  private static PostPart album(int... numbers) {
    List<String> items =
        Arrays.stream(numbers)
            .mapToObj(n -> "{\"type\": \"photo\", \"media\": \"https://a.kz/%d.jpg\"".formatted(n))
            .toList();
    String media = String.join("}, ", items).replaceFirst("}", ", \"caption\": \"Көл\"}");
    return call("sendMediaGroup", "{\"chat_id\": \"@a\", \"media\": [" + media + "}]}");
  }

  private static PostPart call(String method, String params) {
    return PostPartCodec.read(new PostPartCodec.Stored(method, params));
  }

  private static BotCall call(Way way) {
    return PostPartCodec.call(way.part());
  }

  private static byte[] picture(int width, int height, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int type = format.equals("png") ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_INT_RGB;
    ImageIO.write(new BufferedImage(width, height, type), format, out);
    return out.toByteArray();
  }
}
