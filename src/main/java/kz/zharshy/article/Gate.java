package kz.zharshy.article;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one gate through which articles come in. It decides under which name something is kept, what
 * of it counts, and which article it may change.
 *
 * <table>
 * <caption>What comes in, and what it may</caption>
 * <tr><th>way in</th><th>its name</th><th>its address</th><th>what counts beside the
 * words</th><th>which article it may change</th></tr>
 * <tr><td>words, album, forward in the chat</td><td>one of its own, by the update</td>
 * <td>none</td><td>pictures kept by Telegram</td><td>none</td></tr>
 * <tr><td>file in the chat, of an author</td><td>one of its own</td><td>none</td><td>language,
 * section, author, tags, date, channel; pictures of the internet</td><td>none</td></tr>
 * <tr><td>file in the chat, of an editor</td><td>one of its own</td><td>as written</td><td>all but
 * the name; pictures of the internet</td><td>none; one of the written name or address is shown with
 * the difference</td></tr>
 * <tr><td>link in the chat</td><td>one of its own</td><td rowspan="3">the page's canonical one if it
 * is of the host where the page was found in the end, else where it was found</td><td
 * rowspan="3">channel; pictures of the internet</td><td>none; one of that address is shown to an
 * editor with the difference</td></tr>
 * <tr><td>{@code add URL}</td><td>its address</td><td>one that only {@code add} has written</td>
 * </tr>
 * <tr><td>feed</td><td>its address, or one of the feed's</td><td>one of this feed's items that no program
 * has written since</td></tr>
 * <tr><td>file in the inbox, or of {@code add}</td><td>as written, else by its bytes</td>
 * <td>as written</td><td>all</td><td>one that no person brought</td></tr>
 * <tr><td>saved page (HTML) in the inbox, or of {@code add}</td><td>the address that it claims</td>
 * <td>as it claims</td><td>all</td><td>none</td></tr>
 * <tr><td>SQL</td><td>as written</td><td>as written</td><td>all</td><td>any, within the schema's
 * rules</td></tr>
 * </table>
 *
 * <p>In the chat an article is changed by the correction's way only: by an editor, who has seen the
 * difference and confirmed it. Safe for use by several threads.
 */
public final class Gate {
  private static final Pattern ADDRESS =
      Pattern.compile("(https?)://([^/?#\\\\@:\\[\\]\\s]+)(?::([0-9]{1,5}))?(?:[/?#].*)?");
  private static final Pattern PERSON = Pattern.compile("telegram:.*|reader|forgotten");
  private static final String FEED_ACTOR = "feed";

  private Gate() {}

  /** How something comes in. */
  public enum Way {
    MESSAGE,
    FILE,
    LINK,
    FEED,
    INBOX,
    ADD,
    ADD_PAGE,
    SAVED_PAGE,
    SQL;

    private boolean isOfPeople() {
      return this == MESSAGE || this == FILE || this == LINK;
    }
  }

  /**
   * What was let in.
   *
   * @param draft what is to be kept, under the name that it may use
   * @param claims names and addresses of an article that this may be; it is not changed by them
   * @param left the columns that were written and do not count here
   * @param pictures how many pictures were left out because they are not of the internet
   * @param foreign the address that a page claims and that is another host's
   */
  public record Entry(
      Way way,
      Draft draft,
      List<String> claims,
      List<String> left,
      int pictures,
      @Nullable String foreign) {
    public Entry {
      claims = List.copyOf(claims);
      left = List.copyOf(left);
      if (way.isOfPeople() && draft.externalId() == null) {
        throw new IllegalArgumentException("What people bring has a name of its own.");
      }
    }

    /** The same, to begin in this state. */
    public Entry in(ArticleState state) {
      Draft begun = new Draft(draft.externalId(), draft.content(), draft.plan(), state);
      return new Entry(way, begun, claims, left, pictures, foreign);
    }
  }

  /** The name of what an update of Telegram's brings; the same if it is handled once more. */
  public static String own(long updateId) {
    return "telegram:" + updateId;
  }

  /** The same of the next ones of several, counted from 0. */
  public static String own(long updateId, int index) {
    return index == 0 ? own(updateId) : own(updateId) + ":" + (index + 1);
  }

  /** Words of a person, with what Telegram keeps of pictures. */
  public static Entry message(Draft draft, String own) {
    return new Entry(Way.MESSAGE, draft.withExternalId(own), List.of(), List.of(), 0, null);
  }

  /**
   * An article in a person's file.
   *
   * @param decides whether the person may publish
   */
  public static Entry file(Draft read, String own, boolean decides) {
    List<String> left = new ArrayList<>();
    if (isNamed(read)) {
      left.add("external_id");
    }
    Draft kept = decides ? read : ofAuthor(read, left);
    List<String> claims =
        decides
            ? Stream.of(read.externalId(), read.content().sourceUrl())
                .filter(Objects::nonNull)
                .distinct()
                .toList()
            : List.of();
    return entry(Way.FILE, kept.withExternalId(own), claims, left, null);
  }

  /**
   * An article of a page for a person.
   *
   * @param found where the page was in the end
   */
  public static Entry link(Draft read, String own, String found) {
    Entry page = page(Way.LINK, read, own, found);
    return new Entry(
        Way.LINK,
        page.draft().withExternalId(own),
        Stream.of(address(read, found), found).distinct().toList(),
        page.left(),
        page.pictures(),
        page.foreign());
  }

  /** An article of a page for {@code add}; its address is its name, unless the page has several. */
  public static Entry added(Draft read, String found, @Nullable String own) {
    return page(Way.ADD_PAGE, read, own == null ? address(read, found) : own, found);
  }

  /** An article of a feed's page. */
  public static Draft ofFeed(Draft read, String found) {
    return page(Way.FEED, read, address(read, found), found).draft();
  }

  /** An article of a feed, by the name that it has there. */
  public static Entry feed(Draft draft) {
    return entry(Way.FEED, draft, List.of(), List.of(), null);
  }

  /**
   * An article in a file of a program's or an operator's.
   *
   * @param own its name where the file has none
   */
  public static Entry program(Way way, Draft read, String own) {
    Draft named = read.externalId() == null ? read.withExternalId(own) : read;
    return new Entry(way, named, List.of(), List.of(), 0, null);
  }

  /** An article of a page that was saved as a file: nobody vouches for its address. */
  public static Entry saved(Draft read, String own) {
    return program(Way.SAVED_PAGE, read, own);
  }

  /** An article of whoever may write the database, as the history names them. */
  public static Entry database(Draft draft, String actor) {
    boolean named = draft.externalId() != null;
    Way way = named && PERSON.matcher(actor).matches() ? Way.MESSAGE : Way.SQL;
    return new Entry(way, draft, List.of(), List.of(), 0, null);
  }

  /**
   * Whether what comes in may change the article that has its name.
   *
   * @param writers all who have written the article so far, as the history names them
   * @param ofThisFeed whether it came out of the feed out of which this comes
   */
  public static boolean mayChange(Entry entry, Set<String> writers, boolean ofThisFeed) {
    return switch (entry.way()) {
      case MESSAGE, FILE, LINK, SAVED_PAGE -> false;
      case FEED -> ofThisFeed && isOnlyBy(FEED_ACTOR, writers);
      case ADD_PAGE -> isOnlyBy("cli", writers);
      case INBOX, ADD -> writers.stream().findFirst().filter(Gate::isPerson).isEmpty();
      case SQL -> true;
    };
  }

  /** Whether a page found at one address may call itself by another: they are of one host. */
  static boolean isOfHost(String claimed, String found) {
    String host = host(claimed);
    return host != null && host.equals(host(found));
  }

  /** The host with its port, where that is not the usual one; null where there is none for sure. */
  private static @Nullable String host(String address) {
    Matcher parts = ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return null;
    }
    String port = parts.group(3);
    boolean usual = port == null || port.equals(parts.group(1).equals("https") ? "443" : "80");
    try {
      String host = IDN.toASCII(parts.group(2)).replaceFirst("^www\\.", "");
      return usual ? host : host + ":" + port;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** What a page may say of its article. */
  private static Entry page(Way way, Draft read, String name, String found) {
    List<String> left = new ArrayList<>();
    if (isNamed(read)) {
      left.add("external_id");
    }
    Plan plan = Plan.atOnce().withChannel(read.plan().channel());
    told(read.plan(), left);
    String claimed = read.content().sourceUrl();
    String address = address(read, found);
    Content content = read.content().toBuilder().sourceUrl(address).build();
    Draft draft = new Draft(name, content, plan, ArticleState.QUEUED);
    return entry(way, draft, List.of(), left, address.equals(claimed) ? null : claimed);
  }

  private static String address(Draft read, String found) {
    String claimed = read.content().sourceUrl();
    return claimed != null && isOfHost(claimed, found) ? claimed : found;
  }

  private static Draft ofAuthor(Draft read, List<String> left) {
    told(read.plan(), left);
    if (read.content().sourceUrl() != null) {
      left.add("source_url");
    }
    if (read.state() == ArticleState.REVIEW || read.state() == ArticleState.HELD) {
      left.add("state");
    }
    Content content = read.content().toBuilder().sourceUrl(null).build();
    Plan plan = Plan.atOnce().withChannel(read.plan().channel());
    return new Draft(null, content, plan, ArticleState.DRAFT);
  }

  /** The columns of a plan that it fills, but for the channel. */
  private static void told(Plan plan, List<String> columns) {
    add(columns, "story", plan.story());
    add(columns, "translation_of", plan.translationOf());
    add(columns, "priority", plan.priority() == Priority.NORMAL ? null : plan.priority());
    add(columns, "publish_at", plan.publishAt());
    add(columns, "expires_at", plan.expiresAt());
    add(columns, "silent", plan.silent() ? true : null);
    add(columns, "pin_until", plan.pinUntil());
  }

  private static void add(List<String> columns, String column, @Nullable Object value) {
    if (value != null) {
      columns.add(column);
    }
  }

  private static Entry entry(
      Way way, Draft draft, List<String> claims, List<String> left, @Nullable String foreign) {
    List<Media> all = draft.content().media();
    List<Media> media = all.stream().filter(Gate::isOfInternet).toList();
    Content content = draft.content().toBuilder().media(media).build();
    return new Entry(
        way, draft.withContent(content), claims, left, all.size() - media.size(), foreign);
  }

  private static boolean isOfInternet(Media medium) {
    return medium.location().matches("(?i)https?://[^/].*");
  }

  /** Whether its source gave it a name that is more than the address of a page. */
  private static boolean isNamed(Draft draft) {
    return draft.externalId() != null && !draft.externalId().equals(draft.content().sourceUrl());
  }

  private static boolean isOnlyBy(String actor, Set<String> writers) {
    return writers.stream().allMatch(writer -> writer.equals(actor) || isPerson(writer));
  }

  private static boolean isPerson(String actor) {
    return PERSON.matcher(actor).matches();
  }
}
