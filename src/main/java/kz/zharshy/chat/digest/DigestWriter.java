package kz.zharshy.chat.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Content;
import kz.zharshy.article.Priority;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Task;
import kz.zharshy.language.Language;
import kz.zharshy.search.NormalizedKeys;
import kz.zharshy.store.Archive;
import kz.zharshy.store.Archive.Entry;
import kz.zharshy.store.ReaderOutbox;
import kz.zharshy.store.ReaderOutbox.Addressee;
import kz.zharshy.store.ReaderOutbox.Traits;
import kz.zharshy.store.Readers.Reader;
import kz.zharshy.store.Readers.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * Prepares what is due: one text for all readers who wish for the same digest at the same time, and
 * one bundle for all articles that a reader follows. For one thread.
 */
public final class DigestWriter {
  private static final int BATCH = 500;
  private static final int MOST_ARTICLES = 200;
  private static final int MOST_WRITTEN = 200;

  /** A digest that is later than this, because the bot did not run, is left out. */
  private static final Duration LATEST = Duration.ofHours(12);

  /** Who follows much hears of it so often at most. */
  private static final Duration BETWEEN_BUNDLES = Duration.ofMinutes(30);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Archive archive;
  private final ReaderOutbox outbox;
  private final BodyReader bodies;
  private final DigestText text;
  private final ZoneId newsroom;
  private final Clock clock;
  private final Map<Issue, Optional<String>> written = new LinkedHashMap<>();

  /** What readers have in common who get the same text. */
  private record Issue(
      Instant due,
      Language language,
      Rhythm rhythm,
      List<Language> languages,
      List<String> sections,
      LocalDate day) {
    String name() {
      return "digest " + due + " " + language + " " + rhythm + " " + languages + " " + sections
          + " " + day;
    }
  }

  /**
   * @param botName the bot's user name without {@code @}
   * @param newsroom the zone of readers who named none
   */
  public DigestWriter(
      Archive archive,
      ReaderOutbox outbox,
      BodyReader bodies,
      String botName,
      ZoneId newsroom,
      Clock clock) {
    this.archive = archive;
    this.outbox = outbox;
    this.bodies = bodies;
    this.text = new DigestText(botName);
    this.newsroom = newsroom;
    this.clock = clock;
  }

  /**
   * Prepares some of what is due. Returns how long there will be nothing to prepare, unless an
   * article comes out; zero where something was prepared.
   */
  public Duration step() {
    Instant now = clock.instant();
    List<Long> out = outbox.cameOut(BATCH);
    out.forEach(article -> note(article, now));
    List<Reader> told = outbox.toTell(now, BATCH);
    told.forEach(reader -> tell(reader, now));
    List<Reader> due = outbox.due(now, BATCH);
    issues(due).forEach((issue, readers) -> issue(issue, readers, now));
    if (!out.isEmpty() || !told.isEmpty() || !due.isEmpty()) {
      return Duration.ZERO;
    }
    Duration wait = outbox.nextDue().map(next -> Duration.between(now, next)).orElse(LONGEST_WAIT);
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private void note(long id, Instant now) {
    Task task = Task.of(Task.Kind.FOLLOWERS, id);
    boolean refused = AtWork.refusal(task).isPresent();
    Optional<Article> article = refused ? Optional.empty() : archive.article(id);
    Traits none = new Traits(false, null, List.of(), List.of());
    outbox.note(id, AtWork.on(task, () -> article.map(this::traits).orElse(none)), now);
    if (refused) {
      AtWork.marked(task);
    }
  }

  private Traits traits(Article article) {
    Content content = article.content();
    return new Traits(
        article.plan().priority() == Priority.BREAKING,
        content.section() == null ? null : NormalizedKeys.of(content.section()),
        content.tags().stream().map(NormalizedKeys::of).toList(),
        NormalizedKeys.in(article, outbox.followedWords(), bodies));
  }

  private void tell(Reader reader, Instant now) {
    List<Long> followed = outbox.followed(reader.userId());
    Instant day = reader.quiet() ? DigestTimes.byDay(now, zone(reader)) : now;
    if (day.isAfter(now)) {
      outbox.tell(reader.userId(), null, List.of(), followed.isEmpty() ? null : day, now);
      return;
    }
    List<Entry> entries =
        followed.stream().flatMap(article -> archive.entry(article).stream()).toList();
    String payload = entries.isEmpty() ? null : text.bundle(entries, language(reader)).kept();
    Instant next = followed.isEmpty() ? null : now.plus(BETWEEN_BUNDLES);
    outbox.tell(reader.userId(), payload, followed, next, now);
  }

  private Map<Issue, List<Reader>> issues(List<Reader> due) {
    return due.stream()
        .filter(reader -> reader.next() != null)
        .collect(Collectors.groupingBy(this::issue, LinkedHashMap::new, Collectors.toList()));
  }

  private Issue issue(Reader reader) {
    Instant at = Objects.requireNonNull(reader.next());
    return new Issue(
        at,
        language(reader),
        reader.digest().rhythm(),
        reader.digest().languages().stream().sorted().toList(),
        reader.digest().sections(),
        LocalDate.ofInstant(at, zone(reader)));
  }

  private void issue(Issue issue, List<Reader> readers, Instant now) {
    List<Addressee> addressees = new ArrayList<>();
    for (Reader reader : readers) {
      Instant next = DigestTimes.next(reader.digest(), zone(reader), now).orElse(null);
      addressees.add(new Addressee(reader.userId(), next));
    }
    boolean late = issue.due().plus(LATEST).isBefore(now);
    String payload = late ? null : written(issue, readers.get(0)).orElse(null);
    outbox.issue(issue.name(), payload, addressees);
  }

  /** The readers of an issue come in many batches. */
  private Optional<String> written(Issue issue, Reader reader) {
    Optional<String> text =
        written.computeIfAbsent(issue, any -> Optional.ofNullable(payload(issue, reader)));
    if (written.size() > MOST_WRITTEN) {
      written.remove(written.keySet().iterator().next());
    }
    return text;
  }

  private @Nullable String payload(Issue issue, Reader reader) {
    Duration time = issue.rhythm() == Rhythm.WEEKLY ? Duration.ofDays(7) : Duration.ofDays(1);
    List<Entry> all = archive.between(issue.due().minus(time), issue.due(), MOST_ARTICLES);
    List<Entry> chosen = text.chosen(all, reader.digest(), issue.language());
    return chosen.isEmpty() ? null : text.digest(chosen, issue.language(), issue.day()).kept();
  }

  private ZoneId zone(Reader reader) {
    ZoneId own = reader.zone();
    return own == null ? newsroom : own;
  }

  private static Language language(Reader reader) {
    Language own = reader.language();
    return own == null ? Language.RU : own;
  }
}
