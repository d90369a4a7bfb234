package kz.zharshy.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come, a reader reads them or refuses them in words. */
@Tag("slow")
final class FuzzTest {
  private static final Path FINDS = Path.of("src/test/resources/kz/zharshy/fuzz");

  static List<Path> finds() throws IOException {
    try (Stream<Path> files = Files.list(FINDS)) {
      return files.sorted().toList();
    }
  }

  /** The name of a find begins with its target's. */
  @ParameterizedTest
  @MethodSource("finds")
  void whatOnceBrokeAReaderIsReadOrRefused(Path find) throws IOException {
    Target target = Target.valueOf(find.getFileName().toString().replaceFirst("-.*", ""));
    byte[] bytes = Files.readAllBytes(find);

    assertThatCode(() -> target.read(bytes)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void damagedInputIsReadOrRefused(Target target) {
    Damage damage = new Damage(20_261_130, target.seeds());
    for (int i = 0; i < 100; i++) {
      byte[] bytes = damage.next();
      assertThatCode(() -> target.read(bytes)).as("damage %d", i).doesNotThrowAnyException();
    }
  }
}
