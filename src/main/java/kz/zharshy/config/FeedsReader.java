package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    Map<URI, Place> seen = new HashMap<>();
    return Parts.list(
        node,
        complaints,
        "a feed",
        KEYS,
        EXAMPLE,
        parts -> {
          Optional<FeedSettings> feed = feed(parts);
          feed.map(found -> seen.putIfAbsent(found.url(), parts.place()))
              .ifPresent(
                  first ->
                      parts.complain(
                          "This feed is listed twice, first at " + first + ". Keep one."));
          return feed;
        });
  }

  private Optional<FeedSettings> feed(Parts parts) {
    Node url = parts.nodes().get("url");
    if (url == null) {
      parts.complain("The url is missing. It is the feed's address, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    Optional<URI> address = address(url, parts.complaints().within(".url"));
    FeedSettings feed =
        new FeedSettings(
            address.orElse(URI.create("")),
            parts.value("language", Values.language(languages)).orElse(null),
            parts.value("section", Values::text).orElse(null),
            parts.value("channel", FeedsReader::channel).orElse(null),
            new FeedSettings.Filter(
                parts.value("only", FeedsReader::pattern).orElse(null),
                parts.value("except", FeedsReader::pattern).orElse(null)),
            Duration.ofMinutes(
                parts.value("interval", Values.number(1, LONGEST_MINUTES)).orElse(USUAL_MINUTES)),
            parts.value("full-page", Values::yesOrNo).orElse(false));
    return address.map(found -> feed);
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

  private static Optional<String> channel(Node node, Complaints complaints) {
    Optional<String> name = Values.text(node, complaints);
    if (name.isPresent() && !isChannel(name.get())) {
      complaints.at(
          node, quoted(name.get()) + " is no channel. Write its name, for example @example_news.");
    }
    return name.map(written -> written.replace("@", ""));
  }

  /** Whether a text can be a channel's name, with or without its {@code @}. */
  static boolean isChannel(String name) {
    return name.matches("@?[A-Za-z][A-Za-z0-9_]{3,31}");
  }

  /** Without regard to case; the time that a search takes grows with the text's length only. */
  private static Optional<Pattern> pattern(Node node, Complaints complaints) {
    Optional<String> text = Values.text(node, complaints);
    try {
      return text.map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    } catch (PatternSyntaxException e) {
      complaints.at(
          node,
          "%s is no pattern: %s. Write words, with | between them, or an expression of RE2."
              .formatted(quoted(text.orElse("")), e.getDescription()));
      return Optional.empty();
    }
  }
}
