package kz.zharshy.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out in which character set bytes are written. In this order: a byte order mark; bytes that
 * are valid UTF-8 (text of another set almost never is); what the sender declared; what an HTML
 * page declares of itself; what the letters' frequencies say.
 */
public final class CharacterSet {
  private static final Pattern META =
      Pattern.compile("<(?:meta|\\?xml)[^>]*?(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)", 2);
  private static final int META_WITHIN = 4096;
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final String PUNCTUATION = "«»“”„–—…№•·’‘\u00A0§©°";

  /** The letters of windows-1251 whose places Kazakhstan's standard KZ-1048 gives to others. */
  private static final String OF_WINDOWS_1251 = "ЌЋќћЎўЈҐЄЇґєјЅѕї";

  private static final String OF_KZ_1048 = "ҚҺқһҰұӘӨҒҮөғәҢңү";

  private CharacterSet() {}

  /**
   * The text of these bytes, without a byte order mark.
   *
   * @throws UnreadableException if they are no text
   */
  public static String decode(SourceText source) throws UnreadableException {
    byte[] bytes = source.bytes();
    Optional<Charset> marked = byMark(bytes);
    if (marked.isPresent()) {
      return withoutMark(new String(bytes, marked.get()));
    }
    Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return text(source, utf8.get());
    }
    Charset charset = declaredOrDetected(source);
    String decoded = new String(bytes, charset);
    return text(source, charset.equals(CYRILLIC) ? kazakh(decoded) : decoded);
  }

  private static Optional<Charset> byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, '<', 0)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notThisOne) {
      return Optional.empty();
    }
  }

  private static Charset declaredOrDetected(SourceText source) {
    return named(source.charset())
        .or(() -> named(declaredInPage(source.bytes())))
        .or(() -> named(detected(source.bytes())))
        .orElse(CYRILLIC);
  }

  private static @Nullable String declaredInPage(byte[] bytes) {
    int length = Math.min(bytes.length, META_WITHIN);
    Matcher meta = META.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return meta.find() ? meta.group(1) : null;
  }

  private static @Nullable String detected(byte[] bytes) {
    if (isPlausible(new String(bytes, CYRILLIC))) {
      return CYRILLIC.name();
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, bytes.length);
    detector.dataEnd();
    return detector.getDetectedCharset();
  }

  private static Optional<Charset> named(@Nullable String name) {
    if (name == null || name.equalsIgnoreCase("utf-8")) {
      return Optional.empty(); // the bytes have just been seen not to be UTF-8
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static String text(SourceText source, String text) throws UnreadableException {
    if (text.indexOf('\0') >= 0 && looksBinary(text)) {
      throw new UnreadableException(ReasonCode.NOT_TEXT, source.name());
    }
    return text;
  }

  private static boolean looksBinary(String text) {
    int length = Math.min(text.length(), META_WITHIN);
    int strange = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      strange += Character.isISOControl(c) && !Character.isWhitespace(c) ? 1 : 0;
    }
    return strange * 20 > length;
  }

  /**
   * Whether a text makes sense as Russian. In another Cyrillic set its letters would be signs, or
   * capitals in the middle of words. Statistics of letters need more text than a headline has.
   */
  private static boolean isPlausible(String text) {
    int foreign = 0;
    int letters = 0;
    int risen = 0;
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = isRussian(c);
      letters += letter ? 1 : 0;
      capitals += letter && !isSmall(c) ? 1 : 0;
      foreign += c > 0x7F && !letter && PUNCTUATION.indexOf(c) < 0 ? 1 : 0;
      boolean inWord = letter && i > 0 && isRussian(text.charAt(i - 1));
      risen += inWord && isSmall(text.charAt(i - 1)) && !isSmall(c) ? 1 : 0;
    }
    boolean turned = risen * 20 > letters || (risen > 0 && capitals * 2 > letters);
    return letters > 0 && foreign * 20 <= letters && !turned;
  }

  /** The text with its Kazakh letters, if it was written after Kazakhstan's variant of the set. */
  private static String kazakh(String text) {
    if (text.toLowerCase(Locale.ROOT).indexOf('ќ') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      int at = OF_WINDOWS_1251.indexOf(out.charAt(i));
      if (at >= 0) {
        out.setCharAt(i, OF_KZ_1048.charAt(at));
      }
    }
    return out.toString();
  }

  private static boolean isRussian(char c) {
    return (c >= 'А' && c <= 'я') || c == 'Ё' || c == 'ё';
  }

  private static boolean isSmall(char c) {
    return c >= 'а';
  }
}
