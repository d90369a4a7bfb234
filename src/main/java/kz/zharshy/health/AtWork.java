package kz.zharshy.health;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kz.zharshy.article.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each worker is at work on, so that the start after an error knows what it may have come
 * from. It is noted in a file of which each worker has a place: written at once, never forced to
 * the disk, as it has to outlive the process and not the machine. Behind the places stands the note
 * of an error that ended the process, by {@link ErrorEnd} or by the virtual machine itself ({@code
 * -XX:OnOutOfMemoryError}). Whoever is killed leaves no such note, and blames nobody.
 *
 * <p>What was at work when an error ended the process is suspect: it is worked on again, but of all
 * suspects one at a time, so that only the guilty one is there a second and a third time. Safe for
 * use by several threads.
 */
public final class AtWork {
  private static final Logger log = LoggerFactory.getLogger(AtWork.class);
  private static final int PLACE = 1024;
  private static final String UNNOTED = "What is at work cannot be noted: {}";
  private static final Duration LAST_WAIT = Duration.ofMillis(300);

  /** Nobody waits for ever: what has the turn may wait for something that this one holds. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /**
   * What the last process left.
   *
   * @param error the class of what ended it
   */
  public record Left(String error, List<Task> tasks) {}

  /** What is set aside, which may change meanwhile. */
  public interface SetAside {
    /** Why it is set aside, if it still is. */
    Optional<Reason> reason(Task task);

    /** It shows by itself from now on that it is, or it is to be tried again. */
    void remove(Task task);
  }

  /** A worker's place in the file, and what stands there. */
  private static final class Mark {
    final AtWork all;
    final int place;
    @Nullable Task task;

    Mark(AtWork all, int place) {
      this.all = all;
      this.place = place;
    }
  }

  private static final ThreadLocal<@Nullable Mark> OWN = new ThreadLocal<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private final Set<Task> suspects = ConcurrentHashMap.newKeySet();
  private @Nullable Mark turn;
  private @Nullable RandomAccessFile file;
  private volatile Set<Task> known = Set.of();
  private volatile @Nullable SetAside aside;

  AtWork() {}

  /** The calling thread is the worker of this place. */
  void enter(int place) {
    OWN.set(new Mark(this, place));
  }

  /** Does a task of the calling worker; one that nobody watches leaves no note. */
  public static <T extends @Nullable Object, X extends Exception> T on(
      Task task, Heartbeat.Work<T, X> work) throws X {
    Mark own = OWN.get();
    return own == null ? work.run() : own.all.on(own, task, work);
  }

  /** The same of what has no result. */
  public static void run(Task task, Runnable work) {
    on(
        task,
        () -> {
          work.run();
          return true;
        });
  }

  /** Why no worker may touch something; empty where it was not set aside. */
  public static Optional<Reason> refusal(Task task) {
    Mark own = OWN.get();
    AtWork all = own == null ? null : own.all;
    SetAside set = all == null ? null : all.aside;
    return all == null || set == null || !all.known.contains(task)
        ? Optional.empty()
        : set.reason(task);
  }

  /** Whether something was at work lately when an error ended the bot. */
  public static boolean isSuspect(Task task) {
    Mark own = OWN.get();
    return own != null && own.all.suspects.contains(task);
  }

  /** What was set aside is marked as such where it belongs, and is no business of ours any more. */
  public static void marked(Task task) {
    Mark own = OWN.get();
    SetAside set = own == null ? null : own.all.aside;
    if (set != null) {
      set.remove(task);
    }
  }

  /** What a process left in this file that an error ended; empty where none did. */
  public static Optional<Left> left(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    byte[] all = Files.readAllBytes(path);
    int places = all.length / PLACE;
    if (places * PLACE == all.length) {
      return Optional.empty();
    }
    String note = text(all, places * PLACE, all.length).lines().findFirst().orElse("").strip();
    List<Task> tasks = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      Task.read(text(all, place * PLACE, (place + 1) * PLACE)).ifPresent(tasks::add);
    }
    return Optional.of(new Left(note.isEmpty() ? "Error" : note, tasks));
  }

  /** Begins to note in this file, from an empty one; for the copy of the bot that works. */
  public void begin(Path path) throws IOException {
    lock.lock();
    try {
      if (file != null) {
        file.close();
      }
      file = new RandomAccessFile(path.toFile(), "rw");
      file.setLength(0);
      // For its owner alone, like the database; where a file system has no such rights, for all.
      boolean own =
          path.toFile().setReadable(false, false) && path.toFile().setReadable(true, true);
      log.debug("{} is its owner's alone: {}", path, own);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Says what is known from before.
   *
   * @param doubtful what was at work lately when an error ended the bot
   * @param untouchable what is set aside
   */
  public void know(Set<Task> doubtful, Set<Task> untouchable, SetAside set) {
    suspects.clear();
    suspects.addAll(doubtful);
    known = Set.copyOf(untouchable);
    aside = set;
  }

  /** An error ends the process. */
  public void died(Throwable why) {
    boolean mine = false;
    try {
      mine = lock.tryLock(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      RandomAccessFile open = file;
      if (mine && open != null) {
        open.seek(open.length());
        open.write(why.getClass().getName().getBytes(StandardCharsets.UTF_8));
        // Nothing is to be written over it.
        file = null;
      }
    } catch (IOException e) {
      log.warn(UNNOTED, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (mine) {
        lock.unlock();
      }
    }
  }

  private <T extends @Nullable Object, X extends Exception> T on(
      Mark worker, Task task, Heartbeat.Work<T, X> work) throws X {
    Task outer = worker.task;
    boolean mine = suspects.contains(task) && waitForTurn(worker);
    write(worker, task);
    boolean over = false;
    try {
      T result = work.run();
      over = true;
      return result;
    } catch (Exception e) {
      Errors.throwBehind(e);
      over = true;
      throw e;
    } finally {
      // After an error the note stays, and the turn: nothing more is to begin.
      if (over) {
        suspects.remove(task);
        write(worker, outer);
        if (mine) {
          passTurn();
        }
      }
    }
  }

  private boolean waitForTurn(Mark worker) {
    return Heartbeat.within(
        "waiting until others that were at work at an error are through",
        LONGEST_WAIT.multipliedBy(2),
        () -> take(worker));
  }

  private boolean take(Mark worker) {
    lock.lock();
    try {
      long nanos = LONGEST_WAIT.toNanos();
      while (turn != null && turn != worker && nanos > 0) {
        nanos = free.awaitNanos(nanos);
      }
      if (turn != null) {
        return false;
      }
      turn = worker;
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void passTurn() {
    lock.lock();
    try {
      turn = null;
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void write(Mark worker, @Nullable Task task) {
    worker.task = task;
    byte[] bytes = task == null ? new byte[0] : task.toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(bytes, PLACE);
    lock.lock();
    try {
      if (file != null) {
        file.seek((long) worker.place * PLACE);
        file.write(whole);
      }
    } catch (IOException e) {
      log.warn(UNNOTED, e.toString());
    } finally {
      lock.unlock();
    }
  }

  private static String text(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
