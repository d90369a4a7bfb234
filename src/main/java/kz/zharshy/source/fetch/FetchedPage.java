package kz.zharshy.source.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.TreeBudget;
import kz.zharshy.source.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * A page that has arrived, in a file that is deleted when this is closed.
 *
 * @param url where it was found in the end
 * @param charset the character set that the server declared, or null where it did not
 */
public record FetchedPage(String url, @Nullable String charset, Path file)
    implements AutoCloseable {
  /** Makes something of a page. */
  public interface Reader<T> {
    T read(SourceText page) throws UnreadableException;
  }

  static FetchedPage empty(String url, @Nullable String charset) throws IOException {
    return new FetchedPage(url, charset, Files.createTempFile("zharshy", ".page"));
  }

  /** How many bytes it has. */
  public long size() throws UnreadableException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /**
   * Makes something of it when there is room for that.
   *
   * @throws UnreadableException as the reader does, or if there will never be room
   */
  public <T> T read(Reader<T> reader) throws UnreadableException {
    try {
      return TreeBudget.read(url, file, () -> reader.read(text()));
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private SourceText text() throws UnreadableException {
    try {
      return new SourceText(url, Files.readAllBytes(file), charset);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private UnreadableException lost(IOException e) {
    return new UnreadableException(
        e, ReasonCode.PAGE_NOT_FETCHED, url, String.valueOf(e.getMessage()));
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A folder for temporary files is emptied by the system.
    }
  }
}
