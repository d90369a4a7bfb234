package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/** Reads the list of sites with their selectors. */
final class SitesReader implements ValueReader<List<SiteSettings>> {
  private static final List<String> KEYS =
      List.of("host", "headline", "body", "author", "date", "section", "remove");
  private static final String EXAMPLE = "[{host: example.kz, body: \".story-text\"}]";

  @Override
  public Optional<List<SiteSettings>> read(Node node, Complaints complaints) {
    if (!(node instanceof Node.Items list)) {
      complaints.at(node, "A list is wanted, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    List<SiteSettings> sites = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      site(list.items().get(i), complaints.within("[" + i + "]")).ifPresent(sites::add);
    }
    return Optional.of(List.copyOf(sites));
  }

  private static Optional<SiteSettings> site(Node node, Complaints complaints) {
    if (!(node instanceof Node.Entries entries)) {
      complaints.at(node, "A site is written with its keys, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    Map<String, String> selectors = new HashMap<>();
    ChannelsReader.known(entries, KEYS, "a site", complaints)
        .forEach(
            (key, value) -> {
              Complaints inside = complaints.within("." + key);
              Values.text(value, inside)
                  .filter(
                      text ->
                          key.equals("host")
                              ? isHost(text, value, inside)
                              : isSelector(text, value, inside))
                  .ifPresent(text -> selectors.put(key, text));
            });
    return named(selectors.remove("host"), selectors, entries, complaints);
  }

  private static Optional<SiteSettings> named(
      @Nullable String host,
      Map<String, String> selectors,
      Node.Entries entries,
      Complaints complaints) {
    boolean written = entries.entries().stream().anyMatch(entry -> entry.key().equals("host"));
    if (!written) {
      complaints.at(entries.place(), "The host is missing, for example " + EXAMPLE + ".");
    }
    return Optional.ofNullable(host)
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
