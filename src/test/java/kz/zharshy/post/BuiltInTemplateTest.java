package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BuiltInTemplateTest {
  private static final Path IN_CONFIG = Path.of("config/templates/default.peb");
  private static final Path IN_JAR = Path.of("src/main/resources/kz/zharshy/post/default.peb");

  @Test
  void theOneInConfigIsTheBotsOwn() throws Exception {
    assertThat(IN_CONFIG).hasSameTextualContentAs(IN_JAR);
  }

  @Test
  void itTellsEveryName() throws Exception {
    List<String> lines = Files.readAllLines(IN_CONFIG);
    assertThat(TemplateValues.NAMES)
        .allMatch(
            name -> lines.stream().anyMatch(line -> line.matches("  .*\\b" + name + "\\b.*")));
  }
}
