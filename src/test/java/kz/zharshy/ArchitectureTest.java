package kz.zharshy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;

/** Who may know whom. */
@AnalyzeClasses(packages = "kz.zharshy", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest static final ArchRule languageKnowsNothing = mayKnow("language");

  @ArchTest static final ArchRule articleKnowsOnlyLanguages = mayKnow("article", "language");

  @ArchTest
  static final ArchRule sourceKnowsOnlyArticles = mayKnow("source", "article", "language");

  @ArchTest static final ArchRule storeKnowsOnlyArticles = mayKnow("store", "article", "language");

  @ArchTest static final ArchRule postKnowsOnlyArticles = mayKnow("post", "article", "language");

  @ArchTest static final ArchRule scheduleKnowsOnlyArticles = mayKnow("schedule", "article");

  @ArchTest static final ArchRule telegramKnowsOnlyPosts = mayKnow("telegram", "post");

  @ArchTest
  static final ArchRule publishKnowsWhatItJoins =
      mayKnow("publish", "article", "language", "store", "post", "schedule", "telegram");

  @ArchTest
  static final ArchRule searchKnowsTheArchive = mayKnow("search", "article", "language", "store");

  @ArchTest
  static final ArchRule chatKnowsTheStream =
      mayKnow(
          "chat",
          "article",
          "language",
          "source",
          "store",
          "search",
          "post",
          "schedule",
          "telegram",
          "publish");

  @ArchTest static final ArchRule mediaKnowWhatTheyArePartOf = mayKnow("media", "post", "publish");

  @ArchTest static final ArchRule configKnowsNothing = mayKnow("config");

  @ArchTest static final ArchRule sandboxKnowsNothingOfTheBot = mayKnow("sandbox");

  @ArchTest
  static final ArchRule thereIsNoCircle =
      slices().matching("kz.zharshy.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule timeComesInFromOutside =
      noClasses()
          .that()
          .resideOutsideOfPackage("kz.zharshy.cli..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .because("a Clock is given in constructors; only the composition root may make one")
          .allowEmptyShould(true);

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
