package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a call out of its query string and its body. */
final class Bodies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i)[;\\s]filename=(?:\"([^\"]*)\"|([^;\\s]+))");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^;\\r\\n]+)");

  private Bodies() {}

  /** If both have a parameter, the body's counts. */
  static Params read(@Nullable String query, @Nullable String contentType, byte[] body) {
    ObjectNode values = JSON.createObjectNode();
    Map<String, Upload> files = new HashMap<>();
    if (query != null) {
      addForm(values, query);
    }
    String kind = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (kind.startsWith("application/json")) {
      addJson(values, body);
    } else if (kind.startsWith("multipart/form-data") && contentType != null) {
      addParts(values, files, contentType, body);
    } else if (body.length > 0) {
      addForm(values, new String(body, StandardCharsets.UTF_8));
    }
    return new Params(values, files);
  }

  private static void addForm(ObjectNode values, String form) {
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static void addJson(ObjectNode values, byte[] body) {
    if (body.length == 0) {
      return;
    }
    try {
      JsonNode json = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      if (!(json instanceof ObjectNode object)) {
        throw Refusal.badRequest("can't parse JSON object: expected an Object");
      }
      values.setAll(object);
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest("can't parse JSON object");
    }
  }

  private static void addParts(
      ObjectNode values, Map<String, Upload> files, String contentType, byte[] body) {
    for (Part part : parts(contentType, body)) {
      if (part.fileName() == null) {
        values.put(part.name(), new String(part.bytes(), StandardCharsets.UTF_8));
      } else {
        files.put(part.name(), new Upload(part.fileName(), part.mimeType(), part.bytes()));
        if (!values.has(part.name())) {
          values.put(part.name(), "attach://" + part.name());
        }
      }
    }
  }

  /** A field or, with a file name, a file. */
  // Never compared with another: the bytes are only handed on.
  @SuppressWarnings("ArrayRecordComponent")
  record Part(String name, @Nullable String fileName, String mimeType, byte[] bytes) {}

  private static List<Part> parts(String contentType, byte[] body) {
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
