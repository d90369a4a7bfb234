package kz.zharshy.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import kz.zharshy.article.FeedMemory;
import kz.zharshy.health.Heartbeat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of the queue, opened. Several programs may have it open at once. Safe for use by
 * several threads.
 */
public final class QueueDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QueueDatabase.class);

  private final Path file;
  private final @Nullable Object identity;
  private volatile boolean abandoned;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Store store;
  private final ChangeWatcher watcher;
  private final ArticleQueue articles;
  private final Ledger ledger;
  private final Corrections corrections;
  private final RelatedPostsStore relatedPosts;
  private final Pins pins;
  private final OverdueArticles overdue;
  private final UpdateInbox updates;
  private final FloodWaits floodWaits;
  private final ChatMoves chatMoves;
  private final KeptNotices keptNotices;
  private final Archive archive;
  private final ArchiveChanges archiveChanges;
  private final FeedMemory feeds;
  private final ChannelRules rules;
  private final Team team;
  private final Audit audit;
  private final PendingQuestions pendingQuestions;
  private final Readers readers;
  private final PersonalData personalData;
  private final ReaderOutbox outbox;
  private final Statistics statistics;
  private final ForeignCopies foreignCopies;
  private final ErrorEnds errorEnds;

  private QueueDatabase(Path file, Duration patience, Heartbeat heartbeat) {
    this.file = file;
    identity = identityOf(file);
    store = new Store(new SqliteDialect(file), patience, new ChangeList(), this::ring);
    watcher = new ChangeWatcher(store, this::ring, heartbeat);
    articles = new ArticleQueue(store);
    ledger = new Ledger(store);
    corrections = new Corrections(store);
    relatedPosts = new RelatedPostsStore(store);
    pins = new Pins(store);
    overdue = new OverdueArticles(store);
    updates = new SqlUpdateInbox(store);
    floodWaits = new FloodWaits(store);
    chatMoves = new ChatMoves(store);
    keptNotices = new KeptNotices(store);
    archive = new Archive(store);
    archiveChanges = new ArchiveChanges(store);
    feeds = new SqlFeedMemory(store);
    rules = new ChannelRules(store);
    team = new Team(store);
    audit = new Audit(store);
    pendingQuestions = new PendingQuestions(store);
    readers = new Readers(store);
    personalData = new PersonalData(store);
    outbox = new ReaderOutbox(store);
    statistics = new Statistics(store);
    foreignCopies = new ForeignCopies(store);
    errorEnds = new ErrorEnds(store);
    watcher.start();
  }

  /**
   * Opens a database; makes it, and its folder, where there is none.
   *
   * @param location a path, or {@code jdbc:sqlite:} and a path
   * @throws QueueException if the database is damaged, another program's, of a newer version, or
   *     cannot be written; it is then left as it was
   */
  public static QueueDatabase open(String location) {
    return open(location, Heartbeat.unwatched());
  }

  /**
   * The same.
   *
   * @param heartbeat of what notices other programs' changes
   */
  public static QueueDatabase open(String location, Heartbeat heartbeat) {
    return open(location, BusyRetry.USUAL, heartbeat);
  }

  static QueueDatabase open(String location, Duration patience) {
    return open(location, patience, Heartbeat.unwatched());
  }

  private static QueueDatabase open(String location, Duration patience, Heartbeat heartbeat) {
    Path file = DatabaseFile.prepare(location);
    Migration.run(
        file,
        new DatabaseCheck(file),
        new BusyRetry(file.toString(), patience, () -> false, SqliteErrors::isBusy));
    return new QueueDatabase(file, patience, heartbeat);
  }

  public ArticleQueue articles() {
    return articles;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Corrections corrections() {
    return corrections;
  }

  public RelatedPostsStore relatedPosts() {
    return relatedPosts;
  }

  public Pins pins() {
    return pins;
  }

  public OverdueArticles overdue() {
    return overdue;
  }

  public UpdateInbox updates() {
    return updates;
  }

  public FloodWaits floodWaits() {
    return floodWaits;
  }

  public ChatMoves chatMoves() {
    return chatMoves;
  }

  public KeptNotices keptNotices() {
    return keptNotices;
  }

  public Archive archive() {
    return archive;
  }

  public ArchiveChanges archiveChanges() {
    return archiveChanges;
  }

  /** What is known of feeds; it throws {@link QueueException} as all else here. */
  public FeedMemory feeds() {
    return feeds;
  }

  /** What the editors decided about the channels' timetables. */
  public ChannelRules rules() {
    return rules;
  }

  public Team team() {
    return team;
  }

  public Audit audit() {
    return audit;
  }

  public PendingQuestions pendingQuestions() {
    return pendingQuestions;
  }

  public Readers readers() {
    return readers;
  }

  /** What else is held of people, and how it is erased. */
  public PersonalData personalData() {
    return personalData;
  }

  public ReaderOutbox outbox() {
    return outbox;
  }

  /** How often an error has ended the bot, and what was set aside for it. */
  public ErrorEnds errorEnds() {
    return errorEnds;
  }

  public Statistics statistics() {
    return statistics;
  }

  public ForeignCopies foreignCopies() {
    return foreignCopies;
  }

  /**
   * The lease of the publishing, for a copy of the bot that is about to publish. From this call on
   * nothing can be claimed or sent through this object until the lease is held.
   */
  public Lease lease() {
    return lease(ProcessIdentity.thisProcess(), System::nanoTime);
  }

  Lease lease(ProcessIdentity instance, LongSupplier nanos) {
    return new Lease(store, instance, nanos);
  }

  /**
   * Runs something after each change, at once for changes of this program and within 200 ms for
   * those of others. It runs in the thread that made the change or noticed it, so it must be quick
   * and must not fail; it may run once for several changes.
   */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** From now on nothing waits for another program that holds the database. */
  public void endWaits() {
    store.endWaits();
  }

  /** Whether the open file still lies where it was opened; also where that cannot be told. */
  public boolean isInPlace() {
    try {
      return Objects.equals(identity, DatabaseFile.identity(file));
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      log.debug("It cannot be told whether {} is in its place", file, e);
      return true;
    }
  }

  /**
   * Gives up a file that is not in its place: from now on nothing is claimed or sent; what was done
   * is still recorded. In the place of a file that is gone none is made anew.
   */
  public void abandon() {
    abandoned = true;
    store.abandon();
  }

  /** Ends the watching and closes the file; what is asked afterwards fails. */
  @Override
  public void close() {
    watcher.close();
    if (abandoned) {
      leaveBehind();
    }
    store.close();
  }

  /** The log beside the file must not be taken for that of another file in its place. */
  private void leaveBehind() {
    try {
      store.erase();
      DatabaseFile.noteThatItIsMissing(file);
    } catch (IOException | QueueException e) {
      log.warn("The database {} was not left in good order: {}", file, e.toString());
    }
  }

  private static @Nullable Object identityOf(Path file) {
    try {
      return DatabaseFile.identity(file);
    } catch (IOException e) {
      throw new QueueException(
          QueueException.Kind.DISK, "The database " + file + " cannot be read.", e);
    }
  }

  private void ring() {
    listeners.forEach(Runnable::run);
  }
}
