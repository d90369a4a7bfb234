package kz.zharshy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zharshy.config.ConfigurationException;
import kz.zharshy.config.Problem;
import kz.zharshy.config.Settings;
import kz.zharshy.post.PostMaker;
import kz.zharshy.post.TemplateException;
import kz.zharshy.post.Templates;
import kz.zharshy.source.BodyBlocks;

/** Makes posts by the newsroom's own templates. */
final class PostMakers {
  private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}", Pattern.DOTALL);

  private PostMakers() {}

  /**
   * The maker of posts.
   *
   * @throws ConfigurationException with all mistakes in all templates
   */
  static PostMaker of(Settings settings) {
    Path folder = settings.posts().templates();
    try {
      return new PostMaker(new BodyBlocks(), Templates.of(texts(folder)));
    } catch (TemplateException e) {
      throw new ConfigurationException(problems(folder, e));
    }
  }

  private static List<Problem> problems(Path folder, TemplateException e) {
    return e.mistakes().stream()
        .map(
            mistake ->
                new Problem(
                    folder.resolve(mistake.file()) + ":" + mistake.line(), "", mistake.message()))
        .toList();
  }

  /** What a newsroom should know of its templates although it is no mistake, as sentences. */
  static List<String> notes(Settings settings) {
    List<String> notes = new ArrayList<>(unused(settings));
    texts(settings.posts().templates())
        .forEach(
            (file, text) -> {
              if (COMMENT.matcher(text).replaceAll("").contains("<button")) {
                notes.add(file + " makes buttons: Telegram shows no comments under such posts.");
              }
            });
    return notes;
  }

  private static List<String> unused(Settings settings) {
    Set<String> known =
        settings.channels().stream()
            .map(channel -> "channel-" + channel.name().toLowerCase(Locale.ROOT) + ".peb")
            .collect(Collectors.toSet());
    Path folder = settings.posts().templates();
    return files(folder).stream()
        .filter(file -> name(file).startsWith("channel-"))
        .filter(file -> !known.contains(name(file).toLowerCase(Locale.ROOT)))
        .map(file -> file + " is for a channel that is not listed, so nobody uses it.")
        .toList();
  }

  private static Map<String, String> texts(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    List<Problem> unreadable = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        texts.put(name(file), Files.readString(file));
      } catch (CharacterCodingException e) {
        unreadable.add(
            new Problem(
                file + ":1", "", "This is not written in UTF-8. Save it in that encoding."));
      } catch (IOException e) {
        unreadable.add(
            new Problem(file + ":1", "", "The template cannot be read. Check the file's rights."));
      }
    }
    if (!unreadable.isEmpty()) {
      throw new ConfigurationException(unreadable);
    }
    return texts;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(path -> path.toString().endsWith(".peb")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The templates in " + folder + " cannot be read.", e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
