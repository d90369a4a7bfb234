package kz.zharshy.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.article.Draft;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.reader.ArticleReader;

/** What a sandbox begins with: articles of a newsroom, and what a newcomer might try. */
final class SandboxSamples {
  private static final List<String> ARTICLES = List.of("kk.txt", "ru.txt", "en.txt");

  private final ArticleReader reader;

  SandboxSamples(ZoneId timeZone) {
    reader = new ArticleReader(timeZone);
  }

  List<Draft> articles() {
    return ARTICLES.stream().flatMap(name -> article(name).stream()).toList();
  }

  private List<Draft> article(String name) {
    try {
      return reader.read(new SourceText(name, bytes(name)));
    } catch (UnreadableException e) {
      throw new IllegalStateException("The sample " + name + " is wrong.", e);
    }
  }

  /** An article that an editor writes to the bot. */
  static String letter() {
    return new String(bytes("letter.txt"), StandardCharsets.UTF_8).strip();
  }

  static JsonNode guide() {
    try {
      return new ObjectMapper().readTree(bytes("guide.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = SandboxSamples.class.getResourceAsStream("samples/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The sample " + name + " is missing from the jar.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
