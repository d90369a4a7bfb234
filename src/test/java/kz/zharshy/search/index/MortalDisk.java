package kz.zharshy.search.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * A folder in which nothing changes any more after so many changes of files, as if whoever writes
 * were killed then. What was not forced to the disk can be lost, too, as if the power failed.
 */
final class MortalDisk {
  private final AtomicInteger left;
  private final Set<String> unforced = ConcurrentHashMap.newKeySet();

  MortalDisk(int changes) {
    this.left = new AtomicInteger(changes);
  }

  boolean isDead() {
    return left.get() < 0;
  }

  /** The folder as whoever dies sees it. */
  Directory open(Path folder) throws IOException {
    return new View(FSDirectory.open(folder));
  }

  /** Halves the files that were not forced to the disk. */
  void losePower(Path folder) throws IOException {
    for (String name : unforced) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2);
        }
      }
    }
  }

  private void change() throws IOException {
    if (left.decrementAndGet() < 0) {
      throw new IOException("killed");
    }
  }

  private final class View extends FilterDirectory {
    View(Directory folder) {
      super(folder);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      change();
      unforced.add(name);
      return new Output(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      change();
      IndexOutput output = super.createTempOutput(prefix, suffix, context);
      unforced.add(output.getName());
      return new Output(output);
    }

    /** Only remembered: a test need not wait for the disk. */
    @Override
    public void sync(Collection<String> names) throws IOException {
      change();
      unforced.removeAll(names);
    }

    @Override
    public void syncMetaData() throws IOException {
      change();
    }

    @Override
    public void rename(String from, String to) throws IOException {
      change();
      super.rename(from, to);
      if (unforced.remove(from)) {
        unforced.add(to);
      }
    }

    @Override
    public void deleteFile(String name) throws IOException {
      change();
      super.deleteFile(name);
      unforced.remove(name);
    }
  }

  private final class Output extends FilterIndexOutput {
    Output(IndexOutput file) {
      super("mortal", file.getName(), file);
    }

    @Override
    public void close() throws IOException {
      if (!isDead()) {
        change();
      }
      super.close();
    }
  }
}
