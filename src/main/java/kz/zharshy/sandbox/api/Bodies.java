package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a call out of its query string and its body. */
final class Bodies {
  private static final ObjectMapper JSON = new ObjectMapper();

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
    for (Multipart.Part part : Multipart.parts(contentType, body)) {
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
}
