package kz.zharshy.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Parameters with files of this machine: wherever the Bot API takes a {@code file_id} or a URL,
 * {@code {"path":"…"}} stands for the content of a file, and a binary node for a PNG that is in no
 * file. Such a call goes out as a form (https://core.telegram.org/bots/api#sending-files).
 */
final class Upload {
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final MediaType BYTES = MediaType.get("application/octet-stream");
  private static final MediaType PNG = MediaType.get("image/png");

  private final ObjectNode params;
  private final List<File> files = new ArrayList<>();
  private final List<byte[]> drawn = new ArrayList<>();

  private final Function<String, Optional<Path>> local;
  private @Nullable String missing;

  private Upload(ObjectNode params, Function<String, Optional<Path>> local) {
    this.params = params.deepCopy();
    this.local = local;
    attach(this.params);
  }

  /**
   * Empty if the parameters name no file of this machine.
   *
   * @param local finds the files that may go out
   */
  static Optional<Upload> of(ObjectNode params, Function<String, Optional<Path>> local) {
    Upload upload = new Upload(params, local);
    return upload.files.isEmpty() && upload.drawn.isEmpty()
        ? Optional.empty()
        : Optional.of(upload);
  }

  /** The name of the first file that is not there or must not go out. */
  Optional<String> missing() {
    return Optional.ofNullable(missing);
  }

  RequestBody form() {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    params
        .properties()
        .forEach(
            param -> {
              JsonNode value = param.getValue();
              form.addFormDataPart(
                  param.getKey(), value.isTextual() ? value.textValue() : value.toString());
            });
    for (int i = 0; i < files.size(); i++) {
      String name = name(i);
      form.addFormDataPart(name, name, RequestBody.create(files.get(i), BYTES));
    }
    for (int i = 0; i < drawn.size(); i++) {
      String name = drawnName(i);
      form.addFormDataPart(name, name, RequestBody.create(drawn.get(i), PNG));
    }
    return form.build();
  }

  private void attach(ObjectNode object) {
    object.properties().forEach(field -> field.setValue(attached(field.getValue())));
  }

  private JsonNode attached(JsonNode value) {
    if (value instanceof BinaryNode picture) {
      drawn.add(picture.binaryValue());
      return TextNode.valueOf("attach://" + drawnName(drawn.size() - 1));
    }
    if (value instanceof ObjectNode object) {
      if (object.size() == 1 && object.path("path").isTextual()) {
        files.add(file(object.get("path").textValue()));
        return object.textNode("attach://" + name(files.size() - 1));
      }
      attach(object);
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, attached(array.get(i)));
      }
    }
    return value;
  }

  private File file(String path) {
    File named = new File(path);
    Optional<Path> found = local.apply(path).filter(Files::isReadable);
    if (found.isEmpty() && missing == null) {
      missing = named.getName();
    }
    return found.map(Path::toFile).orElse(named);
  }

  private static String drawnName(int index) {
    return "drawn" + index + ".png";
  }

  /** Of our own making: two files of one name would be one, and others than ASCII get garbled. */
  private String name(int index) {
    Matcher extension = EXTENSION.matcher(files.get(index).getName());
    return "file" + index + (extension.find() ? extension.group() : "");
  }
}
