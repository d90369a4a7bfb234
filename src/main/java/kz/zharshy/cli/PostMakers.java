package kz.zharshy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private PostMakers() {}

  /**
   * The maker of posts.
   *
   * @throws ConfigurationException with all mistakes in all templates
   */
  static PostMaker of(Settings settings) {
    Path folder = settings.posts().templates();
    try {
      return new PostMaker(new BodyBlocks(), Templates.of(files(folder)));
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

  private static Map<String, String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(path -> path.toString().endsWith(".peb")).toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The templates in " + folder + " cannot be read.", e);
    }
    return files;
  }
}
