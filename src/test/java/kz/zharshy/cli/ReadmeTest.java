package kz.zharshy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** The handbook says what the program does. */
final class ReadmeTest {
  private String readme = "";

  @BeforeEach
  void read() throws Exception {
    readme = Files.readString(Path.of("README.md"));
  }

  @Test
  void itsTableOfSettingsIsTheProgramsOwn() {
    assertThat(readme).contains(CommonOptions.table().markdown());
  }

  @Test
  void itNamesEveryCommand() {
    Command root = Objects.requireNonNull(ZharshyCommand.class.getAnnotation(Command.class));
    List<String> commands =
        Arrays.stream(root.subcommands())
            .map(type -> Objects.requireNonNull(type.getAnnotation(Command.class)).name())
            .toList();

    assertThat(commands)
        .allSatisfy(
            command -> assertThat(readme).contains("java -jar target/zharshy.jar " + command));
  }

  @Test
  void itsPicturesAreThereAndSmall() throws Exception {
    List<Path> pictures =
        Pattern.compile("src/site/pictures/[a-z-]+\\.jpg")
            .matcher(readme)
            .results()
            .map(found -> Path.of(found.group()))
            .toList();

    assertThat(pictures).isNotEmpty();
    for (Path picture : pictures) {
      assertThat(picture).isNotEmptyFile();
      assertThat(Files.size(picture)).isLessThan(150_000);
    }
  }
}
