package kz.zharshy.source.feed;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zharshy.source.CharacterSet;
import kz.zharshy.source.Fingerprint;
import kz.zharshy.source.Line;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.TreeBudget;
import kz.zharshy.source.UnreadableException;

/**
 * Reads feeds: RSS 0.9 to 2.0, Atom and JSON Feed. What real feeds get wrong – missing ids,
 * relative links, markup in headlines, an unescaped ampersand – is read as it was meant; what is no
 * feed, is cut off or brings a DOCTYPE is refused. Safe for use by several threads.
 */
public final class FeedReader {
  /** Only the newest are read; feeds with a site's whole archive list the newest first. */
  private static final int MOST_ITEMS = 200;

  private static final int LONGEST_ID = 200;

  private final ZoneId zone;

  /**
   * @param newsroomZone the zone of dates that name none
   */
  public FeedReader(ZoneId newsroomZone) {
    zone = newsroomZone;
  }

  /**
   * How many items a feed holds.
   *
   * @throws UnreadableException if it is none
   */
  public int count(SourceText source) throws UnreadableException {
    return read(source).size();
  }

  /** The items, the oldest first; their ids differ. */
  List<FeedItem> read(SourceText source) throws UnreadableException {
    return TreeBudget.read(source.name(), source.bytes(), () -> items(source));
  }

  private List<FeedItem> items(SourceText source) throws UnreadableException {
    String text = CharacterSet.decode(source);
    List<FeedItem> items =
        text.stripLeading().startsWith("{")
            ? new JsonFeed(source, zone).items(text)
            : new XmlFeed(source, zone).items(text);
    return inOrder(named(items.subList(0, Math.min(items.size(), MOST_ITEMS))));
  }

  /** Items with one id between them are named by what tells them apart. */
  private static List<FeedItem> named(List<FeedItem> items) {
    Map<String, Integer> counts = new HashMap<>();
    items.forEach(item -> counts.merge(item.id(), 1, Integer::sum));
    Set<String> seen = new HashSet<>();
    List<FeedItem> named = new ArrayList<>();
    for (FeedItem item : items) {
      boolean own = !item.id().isEmpty() && counts.getOrDefault(item.id(), 0) == 1;
      String id = own ? item.id() : madeUp(item);
      String kept = id.length() > LONGEST_ID ? Fingerprint.of(id) : id;
      if (seen.add(kept)) {
        named.add(item.withId(kept));
      }
    }
    return named;
  }

  private static String madeUp(FeedItem item) {
    return item.address() == null ? Fingerprint.of(Line.key(item.title())) : item.address();
  }

  private static List<FeedItem> inOrder(List<FeedItem> newestFirst) {
    List<FeedItem> items = new ArrayList<>(newestFirst);
    Collections.reverse(items);
    if (items.stream().allMatch(item -> item.published() != null)) {
      items.sort(Comparator.comparing(FeedItem::published));
    }
    return items;
  }
}
