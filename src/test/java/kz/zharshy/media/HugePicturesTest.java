package kz.zharshy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.zharshy.article.MediaKind;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.media.MediaFallback.Way;
import kz.zharshy.post.PostPart;
import kz.zharshy.telegram.PostPartCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files of many pixels: no way of saving one of them needs the memory of all its pixels. */
final class HugePicturesTest {
  private static final int SIDE = 15_000;
  private static final long LITTLE = 100L << 20;

  private static final Map<String, HugePictures.Writer> FILES =
      Map.of(
          "strip.tiff", HugePictures::tiff,
          "rows.png", HugePictures::png,
          "passes.png", HugePictures::interlacedPng,
          "progressive.jpg", HugePictures::progressiveJpeg,
          "screen.gif", HugePictures::gif,
          "runs.bmp", HugePictures::bmp);

  @TempDir private Path folder;

  @Test
  void whatCannotBeScaledWithinTheBudgetGoesAsAFile() throws Exception {
    for (Map.Entry<String, HugePictures.Writer> each : FILES.entrySet()) {
      Path file = folder.resolve(each.getKey());
      each.getValue().write(file, SIDE, SIDE);

      long before = allocated();
      Way way = saved(file);

      assertThat(way.how()).as(each.getKey()).isEqualTo(Reason.of(ReasonCode.PICTURE_AS_FILE));
      assertThat(way.part().media().get(0).kind()).isEqualTo(MediaKind.DOCUMENT);
      assertThat(allocated() - before).as(each.getKey()).isLessThan(LITTLE);
    }
  }

  @Test
  void aPictureOfAPhoneIsScaledLineByLine() throws Exception {
    Path file = folder.resolve("phone.jpg");
    HugePictures.jpeg(file, 16_320, 12_240);

    long before = allocated();
    Way way = saved(file);

    assertThat(way.how()).isEqualTo(Reason.of(ReasonCode.PICTURE_SCALED, "2560×1920"));
    assertThat(allocated() - before).isLessThan(LITTLE);
  }

  @Test
  void theHeaderTellsSizeAndWhatDecodingTakes() throws Exception {
    for (Map.Entry<String, HugePictures.Writer> each : FILES.entrySet()) {
      Path file = folder.resolve(each.getKey());
      each.getValue().write(file, 1200, 900);
      PictureHeader header = PictureHeader.of(file).orElseThrow();
      assertThat(header.width()).as(each.getKey()).isEqualTo(1200);
      assertThat(header.height()).as(each.getKey()).isEqualTo(900);
    }
    assertThat(header("strip.tiff").workBytes()).isBetween(6_480_000L, 6_500_000L);
    assertThat(header("rows.png").workBytes()).isZero();
    assertThat(header("progressive.jpg").workBytes()).isEqualTo(2L * 3 * 1200 * 900);
    assertThat(header("runs.bmp").workBytes()).isEqualTo(PictureHeader.BEYOND);
    Files.writeString(folder.resolve("words.png"), "Көл туралы");
    assertThat(PictureHeader.of(folder.resolve("words.png"))).isEmpty();
  }

  @Test
  void aWebPictureIsKnownByItsSize() throws Exception {
    Path file = folder.resolve("lake.webp");
    ByteBuffer webp = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22);
    webp.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
    webp.put((byte) 0x97).put((byte) 0x3A).put((byte) 0).put((byte) 0x63).put((byte) 0);
    Files.write(file, webp.array());
    PictureHeader header = PictureHeader.of(file).orElseThrow();
    assertThat(header.width()).isEqualTo(15_000);
    assertThat(header.height()).isEqualTo(100);
  }

  @Test
  void aLengthThatAHeaderClaimsIsNotBelieved() throws Exception {
    Path tiff = folder.resolve("claims.tiff");
    HugePictures.tiff(tiff, 300, 300);
    try (RandomAccessFile file = new RandomAccessFile(tiff.toFile(), "rw")) {
      file.seek(file.length() - 4 - 12 + 8);
      file.writeInt(0xFFFFFF7F); // the length of its strip: two gigabytes
    }
    assertThat(PictureHeader.of(tiff).orElseThrow().workBytes()).isEqualTo(PictureHeader.BEYOND);
    assertThat(saved(tiff).how()).isEqualTo(Reason.of(ReasonCode.PICTURE_AS_FILE));

    Path png = folder.resolve("claims.png");
    HugePictures.png(png, 9000, 2000);
    try (RandomAccessFile file = new RandomAccessFile(png.toFile(), "rw")) {
      file.seek(33);
      file.writeInt(0x7FFFFFFF);
      file.writeBytes("zTXt");
    }
    assertThatThrownBy(() -> PictureHeader.of(png)).isInstanceOf(IOException.class);
    assertThat(saved(png).how()).isEqualTo(Reason.of(ReasonCode.PICTURE_AS_FILE));
  }

  @Test
  void everyKindIsScaledWhereItsDecodingIsBounded() throws Exception {
    Path tiff = folder.resolve("small.tiff");
    HugePictures.tiff(tiff, 1600, 1200);
    assertThat(saved(tiff).how()).isEqualTo(Reason.of(ReasonCode.PICTURE_SCALED, "1600×1200"));
    Path gif = folder.resolve("small.gif");
    HugePictures.gif(gif, 1600, 1200);
    assertThat(saved(gif).how()).isEqualTo(Reason.of(ReasonCode.PICTURE_SCALED, "1600×1200"));
    Path png = folder.resolve("wide.png");
    HugePictures.interlacedPng(png, 9000, 2000);
    assertThat(saved(png).how()).isEqualTo(Reason.of(ReasonCode.PICTURE_SCALED, "2560×569"));
    Path jpeg = folder.resolve("wide.jpg");
    HugePictures.progressiveJpeg(jpeg, 9000, 1200);
    assertThat(saved(jpeg).how()).isEqualTo(Reason.of(ReasonCode.PICTURE_SCALED, "2560×341"));
    try (var left = Files.list(folder.resolve("pictures"))) {
      assertThat(left).as("no draft is left behind").allMatch(it -> it.toString().endsWith(".jpg"));
    }
  }

  private PictureHeader header(String name) throws IOException {
    return PictureHeader.of(folder.resolve(name)).orElseThrow();
  }

  private Way saved(Path file) {
    PostPart photo =
        PostPartCodec.read(
            new PostPartCodec.Stored(
                "sendPhoto",
                "{\"chat_id\": \"@a\", \"photo\": {\"path\": \""
                    + file
                    + "\"}, \"caption\": \"Көл\"}"));
    PictureFallback pictures =
        new PictureFallback(
            new PictureFiles(folder.resolve("pictures")),
            new MediaFolders(List.of(folder)),
            (address, into) -> {
              throw new IOException(address);
            });
    return pictures.next(photo).orElseThrow();
  }

  /** What this thread has allocated since it began. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
