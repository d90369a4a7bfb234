package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/** Reads the list of sites with their selectors. */
final class SitesReader implements ValueReader<List<SiteSettings>> {
  private static final List<String> KEYS =
      List.of("host", "headline", "body", "author", "date", "section", "remove");
  private static final String EXAMPLE = "[{host: example.kz, body: \".story-text\"}]";

  @Override
  public Optional<List<SiteSettings>> read(Node node, Complaints complaints) {
    return Parts.list(node, complaints, "a site", KEYS, EXAMPLE, SitesReader::site);
  }

  private static Optional<SiteSettings> site(Parts parts) {
    Map<String, String> selectors = new HashMap<>();
    parts
        .nodes()
        .forEach(
            (key, value) -> {
              Complaints inside = parts.complaints().within("." + key);
              Values.text(value, inside)
                  .filter(
                      text ->
                          key.equals("host")
                              ? isHost(text, value, inside)
                              : isSelector(text, value, inside))
                  .ifPresent(text -> selectors.put(key, text));
            });
    if (!parts.nodes().containsKey("host")) {
      parts.complain("The host is missing, for example " + EXAMPLE + ".");
    }
    return Optional.ofNullable(selectors.remove("host"))
        .map(name -> new SiteSettings(name.toLowerCase(Locale.ROOT), selectors));
  }

  private static boolean isHost(String text, Node node, Complaints complaints) {
    boolean right = text.matches("[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    if (!right) {
      complaints.at(node, quoted(text) + " is no host. Write only the name, such as example.kz.");
    }
    return right;
  }

  private static boolean isSelector(String text, Node node, Complaints complaints) {
    try {
      QueryParser.parse(text);
      return true;
    } catch (SelectorParseException | IllegalArgumentException e) {
      complaints.at(
          node,
          "%s is no CSS selector. Write it as in a style sheet, for example .story-text."
              .formatted(quoted(text)));
      return false;
    }
  }
}
