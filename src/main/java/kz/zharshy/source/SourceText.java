package kz.zharshy.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came from outside, before it is read.
 *
 * @param name a file's name, {@code -} for standard input, or the address of a page; its ending is
 *     the first hint of what the bytes are
 * @param bytes the content as it came; not copied, and not to be changed
 * @param charset the character set that the sender declared, or null where it did not
 */
// Never compared, and too large to copy.
@SuppressWarnings("ArrayRecordComponent")
public record SourceText(String name, byte[] bytes, @Nullable String charset) {
  public SourceText {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(bytes, "bytes");
  }

  /** Content whose sender declared no character set. */
  public SourceText(String name, byte[] bytes) {
    this(name, bytes, null);
  }

  /** Whether the name is the address of a page. */
  public boolean isPage() {
    return name.startsWith("http://") || name.startsWith("https://");
  }

  /** The address of a page, without what only says where a reader came from. */
  public String address() {
    return SafeLink.withoutTracking(name);
  }

  @Override
  public String toString() {
    return "SourceText[" + name + ", " + bytes.length + " bytes]";
  }
}
