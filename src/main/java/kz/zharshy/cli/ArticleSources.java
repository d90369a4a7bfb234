package kz.zharshy.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import kz.zharshy.app.Composition;
import kz.zharshy.app.FailedException;
import kz.zharshy.article.Gate;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.fetch.PageFetcher;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.source.reader.FileEntries;

/** Articles from what a user names on the command line. */
final class ArticleSources {
  private static final long LARGEST = 10_000_000;

  private final ArticleReader reader;
  private final PageFetcher fetcher;
  private final Terminal terminal;

  ArticleSources(Composition parts, Terminal terminal) {
    this.reader = parts.articleReader();
    this.fetcher = parts.pagesOnline();
    this.terminal = terminal;
  }

  /**
   * The articles of a file, an address, or {@code -} for standard input, as the gate lets them in;
   * each has a name of its own, so that the same source read twice adds nothing twice.
   *
   * @throws FailedException if it cannot be read
   */
  List<Gate.Entry> entries(String source) {
    try {
      SourceText text = text(source);
      return text.isPage()
          ? FileEntries.ofPage(text, reader)
          : FileEntries.of(Gate.Way.ADD, text, reader);
    } catch (UnreadableException e) {
      String reason = String.valueOf(e.getMessage());
      throw new FailedException(reason.startsWith(source) ? reason : source + ": " + reason, e);
    }
  }

  private SourceText text(String source) throws UnreadableException {
    if (source.equals("-")) {
      return new SourceText("-", standardInput());
    }
    if (source.matches("(?i)https?://.*")) {
      return fetcher.fetch(address(source));
    }
    return new SourceText(source, file(Path.of(source)));
  }

  private byte[] standardInput() {
    try {
      return limited(terminal.in().readNBytes((int) LARGEST + 1), "Standard input");
    } catch (IOException e) {
      throw new FailedException("Standard input cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] file(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new FailedException(path + " is a folder; name the files in it.");
      }
      if (Files.size(path) > LARGEST) {
        throw tooLarge(path.toString());
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new FailedException("There is no file " + path + ".", e);
    } catch (IOException e) {
      throw new FailedException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] limited(byte[] bytes, String name) {
    if (bytes.length > LARGEST) {
      throw tooLarge(name);
    }
    return bytes;
  }

  private static FailedException tooLarge(String name) {
    return new FailedException(name + " is larger than 10 MB; an article is text, not an archive.");
  }

  private static URI address(String source) {
    try {
      return new URI(source);
    } catch (URISyntaxException e) {
      throw new FailedException(source + " is no valid address: " + e.getReason() + ".", e);
    }
  }
}
