package kz.zharshy.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a {@code multipart/form-data} body apart (RFC 7578). */
final class Multipart {
  /** A field or, with a file name, a file. */
  // Never compared with another: the bytes are only handed on.
  @SuppressWarnings("ArrayRecordComponent")
  record Part(String name, @Nullable String fileName, String mimeType, byte[] bytes) {}

  private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i)[;\\s]filename=(?:\"([^\"]*)\"|([^;\\s]+))");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^;\\r\\n]+)");

  private Multipart() {}

  static List<Part> parts(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw Refusal.badRequest("boundary not found in multipart/form-data");
    }
    byte[] delimiter = ("--" + either(boundary)).getBytes(StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    int start = indexOf(body, delimiter, 0);
    while (start >= 0) {
      int end = indexOf(body, delimiter, start + delimiter.length);
      if (end < 0) {
        break;
      }
      addPart(parts, body, start + delimiter.length + 2, end - 2);
      start = end;
    }
    return parts;
  }

  private static void addPart(List<Part> parts, byte[] body, int start, int end) {
    int blank = indexOf(body, new byte[] {'\r', '\n', '\r', '\n'}, start - 2);
    if (blank < 0 || blank > end) {
      return;
    }
    String header =
        blank < start ? "" : new String(body, start, blank - start, StandardCharsets.UTF_8);
    Matcher name = NAME.matcher(header);
    if (!name.find()) {
      return;
    }
    Matcher fileName = FILE_NAME.matcher(header);
    Matcher type = TYPE.matcher(header);
    parts.add(
        new Part(
            either(name),
            fileName.find() ? either(fileName) : null,
            type.find() ? type.group(1).strip() : "application/octet-stream",
            Arrays.copyOfRange(body, Math.min(blank + 4, end), end)));
  }

  private static String either(Matcher found) {
    String quoted = found.group(1);
    return quoted != null ? quoted : String.valueOf(found.group(2));
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (int i = Math.max(from, 0); i <= body.length - wanted.length; i++) {
      int same = 0;
      while (same < wanted.length && body[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}
