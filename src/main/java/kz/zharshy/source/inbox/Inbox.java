package kz.zharshy.source.inbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.health.Task;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.source.reader.FileEntries;

/**
 * A folder into which people and programs drop files with articles. A file that was taken in is
 * moved to {@code done}, one that cannot be read to {@code failed} with the reason beside it. Not
 * safe for use by several threads.
 */
public final class Inbox {
  /** A file that has not changed for this long is complete. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private static final int LARGEST_MB = 20;

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Path folder;
  private final ArticleReader reader;
  private final Intake intake;
  private final Clock clock;
  private final ProcessedFolders processed;
  private final Map<String, Integer> rounds = new HashMap<>();
  private Map<Path, Seen> seen = new HashMap<>();

  /** Puts articles into the queue. */
  public interface Intake {
    /**
     * Puts an article into the queue, or changes the one of its name.
     *
     * @return the article's number
     * @throws UnreadableException if there is one of its name that it may not change
     * @throws RuntimeException if the queue cannot be written now
     */
    long take(Gate.Entry entry) throws UnreadableException;
  }

  /**
   * @param folder where files are dropped; created if missing, with {@code done} and {@code failed}
   *     in it
   */
  public Inbox(Path folder, ArticleReader reader, Intake intake, Clock clock) {
    this.folder = folder;
    this.reader = reader;
    this.intake = intake;
    this.clock = clock;
    processed = new ProcessedFolders(folder);
  }

  /** How a file looked at a scan; while this changes, somebody is still writing. */
  private record Seen(long size, Instant changed) {}

  /**
   * Takes in what has been dropped and is complete. Hidden files, unfinished ones ({@code .part},
   * {@code .tmp}, {@code ~}), folders and symbolic links are left alone.
   *
   * @return what happened, in the order of the files' names
   * @throws IOException if the folder cannot be read or made
   */
  public List<InboxEvent> scan() throws IOException {
    processed.makeFolders();
    Map<Path, Seen> now = new HashMap<>();
    List<InboxEvent> events = new ArrayList<>();
    for (Path file : files()) {
      Optional<Seen> state = state(file);
      if (state.isPresent()) {
        now.put(file, state.get());
        if (isSettled(file, state.get())) {
          events.add(tryTo(file, state.get()));
        }
      }
    }
    seen = now;
    rounds.keySet().removeIf(name -> !now.containsKey(folder.resolve(name)));
    return events;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Inbox::isMeant)) {
      entries.forEach(files::add);
    }
    files.sort(null);
    return files;
  }

  private static boolean isMeant(Path file) {
    String name = ProcessedFolders.nameOf(file);
    return !name.startsWith(".")
        && !name.endsWith(".part")
        && !name.endsWith(".tmp")
        && !name.endsWith("~");
  }

  private static Optional<Seen> state(Path file) throws IOException {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return found.isRegularFile()
          ? Optional.of(new Seen(found.size(), found.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (NoSuchFileException goneMeanwhile) {
      return Optional.empty();
    }
  }

  private boolean isSettled(Path file, Seen state) {
    return state.equals(seen.get(file)) || state.changed().isBefore(clock.instant().minus(SETTLED));
  }

  private InboxEvent tryTo(Path file, Seen state) {
    String name = ProcessedFolders.nameOf(file);
    Task task = new Task(Task.Kind.FILE, name);
    Optional<Reason> refusal = AtWork.refusal(task);
    if (refusal.isEmpty()) {
      return AtWork.on(task, () -> Heartbeat.within(name, LONGEST, () -> take(file, name, state)));
    }
    InboxEvent failed = failed(name, ReasonText.forLog(refusal.get()));
    if (failed instanceof InboxEvent.Failed) {
      AtWork.marked(task);
    }
    return failed;
  }

  private InboxEvent take(Path file, String name, Seen state) {
    try {
      if (state.size() > LARGEST_MB * 1024L * 1024) {
        return failed(
            name, ReasonText.forLog(Reason.of(ReasonCode.FILE_TOO_LARGE, name, LARGEST_MB)));
      }
      SourceText source = new SourceText(name, Files.readAllBytes(file));
      List<Long> ids = new ArrayList<>();
      List<String> refused = new ArrayList<>();
      for (Gate.Entry entry : entries(source)) {
        try {
          ids.add(intake.take(entry));
        } catch (UnreadableException e) {
          // One article that may not be changed keeps none of the others out.
          refused.add(String.valueOf(e.getMessage()));
        }
      }
      return refused.isEmpty()
          ? new InboxEvent.Taken(name, ids, processed.done(name))
          : failed(name, String.join("\n", refused));
    } catch (UnreadableException e) {
      return failed(name, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      return postponed(name, e);
    }
  }

  /** What trips over a mistake of ours would do so each second. */
  private List<Gate.Entry> entries(SourceText source) throws UnreadableException {
    try {
      return FileEntries.of(Gate.Way.INBOX, source, reader);
    } catch (RuntimeException e) {
      throw new UnreadableException(e, ReasonCode.NOT_TEXT, source.name());
    }
  }

  private InboxEvent failed(String name, String reason) {
    try {
      return new InboxEvent.Failed(name, reason, processed.failed(name, reason));
    } catch (IOException e) {
      return postponed(name, e);
    }
  }

  private InboxEvent postponed(String name, Exception e) {
    String message = e.getMessage();
    return new InboxEvent.Postponed(
        name,
        message == null ? e.getClass().getSimpleName() : message,
        rounds.merge(name, 1, Integer::sum));
  }
}
