package kz.zharshy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Bot API's methods are named where calls are made and where they are answered only. */
final class MethodNamesTest {
  private static final Path MAIN = Path.of("src/main/java/kz/zharshy");
  private static final Pattern ANSWERED = Pattern.compile("methods\\.add\\(\\s*\"(\\w+)\"");
  private static final Pattern WORD = Pattern.compile("[\"'](\\w+)[\"']");

  @Test
  void noRoomButTelegramAndTheSandboxNamesAMethod() throws IOException {
    Set<String> methods = methods();
    assertThat(methods).contains("sendMessage", "editMessageMedia", "deleteMessage");
    Set<String> found = new TreeSet<>();
    for (Path file : sources(MAIN)) {
      String room = MAIN.relativize(file).getName(0).toString();
      if (!room.equals("telegram") && !room.equals("sandbox")) {
        Matcher words = WORD.matcher(Files.readString(file));
        while (words.find()) {
          if (methods.contains(words.group(1))) {
            found.add(MAIN.relativize(file) + ": " + words.group(1));
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static Set<String> methods() throws IOException {
    Set<String> methods = new TreeSet<>();
    for (Path file : sources(MAIN.resolve("sandbox"))) {
      Matcher answered = ANSWERED.matcher(Files.readString(file));
      while (answered.find()) {
        methods.add(answered.group(1));
      }
    }
    return methods;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
