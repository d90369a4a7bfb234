package kz.zharshy.source.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.TreeBudget;
import kz.zharshy.source.UnreadableException;

/**
 * The parts of a Word document ({@code .docx}), which is a ZIP archive of XML files (ECMA-376).
 * Only what is needed is unpacked, and of that no more than any article has, so that an archive
 * made to fill the memory does not.
 */
public final class DocxFile {
  static final String BODY = "word/document.xml";
  static final String LINKS = "word/_rels/document.xml.rels";
  static final String STYLES = "word/styles.xml";
  static final String LISTS = "word/numbering.xml";

  private static final Set<String> NEEDED = Set.of(BODY, LINKS, STYLES, LISTS);
  private static final int MOST_ENTRIES = 5000;

  /** Skipped entries have to be unpacked too, to reach what follows them. */
  private static final long MOST_PASSED_OVER = 200L * 1024 * 1024;

  /** First bytes of the container that holds old documents, and new ones with a password. */
  private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
  private static final byte[] LOCKED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private final Map<String, byte[]> parts;

  private DocxFile(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /** Whether the name or the first bytes are those of a Word document. */
  public static boolean is(SourceText source) {
    String name = source.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".docx")
        || name.endsWith(".doc")
        || begins(source.bytes(), ARCHIVE)
        || begins(source.bytes(), OLD);
  }

  /** Makes something of a document. */
  interface Reader<T> {
    T read(DocxFile file) throws UnreadableException;
  }

  /**
   * Unpacks it when there is room for it, and makes something of it.
   *
   * @throws UnreadableException if it is none, is broken or locked, or is far too large
   */
  static <T> T read(SourceText source, Reader<T> reader) throws UnreadableException {
    byte[] bytes = source.bytes();
    if (begins(bytes, OLD)) {
      throw new UnreadableException(
          contains(bytes, LOCKED) ? ReasonCode.DOCX_LOCKED : ReasonCode.DOCX_OLD, source.name());
    }
    if (!begins(bytes, ARCHIVE)) {
      throw broken(source);
    }
    TreeBudget budget = new TreeBudget();
    walk(source, (name, part) -> budget.count(part));
    if (!budget.admits()) {
      throw tooLarge(source);
    }
    return budget.hold(source.name(), () -> reader.read(unpacked(source)));
  }

  private static DocxFile unpacked(SourceText source) throws UnreadableException {
    Map<String, byte[]> parts = new HashMap<>();
    walk(source, (name, part) -> parts.put(name, part.readAllBytes()));
    if (!parts.containsKey(BODY)) {
      throw new UnreadableException(ReasonCode.DOCX_MISSING, source.name());
    }
    return new DocxFile(parts);
  }

  /** A part's XML. */
  Optional<byte[]> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  static UnreadableException broken(SourceText source) {
    return new UnreadableException(ReasonCode.DOCX_BROKEN, source.name());
  }

  private static UnreadableException tooLarge(SourceText source) {
    return new UnreadableException(ReasonCode.DOCX_TOO_LARGE, source.name());
  }

  /** Takes a part that is needed, or as much of it as it wants. */
  private interface PartReader {
    void take(String name, InputStream part) throws IOException;
  }

  private static void walk(SourceText source, PartReader reader) throws UnreadableException {
    long passedOver = 0;
    int entries = 0;
    byte[] waste = new byte[8192];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(source.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (NEEDED.contains(entry.getName())) {
          reader.take(entry.getName(), zip);
        }
        for (int read = 0; read >= 0 && passedOver < MOST_PASSED_OVER; ) {
          read = zip.read(waste);
          passedOver += Math.max(0, read);
        }
        if (++entries > MOST_ENTRIES || passedOver >= MOST_PASSED_OVER) {
          throw tooLarge(source);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw broken(source);
    }
  }

  private static boolean begins(byte[] bytes, byte[] beginning) {
    return at(bytes, 0, beginning);
  }

  private static boolean contains(byte[] bytes, byte[] words) {
    for (int i = 0; i + words.length <= bytes.length; i++) {
      if (at(bytes, i, words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean at(byte[] bytes, int from, byte[] words) {
    if (from + words.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (bytes[from + i] != words[i]) {
        return false;
      }
    }
    return true;
  }
}
