package kz.zharshy.source.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.source.reader.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files dropped into a folder become articles once. */
class InboxTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String PAGE = "Кітапхана ашылды\n05.03.2023\n\nМың кітап бар.\n";

  @TempDir Path folder;
  private final Queue queue = new Queue();
  private Inbox inbox;

  @BeforeEach
  void open() {
    inbox = inbox();
  }

  @Test
  void aFinishedFileIsTakenInAndMovedToDone() throws IOException {
    drop("a.txt", PAGE);
    assertThat(inbox.scan())
        .containsExactly(new InboxEvent.Taken("a.txt", List.of(1L), folder.resolve("done/a.txt")));
    assertThat(queue.titles()).containsExactly("Кітапхана ашылды");
    assertThat(folder.resolve("done/a.txt")).hasContent(PAGE);
    assertThat(folder.resolve("a.txt")).doesNotExist();
  }

  @Test
  void aFileThatWasJustWrittenWaitsUntilItNoLongerChanges() throws IOException {
    dropAt("a.txt", "Кітапхана", NOW);
    assertThat(inbox.scan()).isEmpty();
    dropAt("a.txt", PAGE, NOW);
    assertThat(inbox.scan()).isEmpty();
    assertThat(inbox.scan()).hasSize(1);
    assertThat(queue.titles()).containsExactly("Кітапхана ашылды");
  }

  @Test
  void aFileThatCannotBeReadGoesToFailedWithTheReason() throws IOException {
    drop("b.json", "{\"title\": \"x\"}");
    List<InboxEvent> events = inbox.scan();
    String reason = "b.json: body is missing. Give the text, or \"\" for a headline alone.";
    assertThat(events)
        .containsExactly(new InboxEvent.Failed("b.json", reason, folder.resolve("failed/b.json")));
    assertThat(folder.resolve("failed/b.json.reason.txt")).hasContent(reason + "\n");
  }

  @Test
  void aNameThatIsTakenGetsANumber() throws IOException {
    drop("a.txt", PAGE);
    inbox.scan();
    drop("a.txt", PAGE + "\nТағы бір абзац.");
    inbox.scan();
    assertThat(folder.resolve("done/a-2.txt")).exists();
    assertThat(queue.titles()).hasSize(2);
  }

  @Test
  void aFileStaysWhileTheQueueCannotBeWritten() throws IOException {
    drop("a.txt", PAGE);
    queue.locked = true;
    assertThat(inbox.scan())
        .containsExactly(new InboxEvent.Postponed("a.txt", "the database is locked", 1));
    assertThat(inbox.scan())
        .containsExactly(new InboxEvent.Postponed("a.txt", "the database is locked", 2));
    queue.locked = false;
    assertThat(inbox.scan()).hasSize(1).first().isInstanceOf(InboxEvent.Taken.class);
  }

  @Test
  void aFileTakenInButNotMovedBeforeACrashIsNotAddedTwice() throws IOException {
    drop("a.txt", PAGE);
    inbox.scan();
    drop("a.txt", PAGE);
    List<InboxEvent> events = inbox().scan();
    assertThat(events).hasSize(1).first().isInstanceOf(InboxEvent.Taken.class);
    assertThat(queue.titles()).hasSize(1);
  }

  @Test
  void theArticlesOfOneFileHaveNamesOfTheirOwn() throws IOException {
    drop(
        "a.json",
        "[{\"title\":\"A\",\"body\":\"x\"},{\"title\":\"B\",\"body\":\"x\","
            + "\"external_id\":\"b\"},{\"title\":\"C\",\"body\":\"x\"}]");
    inbox.scan();
    assertThat(queue.titles()).containsExactly("A", "B", "C");
    assertThat(queue.byId.keySet().stream().map(id -> id.replaceAll("file:\\p{XDigit}{24}", "F")))
        .containsExactly("F#1", "b", "F#3");
  }

  @Test
  void hiddenUnfinishedAndLinkedFilesAndFoldersAreLeftAlone() throws IOException {
    for (String name : List.of(".a.txt", "a.txt.part", "b.tmp", "c.txt~")) {
      drop(name, PAGE);
    }
    Files.createDirectory(folder.resolve("drafts"));
    Path outside = Files.writeString(folder.resolve(".secret"), PAGE);
    Files.createSymbolicLink(folder.resolve("link.txt"), outside);
    assertThat(inbox.scan()).isEmpty();
    assertThat(inbox.scan()).isEmpty();
    assertThat(queue.titles()).isEmpty();
  }

  @Test
  void oneBadFileStopsNoOther() throws IOException {
    drop("a.json", "{");
    drop("b.txt", PAGE);
    assertThat(inbox.scan()).hasSize(2);
    assertThat(queue.titles()).containsExactly("Кітапхана ашылды");
  }

  private Inbox inbox() {
    return new Inbox(
        folder, new ArticleReader(Reading.ALMATY), queue, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void anArticleThatMayNotBeChangedKeepsNoneOfItsFileOut() throws IOException {
    queue.known = "b";
    drop(
        "a.json",
        "[{\"title\":\"B\",\"body\":\"x\",\"external_id\":\"b\"},"
            + "{\"title\":\"C\",\"body\":\"x\"}]");

    assertThat(inbox.scan()).hasSize(1).first().isInstanceOf(InboxEvent.Failed.class);
    assertThat(queue.titles()).containsExactly("C");
    assertThat(folder.resolve("failed/a.json.reason.txt"))
        .content()
        .startsWith("b: article No. 7 has this name already");
  }

  private void drop(String name, String text) throws IOException {
    dropAt(name, text, NOW.minusSeconds(60));
  }

  private void dropAt(String name, String text, Instant changed) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }

  /** A queue that keeps one article for each external id. */
  private static final class Queue implements Inbox.Intake {
    final Map<String, Draft> byId = new LinkedHashMap<>();
    boolean locked;
    String known = "";

    @Override
    public long take(Gate.Entry entry) throws UnreadableException {
      Draft draft = entry.draft();
      if (known.equals(draft.externalId())) {
        throw new UnreadableException(ReasonCode.ARTICLE_KNOWN, known, 7);
      }
      if (locked) {
        throw new IllegalStateException("the database is locked");
      }
      byId.put(String.valueOf(draft.externalId()), draft);
      return new ArrayList<>(byId.keySet()).indexOf(draft.externalId()) + 1L;
    }

    List<String> titles() {
      return byId.values().stream().map(draft -> draft.content().title()).toList();
    }
  }
}
