package kz.zharshy.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.post.BotCall;
import kz.zharshy.post.TextFallback;
import kz.zharshy.publish.PictureRescue;

/**
 * Saves what can be saved of a picture that Telegram refuses: one that it cannot fetch is fetched
 * here and uploaded, one that is too large is scaled, one that can be no photo goes as a document,
 * and else the words go alone.
 */
public final class PictureDesk implements PictureRescue {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Of a document that is uploaded (core.telegram.org/bots/api#sending-files). */
  private static final long LARGEST_DOCUMENT = 50_000_000;

  private final PictureFiles files;
  private final Fetch fetch;

  /** Gets pictures from the internet. */
  public interface Fetch {
    /**
     * The bytes at an address.
     *
     * @throws IOException if they are not to be had
     */
    byte[] bytes(String address) throws IOException;
  }

  public PictureDesk(PictureFiles files, Fetch fetch) {
    this.files = files;
    this.fetch = fetch;
  }

  @Override
  public Optional<String> unfit(BotCall call) {
    return switch (call.method()) {
      case "sendPhoto" -> tooLarge(call.params().path("photo"), PictureScaler.LARGEST);
      case "sendDocument" -> tooLarge(call.params().path("document"), LARGEST_DOCUMENT);
      case "sendMediaGroup" ->
          call.params()
              .path("media")
              .valueStream()
              .flatMap(item -> tooLarge(item.path("media"), PictureScaler.LARGEST).stream())
              .findFirst();
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Way> next(BotCall refused) {
    Optional<Way> way =
        switch (refused.method()) {
          case "sendPhoto" -> photo(refused);
          case "sendMediaGroup" -> album(refused);
          default -> Optional.empty();
        };
    return way.or(() -> TextFallback.of(refused).map(call -> new Way(call, "without the picture")));
  }

  private Optional<Way> photo(BotCall refused) {
    String location = location(refused.params().path("photo"));
    try {
      PictureScaler picture = PictureScaler.of(bytes(location));
      boolean tried = files.isOurs(location) || (isFile(location) && !picture.isScaled());
      return switch (picture.kind()) {
        case NO_PICTURE -> Optional.empty();
        case PHOTO ->
            tried
                ? document(refused, location, picture)
                : Optional.of(new Way(with(refused, "photo", picture), picture.how()));
        case DOCUMENT -> document(refused, location, picture);
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Way> document(BotCall refused, String location, PictureScaler picture)
      throws IOException {
    Path file = isFile(location) ? Path.of(location) : files.store(picture);
    if (Files.size(file) > LARGEST_DOCUMENT) {
      return Optional.empty();
    }
    ObjectNode params = refused.params().deepCopy();
    params.remove("photo");
    params.set("document", JSON.objectNode().put("path", file.toString()));
    return Optional.of(new Way(new BotCall("sendDocument", params), "with the picture as a file"));
  }

  private Optional<Way> album(BotCall refused) {
    List<JsonNode> items = new ArrayList<>();
    int lost = 0;
    for (JsonNode item : refused.params().path("media")) {
      String location = location(item.path("media"));
      if (files.isOurs(location)) {
        return Optional.empty();
      }
      Optional<JsonNode> file = uploaded(location);
      file.ifPresent(
          found -> items.add(JSON.objectNode().put("type", "photo").set("media", found)));
      lost += file.isPresent() ? 0 : 1;
    }
    String how = "with the pictures uploaded by the bot";
    return lost == 0
        ? album(refused, items, how)
        : album(refused, items, how + ", without %d of them".formatted(lost));
  }

  private Optional<JsonNode> uploaded(String location) {
    try {
      PictureScaler picture = PictureScaler.of(bytes(location));
      return picture.kind() == PictureScaler.Kind.PHOTO
          ? Optional.of(JSON.objectNode().put("path", files.store(picture).toString()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** An album has two pictures at least; its words stand with the first. */
  private static Optional<Way> album(BotCall refused, List<JsonNode> items, String how) {
    if (items.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode params = refused.params().deepCopy();
    ObjectNode words = (ObjectNode) params.path("media").path(0).deepCopy();
    words.remove(List.of("type", "media"));
    params.remove("media");
    if (items.size() == 1) {
      params.set("photo", items.get(0).path("media"));
      params.setAll(words);
      return Optional.of(new Way(new BotCall("sendPhoto", params), how));
    }
    ((ObjectNode) items.get(0)).setAll(words);
    ArrayNode media = params.putArray("media");
    items.forEach(media::add);
    return Optional.of(new Way(new BotCall("sendMediaGroup", params), how));
  }

  private BotCall with(BotCall call, String field, PictureScaler picture) throws IOException {
    ObjectNode params = call.params().deepCopy();
    params.set(field, JSON.objectNode().put("path", files.store(picture).toString()));
    return new BotCall(call.method(), params);
  }

  private byte[] bytes(String location) throws IOException {
    if (!isFile(location)) {
      return fetch.bytes(location);
    }
    Path file = Path.of(location);
    if (Files.size(file) > 4 * LARGEST_DOCUMENT) {
      throw new IOException("The picture is too large to be scaled.");
    }
    return Files.readAllBytes(file);
  }

  private static Optional<String> tooLarge(JsonNode picture, long largest) {
    File file = new File(picture.path("path").asText());
    return picture.has("path") && file.length() > largest
        ? Optional.of(
            "%s has %,d bytes, and Telegram takes %,d at most"
                .formatted(file.getName(), file.length(), largest))
        : Optional.empty();
  }

  private static String location(JsonNode picture) {
    return picture.isTextual() ? picture.asText() : picture.path("path").asText();
  }

  private static boolean isFile(String location) {
    return !location.contains("://");
  }
}
