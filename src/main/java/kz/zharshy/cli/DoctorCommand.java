package kz.zharshy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.app.Composition;
import kz.zharshy.article.ArticleState;
import kz.zharshy.config.ChannelSettings;
import kz.zharshy.config.Settings;
import kz.zharshy.ops.Check;
import kz.zharshy.ops.Doctor;
import kz.zharshy.ops.FileRights;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.store.QueueException;
import kz.zharshy.telegram.TelegramBotsApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether everything is in place. */
@Command(
    name = "doctor",
    description = "Checks token, channels, rights, database, clock and feeds, and says what to do.")
final class DoctorCommand extends ConfiguredCommand {
  @Option(names = "--json", description = "As a JSON array.")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = common.settings(terminal);
    Composition parts = new Composition(settings, terminal.clock());
    List<Check> checks = new ArrayList<>();
    checks.add(database(parts, settings));
    checks.addAll(FileRights.examine(settings.database(), common.fileWithToken(settings)));
    try (TelegramBotsApi api = parts.openTelegram()) {
      List<String> channels =
          settings.requireChannels().stream().map(ChannelSettings::name).toList();
      Doctor doctor = parts.doctor(api);
      Set<String> buttoned =
          settings.channels().stream()
              .filter(channel -> channel.look().siblings().equals("buttons"))
              .map(ChannelSettings::name)
              .collect(Collectors.toSet());
      checks.addAll(
          doctor.examine(
              channels,
              buttoned,
              new Doctor.Hearers(
                  Optional.ofNullable(settings.bot().logChat()), settings.bot().owners())));
    }
    checks.addAll(parts.examineFeeds());
    print(checks);
    return checks.stream().anyMatch(check -> check.result() == Check.Result.FAILED)
        ? ZharshyCommand.FAILED
        : 0;
  }

  private static Check database(Composition parts, Settings settings) {
    try (QueueDatabase database = parts.openDatabase()) {
      int waiting = database.articles().count(ArticleState.QUEUED);
      return Check.fine(
          "database", "%s is sound; %d wait in it.".formatted(settings.database(), waiting));
    } catch (QueueException e) {
      return Check.failed(
          "database", String.valueOf(e.getMessage()), "Mend this first: the queue is in it.");
    }
  }

  private void print(List<Check> checks) {
    if (json) {
      ArrayNode array = new ObjectMapper().createArrayNode();
      for (Check check : checks) {
        array
            .addObject()
            .put("name", check.name())
            .put("result", check.result().name().toLowerCase(Locale.ROOT))
            .put("finding", check.finding())
            .put("advice", check.advice());
      }
      terminal.out().println(array.toPrettyString());
    } else {
      checks.forEach(this::print);
    }
  }

  private void print(Check check) {
    String mark =
        switch (check.result()) {
          case FINE -> "✓";
          case WARNING -> "!";
          case FAILED -> "✗";
        };
    terminal.out().println("%s %s: %s".formatted(mark, check.name(), check.finding()));
    if (!check.advice().isEmpty()) {
      terminal.out().println("    " + check.advice());
    }
  }
}
