package kz.zharshy.source.inbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders beside an inbox where its files go. A name that is taken gets a number. */
final class ProcessedFolders {
  private final Path inbox;
  private final Path done;
  private final Path failed;

  ProcessedFolders(Path inbox) {
    this.inbox = inbox;
    done = inbox.resolve("done");
    failed = inbox.resolve("failed");
  }

  static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  void makeFolders() throws IOException {
    Files.createDirectories(done);
    Files.createDirectories(failed);
  }

  /** Moves a file that was taken in; gives the place where it is now. */
  Path done(String name) throws IOException {
    return move(name, done);
  }

  /** Moves a file that could not be read, and writes the reason beside it. */
  Path failed(String name, String reason) throws IOException {
    Path moved = move(name, failed);
    Files.writeString(failed.resolve(nameOf(moved) + ".reason.txt"), reason + "\n");
    return moved;
  }

  /** Moves a file under the first free name; never over another, as an atomic move would. */
  private Path move(String name, Path to) throws IOException {
    int number = 1;
    while (true) {
      Path target = to.resolve(number == 1 ? name : numbered(name, number));
      try {
        return Files.move(inbox.resolve(name), target);
      } catch (FileAlreadyExistsException taken) {
        number++;
      }
    }
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + "-" + number
        : name.substring(0, dot) + "-" + number + name.substring(dot);
  }
}
