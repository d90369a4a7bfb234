package kz.zharshy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.zharshy.article.Draft;
import kz.zharshy.store.ArticleQueue;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
@AnalyzeClasses(packages = "kz.zharshy", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final int MOST_PARAMETERS = 7;
  private static final Pattern BELOW = Pattern.compile("[|] `(\\w+[.][\\w.]+)` [|] (.*) [|]");
  private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");
  private static final int MOST_IN_LOOPS = 8;

  @ArchTest static final ArchRule languageKnowsNothing = mayKnow("language");

  @ArchTest static final ArchRule articleKnowsOnlyLanguages = mayKnow("article", "language");

  @ArchTest static final ArchRule healthKnowsOnlyReasons = mayKnow("health", "article");

  @ArchTest
  static final ArchRule sourceKnowsOnlyArticles =
      mayKnow("source", "article", "health", "language", "memory");

  @ArchTest
  static final ArchRule storeKnowsOnlyArticles = mayKnow("store", "article", "health", "language");

  @ArchTest static final ArchRule postKnowsOnlyArticles = mayKnow("post", "article", "language");

  @ArchTest static final ArchRule scheduleKnowsOnlyArticles = mayKnow("schedule", "article");

  @ArchTest
  static final ArchRule telegramKnowsOnlyPosts = mayKnow("telegram", "article", "health", "post");

  @ArchTest
  static final ArchRule publishKnowsWhatItJoins =
      mayKnow(
          "publish",
          "article",
          "health",
          "language",
          "store",
          "post",
          "media",
          "schedule",
          "telegram");

  @ArchTest
  static final ArchRule searchKnowsTheArchive =
      mayKnow("search", "article", "health", "language", "store");

  @ArchTest
  static final ArchRule chatKnowsTheStream =
      mayKnow(
          "chat",
          "article",
          "health",
          "language",
          "source",
          "store",
          "search",
          "post",
          "schedule",
          "telegram",
          "publish");

  @ArchTest
  static final ArchRule mediaKnowWhatTheyArePartOf =
      mayKnow("media", "article", "health", "memory", "post");

  @ArchTest static final ArchRule memoryKnowsHeartbeats = mayKnow("memory", "health");

  @ArchTest static final ArchRule configKnowsNothing = mayKnow("config");

  @ArchTest static final ArchRule sandboxKnowsNothingOfTheBot = mayKnow("sandbox");

  @ArchTest
  static final ArchRule thereIsNoCircle =
      slices().matching("kz.zharshy.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule postsAndTalksAreNoJsonTrees =
      noClasses()
          .that()
          .resideInAnyPackage("kz.zharshy.post..", "kz.zharshy.publish..", "kz.zharshy.chat..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind.node..")
          .because("only telegram and store write and read JSON of their own");

  @ArchTest
  static final ArchRule timeComesInFromOutside =
      noClasses()
          .that()
          .resideOutsideOfPackages("kz.zharshy.app..", "kz.zharshy.cli..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .because("a Clock is given in constructors; only the composition root may make one")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule whatComesInGoesThroughTheGate =
      noClasses()
          .that()
          .resideOutsideOfPackage("kz.zharshy.store..")
          .and()
          .doNotHaveSimpleName("Application")
          .should()
          .callMethod(ArticleQueue.class, "add", Draft.class, String.class, Instant.class)
          .because("only the sandbox's samples are as good as written into the database");

  @ArchTest
  static final ArchRule onlyCommandsKnowPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("kz.zharshy.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyTelegramKnowsTheBotApisMethods =
      noClasses()
          .that()
          .resideOutsideOfPackage("kz.zharshy.telegram..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.telegram..api.methods..",
              "org.telegram..objects.commands..",
              "org.telegram..inlinequery.result..",
              "org.telegram..inlinequery.inputmessagecontent..",
              "org.telegram.telegrambots.client..");

  @ArchTest
  static final ArchRule nobodyKnowsTheRunningProgram =
      noClasses()
          .that()
          .resideOutsideOfPackages("kz.zharshy.app..", "kz.zharshy.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("kz.zharshy.app..", "kz.zharshy.cli..");

  /** By their names neither; the help of the sandbox shows two for trying out. */
  @Test
  void nobodyElseNamesTheBotApisMethods() throws IOException {
    Pattern method =
        Pattern.compile(
            "\\b(?:send(?:Message|Photo|Video|Document|MediaGroup|RichMessage)|getUpdates|getMe|"
                + "edit(?:Message(?:Text|Caption|Media|ReplyMarkup))|deleteMessages?|getFile|"
                + "forwardMessage|(?:un)?pinChatMessage|answer(?:InlineQuery|CallbackQuery)|"
                + "(?:get|set|delete)MyCommands|getWebhookInfo)\\b");
    Path root = Path.of("src/main/java/kz/zharshy");
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile))
          .filteredOn(file -> !file.startsWith(root.resolve("telegram")))
          .filteredOn(file -> !file.startsWith(root.resolve("sandbox")))
          .filteredOn(file -> !file.endsWith("SandboxCommand.java"))
          .noneMatch(file -> method.matcher(text(file)).find());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of its own room, a room below may know what the architecture page says, no more, no less. */
  @ArchTest
  static void roomsBelowRoomsKnowWhatIsDrawn(JavaClasses classes) throws IOException {
    Map<String, Set<String>> drawn = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("src/site/markdown/architecture.md"))) {
      Matcher row = BELOW.matcher(line);
      if (row.matches()) {
        Set<String> known = drawn.computeIfAbsent(row.group(1), room -> new TreeSet<>());
        NAME.matcher(row.group(2)).results().forEach(name -> known.add(name.group(1)));
      }
    }
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass each : classes) {
      String room = room(each);
      if (!room.contains(".")) {
        continue;
      }
      Set<String> known = found.computeIfAbsent(room, name -> new TreeSet<>());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String other = room(dependency.getTargetClass().getBaseComponentType());
        if (!other.equals(room) && top(other).equals(top(room))) {
          known.add(other);
        }
      }
    }
    assertThat(found).isEqualTo(drawn);
  }

  private static String room(JavaClass each) {
    return each.getPackageName().replaceFirst("^kz[.]zharshy[.]?", "");
  }

  private static String top(String room) {
    return room.replaceFirst("[.].*", "");
  }

  @ArchTest
  static void noConstructorTakesMoreThanSevenParameters(JavaClasses classes) {
    Set<String> tooLong = new TreeSet<>();
    for (JavaClass each : classes) {
      for (JavaConstructor constructor : each.getConstructors()) {
        if (written(constructor) > MOST_PARAMETERS) {
          tooLong.add(each.getName().substring("kz.zharshy.".length()));
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @ArchTest
  static void fewClassesAreInLoops(JavaClasses classes) {
    Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass each : classes) {
      Set<String> others = known.computeIfAbsent(outermost(each), name -> new TreeSet<>());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        if (dependency.getTargetClass().getPackageName().startsWith("kz.zharshy")) {
          others.add(outermost(dependency.getTargetClass()));
        }
      }
    }
    List<Set<String>> loops = new ClassLoops(known).all();
    assertThat(loops.stream().mapToInt(Set::size).sum())
        .as("classes in %s", loops)
        .isLessThanOrEqualTo(MOST_IN_LOOPS);
  }

  /** Without what the compiler adds: an enum's name and number, the instance around an inner. */
  private static int written(JavaConstructor constructor) {
    JavaClass owner = constructor.getOwner();
    boolean inner = owner.isInnerClass() || owner.isLocalClass() || owner.isAnonymousClass();
    int added = owner.isEnum() ? 2 : inner ? 1 : 0;
    return constructor.getRawParameterTypes().size() - added;
  }

  private static String outermost(JavaClass nested) {
    return nested.getName().replaceFirst("[$].*", "").replaceFirst("\\[.*", "");
  }

  private static ArchRule mayKnow(String room, String... others) {
    DescribedPredicate<JavaClass> outside =
        DescribedPredicate.not(resideInAPackage("kz.zharshy.."))
            .or(resideInAPackage("kz.zharshy." + room + ".."));
    for (String other : others) {
      outside = outside.or(resideInAPackage("kz.zharshy." + other + ".."));
    }
    return classes()
        .that()
        .resideInAPackage("kz.zharshy." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            outside.as("are of %s or of other libraries", Arrays.toString(others)))
        .allowEmptyShould(true);
  }
}
