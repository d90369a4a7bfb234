package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings from a YAML file and the environment, which goes before the file, and tells
 * all mistakes at once. Every key has an environment variable: {@code bot.token} is {@code
 * ZHARSHY_BOT_TOKEN}. A list is written as one line of YAML there; an empty variable is none.
 */
public final class SettingsReader {
  private static final String PREFIX = "ZHARSHY_";

  private final SettingsTable table;

  public SettingsReader(SettingsTable table) {
    this.table = table;
  }

  /**
   * The settings.
   *
   * @param file null where there is none
   * @throws ConfigurationException with all that is wrong
   */
  public Settings read(@Nullable Path file, Map<String, String> environment) {
    Problems problems = new Problems();
    Map<String, Node> written = new HashMap<>();
    if (file != null) {
      Node document = document(file, problems);
      new KeyWalk(keys(), written, problems).document(document);
    }
    written.putAll(variables(environment, problems));
    Settings settings = settings(file, new Written(written, problems));
    Node feeds = written.get(table.feeds.key());
    if (feeds != null) {
      new FeedChannels(settings.channels())
          .check(feeds, new Complaints(table.feeds.key(), problems));
    }
    problems.throwIfAny();
    return settings;
  }

  private List<String> keys() {
    return table.all().stream().map(Setting::key).toList();
  }

  private static Node document(Path file, Problems problems) {
    Place place = Place.of(file.toString());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return YamlReading.file(text, file.toString(), problems);
    } catch (NoSuchFileException e) {
      problems.add(place, "", "There is no such file. Give another with --config, or make it.");
    } catch (CharacterCodingException e) {
      problems.add(place, "", "This is not written in UTF-8. Save the file in that encoding.");
    } catch (IOException e) {
      problems.add(place, "", "The file cannot be read. Check that it is a file and its rights.");
    }
    return new Node.Nothing(place);
  }

  private Map<String, Node> variables(Map<String, String> environment, Problems problems) {
    Map<String, Setting<?>> byVariable = new TreeMap<>();
    table.all().forEach(row -> byVariable.put(SettingsTable.variable(row.key()), row));
    Map<String, Node> nodes = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          Setting<?> row = byVariable.get(name);
          if (row != null && !value.isBlank()) {
            nodes.put(row.key(), variable(row, name, value, problems));
          } else if (row == null && name.startsWith(PREFIX)) {
            misspelt(name, problems);
          }
        });
    return nodes;
  }

  /** Others' variables may begin with our name, as a cluster's service variables do. */
  private void misspelt(String variable, Problems problems) {
    String written = variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    ClosestKey.of(written, keys())
        .map(SettingsTable::variable)
        .map(ClosestKey::question)
        .ifPresent(
            question ->
                problems.add(Place.of(variable), "", "There is no such setting." + question));
  }

  private static Node variable(Setting<?> row, String name, String value, Problems problems) {
    return row.isStructured()
        ? YamlReading.variable(value, name, problems)
        : new Node.Scalar(Place.of(name), value);
  }

  private Settings settings(@Nullable Path file, Written written) {
    Settings.Limits limits =
        new Settings.Limits(
            written.get(table.channelPerMinute),
            written.get(table.chatPerSecond),
            written.get(table.totalPerSecond));
    Path inbox = written.get(table.inbox);
    Settings.Overdue overdue =
        new Settings.Overdue(
            written.get(table.overdueAfter),
            written.get(table.overdueMost),
            written.get(table.overdueWithin),
            written.get(table.overdueOtherwise),
            written.get(table.overdueSpacing));
    return new Settings(
        new Settings.Bot(
            written.find(table.token).orElse(null),
            written.get(table.api),
            written.get(table.owners),
            written.find(table.logChat).orElse(null),
            limits),
        written.get(table.database),
        written.get(table.timeZone),
        written.get(table.channels),
        new Settings.Posts(written.get(table.maxParts), written.get(table.templates), overdue),
        new Settings.Sources(
            written.get(table.allowPrivateAddresses),
            written.get(table.sites),
            inbox,
            written.find(table.mediaFolders).orElseGet(() -> List.of(inbox, beside(file, "media"))),
            written.get(table.feeds)),
        written.get(table.healthPort));
  }

  private static Path beside(@Nullable Path file, String name) {
    return file == null ? Path.of(name) : file.resolveSibling(name);
  }

  /** What was written for the keys, or stands for them by default. */
  private record Written(Map<String, Node> nodes, Problems problems) {
    <T> Optional<T> find(Setting<T> row) {
      Node node = nodes.get(row.key());
      if (node == null || node instanceof Node.Nothing) {
        return Optional.empty();
      }
      return row.reader().read(node, new Complaints(row.key(), problems));
    }

    /** The value written, or the default, also where what is written is wrong. */
    <T> T get(Setting<T> row) {
      return find(row).orElseGet(() -> standard(row));
    }

    private static <T> T standard(Setting<T> row) {
      Problems none = new Problems();
      String text = row.standard() == null ? "" : row.standard();
      Node node = variable(row, SettingsTable.variable(row.key()), text, none);
      return row.reader().read(node, new Complaints(row.key(), none)).orElseThrow();
    }
  }

  /** Finds the values of the known keys in a file, and what is no key. */
  private static final class KeyWalk {
    private final List<String> keys;
    private final Map<String, Node> found;
    private final Problems problems;
    private final Map<String, Place> places = new HashMap<>();

    KeyWalk(List<String> keys, Map<String, Node> found, Problems problems) {
      this.keys = keys;
      this.found = found;
      this.problems = problems;
    }

    void document(Node document) {
      if (document instanceof Node.Entries entries) {
        walk("", entries);
      } else if (!(document instanceof Node.Nothing)) {
        problems.add(
            document.place(),
            "",
            "Settings are keys with values, for example: time-zone: Asia/Almaty");
      }
    }

    private void walk(String prefix, Node.Entries entries) {
      for (Node.Entry entry : entries.entries()) {
        String key = prefix + entry.key();
        Place first = places.putIfAbsent(key, entry.place());
        if (first != null) {
          problems.add(
              entry.place(), key, "This is written twice, first at " + first + ". Keep one.");
        } else if (keys.contains(key)) {
          found.put(key, entry.value());
        } else {
          group(key, entry);
        }
      }
    }

    private void group(String key, Node.Entry entry) {
      List<String> members = keys.stream().filter(name -> name.startsWith(key + ".")).toList();
      if (members.isEmpty()) {
        problems.add(
            entry.place(), "", quoted(key) + " is no setting." + ClosestKey.hint(key, keys));
      } else if (entry.value() instanceof Node.Entries group) {
        walk(key + ".", group);
      } else if (!(entry.value() instanceof Node.Nothing)) {
        problems.add(
            entry.value().place(),
            key,
            "This is a group of keys, not one value. It holds " + String.join(", ", members) + ".");
      }
    }
  }
}
