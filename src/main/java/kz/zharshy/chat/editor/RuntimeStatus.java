package kz.zharshy.chat.editor;

import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Reason;

/** How the running program is. Implementations are safe for use by several threads. */
public interface RuntimeStatus {
  /** The program's version; empty where it does not know. */
  String version();

  /** Since when it runs. */
  Instant since();

  /** How large the database's files are, in bytes. */
  long databaseBytes();

  /** What keeps it from publishing just now; empty where all is well. */
  List<Reason> problems();
}
