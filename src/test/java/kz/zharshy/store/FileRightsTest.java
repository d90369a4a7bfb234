package kz.zharshy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zharshy.ops.Check;
import kz.zharshy.ops.FileRights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds people's messages is for the bot's user alone. */
final class FileRightsTest {
  @TempDir private Path folder;

  @BeforeEach
  void onlyWhereFilesHaveRights() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  void nobodyElseReadsANewDatabaseItsCompanionsOrItsBackup() throws Exception {
    Path file = folder.resolve("queue.db");
    Path backup = folder.resolve("backup.db");
    try (QueueDatabase database = QueueDatabase.open(file.toString())) {
      database.articles().add(Samples.draft("Snow"), "test", Instant.EPOCH);
      assertThat(Files.exists(folder.resolve("queue.db-wal"))).isTrue();
      new Backup(file.toString()).to(backup);
      assertThat(openFiles()).isEmpty();
    }
    new Restore(file.toString()).from(backup, Instant.parse("2026-11-22T10:00:00Z"));
    assertThat(openFiles()).isEmpty();
    assertThat(FileRights.examine(file, Optional.empty())).isEmpty();
  }

  @Test
  void whoeverRunsTheBotIsWarnedOfWhatOthersCanRead() throws Exception {
    Path database = readable("queue.db");
    Path settings = readable("zharshy.yaml");
    List<Check> warnings = FileRights.examine(database, Optional.of(settings));
    assertThat(warnings).extracting(Check::result).containsOnly(Check.Result.WARNING);
    assertThat(warnings)
        .extracting(Check::advice)
        .containsExactly(
            "Take that right away: chmod 600 " + settings,
            "Take that right away: chmod 600 " + database);
    assertThat(FileRights.examine(folder.resolve("none.db"), Optional.empty())).isEmpty();
  }

  private Path readable(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private List<String> openFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !rights(file).equals("rw-------"))
          .map(file -> file.getFileName() + " " + rights(file))
          .toList();
    }
  }

  private static String rights(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
