package kz.zharshy.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaFoldersTest {
  @TempDir Path folder;
  private Path media;
  private MediaFolders folders;

  @BeforeEach
  void make() throws IOException {
    media = Files.createDirectories(folder.resolve("media/2026"));
    folders = new MediaFolders(List.of(folder.resolve("none"), folder.resolve("media")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void aPictureInsideIsFoundByItsBytesWhateverItsName(String kind) throws IOException {
    Path file = picture(media.resolve("bridge"), kind);

    assertThat(folders.find(file.toString())).contains(file.toRealPath());
    assertThat(folders.find("2026/bridge")).contains(file.toRealPath());
  }

  @Test
  void soIsAVideo() throws IOException {
    byte[] mp4 = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'};
    byte[] webm = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 1};
    for (byte[] video : List.of(mp4, webm)) {
      Path file = Files.write(media.resolve("clip"), video);
      assertThat(folders.find(file.toString())).contains(file.toRealPath());
    }
  }

  @Test
  void whatIsNoPictureStaysHereWhateverItsName() throws IOException {
    Path text = Files.writeString(media.resolve("passport.jpg"), "BM: not for you at all, never");

    assertThat(folders.find(text.toString())).isEmpty();
    assertThat(folders.find(Files.createFile(media.resolve("empty.png")).toString())).isEmpty();
    assertThat(folders.find(media.toString())).isEmpty();
  }

  @Test
  void nothingOutsideIsFoundByAnyWayThere() throws IOException {
    Path outside = picture(folder.resolve("passport.png"), "png");
    Path link = Files.createSymbolicLink(media.resolve("link.png"), outside);
    Path folderLink = Files.createSymbolicLink(media.resolve("up"), folder);

    for (Object way :
        List.of(
            outside,
            link,
            folderLink.resolve("passport.png"),
            media.resolve("../../passport.png"),
            "../passport.png",
            "2026/../../passport.png",
            folder.resolve("none.png"))) {
      assertThat(folders.find(way.toString())).as(way.toString()).isEmpty();
    }
  }

  @Test
  void aFolderThatIsALinkIsTheFolderItself() throws IOException {
    Path file = picture(media.resolve("a.png"), "png");
    Path named = Files.createSymbolicLink(folder.resolve("named"), folder.resolve("media"));

    assertThat(new MediaFolders(List.of(named)).find(file.toString())).contains(file.toRealPath());
    assertThat(folders.find(named.resolve("2026/a.png").toString())).contains(file.toRealPath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\\host\\share\\a.png",
        "//host/share/a.png",
        "file:///srv/a.png",
        "FILE:/srv/a.png",
        "a\0.png",
        "",
        "/dev/zero",
        "/proc/self/environ",
        "\\/host/a.png"
      })
  void whatIsNoPathOfThisMachineIsNotLookedFor(String location) {
    assertThat(new MediaFolders(List.of(Path.of("/"))).find(location)).isEmpty();
  }

  private static Path picture(Path file, String kind) throws IOException {
    assertThat(
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), kind, file.toFile()))
        .isTrue();
    return file;
  }
}
