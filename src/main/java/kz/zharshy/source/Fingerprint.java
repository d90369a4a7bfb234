package kz.zharshy.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names articles by the bytes that they came in, so that taking in the same file again, after a
 * crash or by mistake, changes an article instead of adding one.
 */
public final class Fingerprint {
  /** 96 bits are enough that no two files of a newsroom share them. */
  private static final int BYTES = 12;

  private Fingerprint() {}

  /**
   * Names for the articles of a source: {@code file:HASH}, and {@code file:HASH#1}, {@code #2} and
   * so on where the source holds several.
   */
  public static List<String> names(SourceText source, int articles) {
    String hash = of(source.bytes());
    return articles == 1
        ? List.of(hash)
        : IntStream.rangeClosed(1, articles).mapToObj(i -> hash + "#" + i).toList();
  }

  /** A short name for a text, the same for the same text only. */
  public static String of(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String of(byte[] bytes) {
    return "file:" + hash(bytes);
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
