package kz.zharshy.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads YAML into nodes that remember their places. */
final class YamlReading {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final Pattern MARK = Pattern.compile(" in .*, line (\\d+), column (\\d+):");

  private final YAMLParser parser;
  private final Function<JsonLocation, Place> places;
  private final Problems problems;

  private YamlReading(YAMLParser parser, Function<JsonLocation, Place> places, Problems problems) {
    this.parser = parser;
    this.places = places;
    this.problems = problems;
  }

  /** The document of a file; {@code Nothing} where it is empty or no YAML. */
  static Node file(String text, String path, Problems problems) {
    return read(
        text,
        at -> new Place(path, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr())),
        problems);
  }

  /** A value from an environment variable. */
  static Node variable(String text, String name, Problems problems) {
    return read(text, at -> Place.of(name), problems);
  }

  private static Node read(String text, Function<JsonLocation, Place> places, Problems problems) {
    try (YAMLParser parser = YAML.createParser(text)) {
      return new YamlReading(parser, places, problems).document();
    } catch (JsonProcessingException e) {
      return refused(e, places, problems);
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory cannot be read.", e);
    }
  }

  /**
   * Tells the parser's own words without the lines that it quotes from the file, which begin with
   * four spaces: one of them may hold the token. The place that it names last is that of the
   * mistake; Jackson's is that of the last word understood.
   */
  private static Node refused(
      JsonProcessingException e, Function<JsonLocation, Place> places, Problems problems) {
    JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
    String reason = "it cannot be understood";
    String words = reason;
    for (String line : e.getOriginalMessage().split("\n", -1)) {
      Matcher mark = MARK.matcher(line);
      if (mark.matches()) {
        int row = Integer.parseInt(mark.group(1));
        location = new JsonLocation(null, -1, row, Integer.parseInt(mark.group(2)));
        reason = words;
      } else if (!line.startsWith(" ")) {
        words = line.replaceFirst("[. ]+$", "");
      }
    }
    Place place = places.apply(location);
    problems.add(place, "", "This is no YAML: " + reason + ".");
    return new Node.Nothing(place);
  }

  private Node document() throws IOException {
    if (parser.nextToken() == null) {
      return new Node.Nothing(places.apply(JsonLocation.NA));
    }
    Node node = node();
    if (parser.nextToken() != null) {
      problems.add(
          here(), "", "A second document begins here. Keep all settings in one, without \"---\".");
    }
    return node;
  }

  private Node node() throws IOException {
    Place place = here();
    if (parser.isCurrentAlias()) {
      problems.add(
          place, "", "References (*name) are not understood here. Write the value itself.");
      return new Node.Nothing(place);
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new Node.Entries(place, entries());
    }
    if (token == JsonToken.START_ARRAY) {
      return new Node.Items(place, items());
    }
    return token == JsonToken.VALUE_NULL
        ? new Node.Nothing(place)
        : new Node.Scalar(place, parser.getText());
  }

  private List<Node.Entry> entries() throws IOException {
    List<Node.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place place = here();
      String key = parser.currentName();
      parser.nextToken();
      entries.add(new Node.Entry(place, key, node()));
    }
    return entries;
  }

  private List<Node> items() throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return items;
  }

  private Place here() {
    return places.apply(parser.currentTokenLocation());
  }
}
