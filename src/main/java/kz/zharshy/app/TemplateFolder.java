package kz.zharshy.app;

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
import kz.zharshy.post.TemplateException;
import kz.zharshy.post.Templates;

/** The newsroom's own templates, in a folder that need not exist. */
record TemplateFolder(Path folder) {
  private static final Pattern COMMENT = Pattern.compile("\\{#.*?#}", Pattern.DOTALL);

  /**
   * All templates, checked.
   *
   * @throws ConfigurationException with all mistakes in all templates
   */
  Templates read() {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> texts = texts(problems);
    try {
      Templates templates = Templates.of(texts);
      if (problems.isEmpty()) {
        return templates;
      }
    } catch (TemplateException e) {
      problems.addAll(problems(e));
    }
    throw new ConfigurationException(problems);
  }

  private List<Problem> problems(TemplateException e) {
    return e.mistakes().stream()
        .map(
            mistake ->
                new Problem(
                    folder.resolve(mistake.file()) + ":" + mistake.line(), "", mistake.message()))
        .toList();
  }

  /**
   * What a newsroom should know of its templates although it is no mistake, as sentences.
   *
   * @param channels the names of those that are listed
   */
  List<String> notes(List<String> channels) {
    List<String> notes = new ArrayList<>(unused(channels));
    texts(new ArrayList<>())
        .forEach(
            (file, text) -> {
              if (COMMENT.matcher(text).replaceAll("").contains("<button")) {
                notes.add(file + " makes buttons: Telegram shows no comments under such posts.");
              }
            });
    return notes;
  }

  private List<String> unused(List<String> channels) {
    Set<String> known =
        channels.stream()
            .map(channel -> "channel-" + channel.toLowerCase(Locale.ROOT) + ".peb")
            .collect(Collectors.toSet());
    return files().stream()
        .filter(file -> name(file).startsWith("channel-"))
        .filter(file -> !known.contains(name(file).toLowerCase(Locale.ROOT)))
        .map(file -> file + " is for a channel that is not listed, so nobody uses it.")
        .toList();
  }

  private Map<String, String> texts(List<Problem> unreadable) {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files()) {
      try {
        texts.put(name(file), cleaned(Files.readString(file)));
      } catch (IOException e) {
        unreadable.add(new Problem(file + ":1", "", whyUnreadable(file, e)));
      }
    }
    return texts;
  }

  private static String whyUnreadable(Path file, IOException e) {
    if (e instanceof CharacterCodingException) {
      return "This is not written in UTF-8. Save it in that encoding.";
    }
    return Files.isDirectory(file)
        ? "This is a folder. A template is a file: rename the folder, so that it does not end in .peb."
        : "The template cannot be read. Check the file's rights.";
  }

  /**
   * Some editors begin a file with a mark of its encoding, which would stand in each post; and a
   * line is a line whatever ends it.
   */
  private static String cleaned(String text) {
    String words = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return words.replace("\r\n", "\n").replace('\r', '\n');
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(path -> name(path).endsWith(".peb")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The templates in " + folder + " cannot be read.", e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
