package kz.zharshy.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zharshy.article.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle of every room, held against the others and against the code. */
final class BundlesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/kz/zharshy");
  private static final Path WRITTEN = Path.of("src/test/resources/kz/zharshy/language");
  private static final Path FOUND = Path.of("target/plurals");
  private static final List<Long> NUMBERS = List.of(0L, 1L, 2L, 5L, 11L, 21L, 101L);
  private static final Pattern PLURAL = Pattern.compile("(.+)\\.(?:one|few|many|other)");

  /** What log and terminal are told; they speak English. */
  private static final String LOG = ".log";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
  private static final Map<Language, Set<String>> FORMS =
      Map.of(
          Language.KK, Set.of("one", "other"),
          Language.RU, Set.of("one", "few", "many"),
          Language.EN, Set.of("one", "other"));

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomSaysTheSameInAllLanguages(Path room) {
    Map<String, Set<String>> russian = placeholders(room, Language.RU);
    assertThat(placeholders(room, Language.KK)).isEqualTo(russian);
    assertThat(placeholders(room, Language.EN)).isEqualTo(russian);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aPluralHasExactlyTheFormsOfItsLanguage(Path room) {
    for (Language language : Language.values()) {
      Map<String, Set<String>> forms = new TreeMap<>();
      for (String key : bundle(room, language).stringPropertyNames()) {
        Matcher plural = PLURAL.matcher(key);
        if (plural.matches()) {
          String form = key.substring(plural.end(1) + 1);
          forms.computeIfAbsent(plural.group(1), any -> new TreeSet<>()).add(form);
        }
      }
      assertThat(forms.values()).allMatch(found -> found.equals(FORMS.get(language)));
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void noKeyStandsTwiceInAFile(Path room) throws IOException {
    for (Language language : Language.values()) {
      List<String> keys = new ArrayList<>();
      for (String line : Files.readAllLines(file(room, language))) {
        if (line.matches("[a-z].*=.*")) {
          keys.add(line.substring(0, line.indexOf('=')));
        }
      }
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void noKeyIsUnused(Path room) {
    String code = sources();
    assertThat(placeholders(room, Language.RU).keySet())
        // The menu takes the names of the commands; its own test holds them against each other.
        // So does the article room of its reasons.
        .allMatch(
            key ->
                key.matches("(menu|help|names)\\..*")
                    || Pattern.compile("[\" ]" + Pattern.quote(key) + "[\" ]").matcher(code).find()
                    || (room.endsWith("article") && ReasonCode.ofText(key).isPresent()));
  }

  /** So that somebody who speaks the language can read them all. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void pluralsAreAsTheyAreWrittenDown(Language language) throws IOException {
    StringBuilder found = new StringBuilder();
    for (Path room : rooms()) {
      String name = RESOURCES.relativize(room).toString();
      Phrases phrases = Phrases.of(name);
      Set<String> plurals = new TreeSet<>();
      for (String key : bundle(room, language).stringPropertyNames()) {
        Matcher plural = PLURAL.matcher(key);
        if (plural.matches()) {
          plurals.add(plural.group(1));
        }
      }
      for (String key : plurals) {
        found.append(name).append(' ').append(key).append('\n');
        for (long number : NUMBERS) {
          String phrase = phrases.count(language, key, number, "…", "…", "…", "…");
          found.append("  ").append(phrase.replace("\n", "\n    ")).append('\n');
        }
      }
    }
    String file = "plurals-" + language.code() + ".txt";
    Files.createDirectories(FOUND);
    Files.writeString(FOUND.resolve(file), found);
    assertThat(found.toString()).isEqualTo(Files.readString(WRITTEN.resolve(file)));
  }

  @Test
  void everyRoomIsSeen() {
    assertThat(rooms()).extracting(Path::getFileName).contains(Path.of("language"));
  }

  static List<Path> rooms() {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files
          .filter(file -> file.getFileName().toString().equals("phrases_ru.properties"))
          .map(Path::getParent)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Set<String>> placeholders(Path room, Language language) {
    Properties bundle = bundle(room, language);
    Map<String, Set<String>> all = new TreeMap<>();
    for (String key : bundle.stringPropertyNames()) {
      if (key.endsWith(LOG)) {
        continue;
      }
      Matcher plural = PLURAL.matcher(key);
      Set<String> names =
          all.computeIfAbsent(plural.matches() ? plural.group(1) : key, any -> new TreeSet<>());
      PLACEHOLDER
          .matcher(bundle.getProperty(key))
          .results()
          .forEach(name -> names.add(name.group()));
    }
    return all;
  }

  private static Properties bundle(Path room, Language language) {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(file(room, language))) {
      bundle.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }

  private static Path file(Path room, Language language) {
    return room.resolve("phrases_" + language.code() + ".properties");
  }

  private static String sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(BundlesTest::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
