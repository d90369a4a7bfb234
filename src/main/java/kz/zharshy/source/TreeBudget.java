package kz.zharshy.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.memory.MemoryBudget;

/**
 * Counts what a text will become before it becomes that: the tags of HTML and XML, the values of
 * JSON. What would be more than the process has memory for is refused in words; all else is read
 * when there is room. Safe for use by several threads.
 */
public final class TreeBudget {
  /** The bytes, the text that they are decoded to, and that text cleaned. */
  private static final int COPIES = 4;

  /** With the text behind it. */
  private static final int BYTES_OF_ELEMENT = 300;

  /** What makes an element of HTML, or of Markdown. */
  private static final String SIGNS = "<|*_`[\n";

  private long bytes;
  private long elements;
  private int first = -1;
  private boolean quoted;
  private boolean escaped;

  /** A count that is still at nothing. */
  public TreeBudget() {}

  /**
   * Does what needs the tree of a text.
   *
   * @param name of the text's source
   * @throws UnreadableException as the work does, or if the tree would be too large
   */
  public static <T> T read(String name, byte[] text, MemoryBudget.Work<T, UnreadableException> work)
      throws UnreadableException {
    TreeBudget counted = new TreeBudget();
    counted.add(text, text.length);
    return counted.hold(name, work);
  }

  /** The same for a file that is not in memory yet. */
  public static <T> T read(String name, Path file, MemoryBudget.Work<T, UnreadableException> work)
      throws IOException, UnreadableException {
    TreeBudget counted = new TreeBudget();
    try (InputStream in = Files.newInputStream(file)) {
      counted.count(in);
    }
    return counted.hold(name, work);
  }

  /** Counts a text, or as much of it as can be held; keeps nothing of it. */
  public void count(InputStream text) throws IOException {
    byte[] some = new byte[1 << 13];
    for (int read = text.read(some); read >= 0 && admits(); read = text.read(some)) {
      add(some, read);
    }
  }

  /** Whether what was counted can be held at all. */
  public boolean admits() {
    return MemoryBudget.OF_PROCESS.admits(size());
  }

  /**
   * How much memory a body may need for its tree, where no more of it is read as HTML or Markdown
   * than {@code HtmlLimit} and {@code MarkdownLimit} admit.
   */
  public static long ofBody(String body) {
    TreeBudget counted = new TreeBudget();
    counted.bytes = body.length();
    for (int i = 0; i < body.length(); i++) {
      counted.elements += SIGNS.indexOf(body.charAt(i)) < 0 ? 0 : 1;
    }
    return Math.min(counted.size(), MemoryBudget.OF_PROCESS.bytes());
  }

  /** Does what needs the tree. */
  public <T> T hold(String name, MemoryBudget.Work<T, UnreadableException> work)
      throws UnreadableException {
    if (!admits()) {
      throw new UnreadableException(ReasonCode.TOO_MUCH_AT_ONCE, name, elements, (bytes >> 20) + 1);
    }
    return MemoryBudget.OF_PROCESS.hold(size(), work);
  }

  private void add(byte[] text, int length) {
    bytes += length;
    for (int i = 0; i < length; i++) {
      int c = text[i];
      if (first < 0 && c > ' ') {
        first = c;
      }
      elements += c == '<' ? 1 : 0;
      if (first == '{' || first == '[') {
        json(c);
      }
    }
  }

  private void json(int c) {
    if (escaped) {
      escaped = false;
    } else if (c == '\\') {
      escaped = quoted;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '[' || c == '{')) {
      elements++;
    }
  }

  private long size() {
    return COPIES * bytes + BYTES_OF_ELEMENT * elements;
  }
}
