package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the list of feeds. */
record FeedsReader(List<String> languages) implements ValueReader<List<FeedSettings>> {
  private static final List<String> KEYS =
      List.of("url", "section", "language", "channel", "only", "except", "interval", "full-page");
  private static final String EXAMPLE = "[{url: \"https://example.kz/rss\"}]";
  private static final int USUAL_MINUTES = 5;
  private static final int LONGEST_MINUTES = 1440;

  FeedsReader {
    languages = List.copyOf(languages);
  }

  @Override
  public Optional<List<FeedSettings>> read(Node node, Complaints complaints) {
    if (!(node instanceof Node.Items list)) {
      complaints.at(node, "A list is wanted, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    List<FeedSettings> feeds = new ArrayList<>();
    Map<URI, Place> seen = new HashMap<>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      Complaints inside = complaints.within("[" + i + "]");
      Optional<FeedSettings> feed = feed(item, inside);
      feed.ifPresent(feeds::add);
      feed.map(found -> seen.putIfAbsent(found.url(), item.place()))
          .ifPresent(
              first ->
                  inside.at(item, "This feed is listed twice, first at " + first + ". Keep one."));
    }
    return Optional.of(List.copyOf(feeds));
  }

  private Optional<FeedSettings> feed(Node node, Complaints complaints) {
    if (!(node instanceof Node.Entries entries)) {
      complaints.at(node, "A feed is written with its keys, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    Map<String, Node> parts = ChannelsReader.known(entries, KEYS, "a feed", complaints);
    Node url = parts.get("url");
    if (url == null) {
      complaints.at(
          entries.place(),
          "The url is missing. It is the feed's address, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    Optional<URI> address = address(url, complaints.within(".url"));
    FeedSettings rest = rest(address.orElse(URI.create("")), parts, complaints);
    return address.map(found -> rest);
  }

  private FeedSettings rest(URI url, Map<String, Node> parts, Complaints complaints) {
    return new FeedSettings(
        url,
        language(parts.get("language"), complaints.within(".language")),
        text(parts.get("section"), complaints.within(".section")),
        channel(parts.get("channel"), complaints.within(".channel")),
        new FeedSettings.Filter(
            pattern(parts.get("only"), complaints.within(".only")),
            pattern(parts.get("except"), complaints.within(".except"))),
        interval(parts.get("interval"), complaints.within(".interval")),
        fullPage(parts.get("full-page"), complaints.within(".full-page")));
  }

  private static Optional<URI> address(Node node, Complaints complaints) {
    Optional<String> text = Values.text(node, complaints);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.get());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // It is said below, as of any other text that is no address.
    }
    complaints.at(
        node,
        quoted(text.get())
            + " is no address of a feed. Write all of it, for example https://example.kz/rss.");
    return Optional.empty();
  }

  private @Nullable String language(@Nullable Node node, Complaints complaints) {
    if (node == null) {
      return null;
    }
    String code = text(node, complaints);
    if (code != null && !languages.contains(code.toLowerCase(Locale.ROOT))) {
      complaints.at(
          node,
          "%s is no language that the bot speaks. It speaks %s."
              .formatted(quoted(code), String.join(", ", languages)));
    }
    return code == null ? null : code.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String channel(@Nullable Node node, Complaints complaints) {
    if (node == null) {
      return null;
    }
    String name = text(node, complaints);
    if (name != null && !isChannel(name)) {
      complaints.at(
          node, quoted(name) + " is no channel. Write its name, for example @example_news.");
    }
    return name == null ? null : name.replace("@", "");
  }

  /** Whether a text can be a channel's name, with or without its {@code @}. */
  static boolean isChannel(String name) {
    return name.matches("@?[A-Za-z][A-Za-z0-9_]{3,31}");
  }

  /** Without regard to case; the time that a search takes grows with the text's length only. */
  private static @Nullable Pattern pattern(@Nullable Node node, Complaints complaints) {
    if (node == null) {
      return null;
    }
    String text = text(node, complaints);
    try {
      return text == null ? null : Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      complaints.at(
          node,
          "%s is no pattern: %s. Write words, with | between them, or an expression of RE2."
              .formatted(quoted(String.valueOf(text)), e.getDescription()));
      return null;
    }
  }

  private static Duration interval(@Nullable Node node, Complaints complaints) {
    int minutes =
        node == null || node instanceof Node.Nothing
            ? USUAL_MINUTES
            : Values.number(1, LONGEST_MINUTES).read(node, complaints).orElse(USUAL_MINUTES);
    return Duration.ofMinutes(minutes);
  }

  private static boolean fullPage(@Nullable Node node, Complaints complaints) {
    return node != null
        && !(node instanceof Node.Nothing)
        && Values.yesOrNo(node, complaints).orElse(false);
  }

  private static @Nullable String text(@Nullable Node node, Complaints complaints) {
    return node == null || node instanceof Node.Nothing
        ? null
        : Values.text(node, complaints).orElse(null);
  }
}
