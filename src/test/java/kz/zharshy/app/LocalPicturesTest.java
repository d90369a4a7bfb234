package kz.zharshy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import kz.zharshy.media.MediaFolders;
import kz.zharshy.post.PictureSizes.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalPicturesTest {
  @TempDir Path folder;

  @Test
  void ofWhatLiesOutsideTheFoldersNobodyLearnsWhetherItIsThere() throws Exception {
    Path media = Files.createDirectory(folder.resolve("media"));
    BufferedImage picture = new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", media.resolve("a.png").toFile());
    ImageIO.write(picture, "png", folder.resolve("passport.png").toFile());
    LocalPictures sizes = new LocalPictures(new MediaFolders(List.of(media)));

    assertThat(sizes.of(media.resolve("a.png").toString())).isEqualTo(new Answer.Known(16, 9));
    assertThat(sizes.of(folder.resolve("passport.png").toString()))
        .isEqualTo(sizes.of(folder.resolve("none.png").toString()))
        .isEqualTo(new Answer.Unreadable());
    assertThat(sizes.of("telegram:kept")).isEqualTo(new Answer.Unknown());
  }
}
