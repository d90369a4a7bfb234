package kz.zharshy.source.inbox;

import java.nio.file.Path;
import java.util.List;

/** What happened to one file of the inbox. */
public sealed interface InboxEvent {
  /** The name under which the file was dropped. */
  String file();

  /**
   * The file's articles are in the queue, and the file is in {@code done}.
   *
   * @param articles their numbers in the queue
   * @param movedTo where the file is now
   */
  record Taken(String file, List<Long> articles, Path movedTo) implements InboxEvent {
    public Taken {
      articles = List.copyOf(articles);
    }
  }

  /**
   * The file holds no article, and is in {@code failed} with the reason beside it.
   *
   * @param reason for the person who dropped it
   */
  record Failed(String file, String reason, Path movedTo) implements InboxEvent {}

  /**
   * The file could not be taken in now. It stays where it is and is tried again at the next scan;
   * nothing is added twice by that.
   *
   * @param round how often that was so in a row
   */
  record Postponed(String file, String reason, int round) implements InboxEvent {}
}
