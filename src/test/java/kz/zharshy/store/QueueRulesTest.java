package kz.zharshy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import org.junit.jupiter.api.Test;

final class QueueRulesTest {
  private static final Path SCHEMA = Path.of("src/main/resources/kz/zharshy/store");
  private static final Pattern RULE =
      Pattern.compile("CONSTRAINT\\s+\"([^\"]+)\"|RAISE\\(ABORT,\\s*'((?:[^']|'')+)'\\)");

  @Test
  void eachRuleOfTheSchemaHasACode() {
    List<String> rules = rules();

    assertThat(rules).contains("title must not be blank", "the audit is never changed");
    assertThat(rules).allMatch(rule -> QueueRules.reason(rule).code() != ReasonCode.QUEUE_SAYS);
  }

  @Test
  void whatIsNoRuleOfOursIsToldInTheDatabasesWords() {
    assertThat(QueueRules.reason("UNIQUE constraint failed: article.external_id"))
        .isEqualTo(
            Reason.of(ReasonCode.QUEUE_SAYS, "UNIQUE constraint failed: article.external_id"));
  }

  private static List<String> rules() {
    try (Stream<Path> files = Files.walk(SCHEMA)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .flatMap(file -> RULE.matcher(read(file)).results())
          .map(QueueRulesTest::words)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(MatchResult rule) {
    return rule.group(1) == null ? rule.group(2).replace("''", "'") : rule.group(1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
