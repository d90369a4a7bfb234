package kz.zharshy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

/** README and the manuals say what the program does, and their links lead somewhere. */
final class PagesTest {
  private static final Path README = Path.of("README.md");
  private static final Path PAGES = Path.of("src", "site", "markdown");
  private static final Path PHRASES =
      Path.of("src", "main", "resources", "kz", "zharshy", "chat", "phrases_en.properties");
  private static final Path ROOMS = Path.of("src", "main", "java", "kz", "zharshy");
  private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")([^)\"\\s]+)[)\"]");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|^    .*?$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  /** What the program tells of an article beside the columns that other programs may write. */
  private static final Set<String> OF_THE_BOT =
      Set.of("route", "reason", "reason_code", "reason_arguments", "parts", "history");

  @TempDir private Path folder;

  @Test
  void readmeIsShort() throws Exception {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(250);
  }

  @Test
  void theTableOfSettingsIsTheProgramsOwn() throws Exception {
    assertThat(page("settings")).contains(CommonOptions.table().markdown());
  }

  @Test
  void theManualNamesEveryCommandOfTheTerminal() throws Exception {
    Command root = Objects.requireNonNull(ZharshyCommand.class.getAnnotation(Command.class));
    String manual = page("operators");

    assertThat(root.subcommands())
        .allSatisfy(
            type -> {
              Command command = Objects.requireNonNull(type.getAnnotation(Command.class));
              assertThat(manual).contains("java -jar target/zharshy.jar " + command.name());
            });
  }

  @Test
  void theTableOfColumnsHasEveryColumnOfAnArticle() throws Exception {
    Path file = Files.writeString(folder.resolve("a.md"), "# Snow\n\nIt snows.\n");
    Program program = Program.in(folder);
    assertThat(program.run("add", file.toString())).isZero();
    program.out();
    assertThat(program.run("show", "1", "--json")).isZero();
    JsonNode article = new ObjectMapper().readTree(program.out());
    Set<String> columns = new TreeSet<>();
    article.fieldNames().forEachRemaining(columns::add);
    columns.removeAll(OF_THE_BOT);

    assertThat(firstCells(page("articles"), "## Columns"))
        .containsExactlyInAnyOrderElementsOf(columns);
  }

  @Test
  void theManualsNameEveryCommandOfTheBot() throws Exception {
    Properties phrases = new Properties();
    try (Reader bundle = Files.newBufferedReader(PHRASES)) {
      phrases.load(bundle);
    }
    String manuals = page("readers") + page("editors");
    List<String> commands =
        phrases.stringPropertyNames().stream()
            .filter(key -> key.startsWith("menu."))
            .map(key -> "/" + key.substring("menu.".length()))
            .toList();

    assertThat(commands).contains("/latest", "/post");
    assertThat(commands).allSatisfy(command -> assertThat(manuals).contains("`" + command));
  }

  @Test
  void theArchitecturePageNamesEveryRoom() throws Exception {
    try (Stream<Path> rooms = Files.list(ROOMS)) {
      List<String> names =
          rooms.filter(Files::isDirectory).map(room -> room.getFileName().toString()).toList();

      assertThat(firstCells(page("architecture"), "## The rooms"))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void theChangelogBeginsWithTheVersionOfThePom() throws Exception {
    String version =
        VERSION
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    String newest =
        Pattern.compile("(?m)^## \\[([^]]+)]")
            .matcher(page("changelog"))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);

    assertThat(newest).isEqualTo(version);
  }

  @Test
  void everyLinkLeadsToAFileAndAHeadingThatAreThere() throws Exception {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      for (String link : links(Files.readString(page))) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        boolean there = Files.exists(target);
        boolean heading = parts.length == 1 || (there && anchors(target).contains(parts[1]));
        if (!there || !heading) {
          broken.add(page + ": " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageIsLinkedFromReadme() throws Exception {
    String readme = Files.readString(README);

    assertThat(pages())
        .allSatisfy(
            page ->
                assertThat(page.equals(README) || readme.contains(slashed(page)))
                    .as("%s", page)
                    .isTrue());
  }

  @Test
  void theFileAndClassNamesOfTheArchitecturePageAreThere() throws Exception {
    List<String> missing =
        Pattern.compile("`([a-z]+(?:/[a-z]+)*/[A-Z][A-Za-z]+)`")
            .matcher(page("architecture"))
            .results()
            .map(found -> found.group(1))
            .filter(name -> !Files.exists(ROOMS.resolve(name + ".java")))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void thePicturesAreSmall() throws Exception {
    List<Path> pictures =
        links(Files.readString(README)).stream()
            .filter(link -> link.endsWith(".jpg"))
            .map(Path::of)
            .toList();

    assertThat(pictures).isNotEmpty();
    for (Path picture : pictures) {
      assertThat(picture).isNotEmptyFile();
      assertThat(Files.size(picture)).isLessThan(150_000);
    }
  }

  private static String page(String name) throws IOException {
    return Files.readString(PAGES.resolve(name + ".md"));
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README));
    for (Path folder : List.of(PAGES, Path.of(".github"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages;
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The links to files of this repository, outside of code. */
  private static List<String> links(String markdown) {
    return LINK.matcher(CODE.matcher(markdown).replaceAll(""))
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  /** The anchors that GitHub gives a page's headings. */
  private static Set<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(CODE.matcher(Files.readString(page)).replaceAll(""))
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The names in back-ticks in the first column of the table below a heading. */
  private static List<String> firstCells(String markdown, String heading) {
    String section = markdown.substring(markdown.indexOf(heading));
    return Arrays.stream(section.split("\n"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf('|', 1)))
        .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
