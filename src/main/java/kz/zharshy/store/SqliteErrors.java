package kz.zharshy.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.QueueException.Kind;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in words what SQLite means, by its result codes (https://sqlite.org/rescode.html). */
final class SqliteErrors {
  /** The driver puts SQLite's own words in brackets behind its explanation of the code. */
  private static final Pattern OWN_WORDS = Pattern.compile("\\((.*)\\)\\s*$", Pattern.DOTALL);

  private static final String CHECK = "CHECK constraint failed: ";

  private SqliteErrors() {}

  static boolean isBusy(SQLException e) {
    Kind kind = kind(e);
    return kind == Kind.BUSY;
  }

  static QueueException of(Path file, SQLException e) {
    Kind kind = kind(e);
    return new QueueException(kind, reason(kind, file.toString(), ownWords(e)), e);
  }

  private static Kind kind(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return Kind.OTHER;
    }
    // An extended code holds its primary code in the lowest byte.
    int code = sqlite.getResultCode().code & 0xff;
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return Kind.BUSY;
    }
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return Kind.FULL;
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return Kind.CORRUPT;
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_IOERR.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_PERM.code) {
      return Kind.DISK;
    }
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code ? Kind.REFUSED : Kind.OTHER;
  }

  private static Reason reason(Kind kind, String file, String words) {
    return switch (kind) {
      case BUSY -> Reason.of(ReasonCode.DATABASE_LOCKED, file);
      case FULL -> Reason.of(ReasonCode.DATABASE_FULL, file);
      case DISK -> Reason.of(ReasonCode.DATABASE_UNUSABLE, file, words);
      case CORRUPT -> Reason.of(ReasonCode.DATABASE_DAMAGED, file, words);
      case REFUSED -> Reason.of(ReasonCode.QUEUE_REFUSES, QueueRules.reason(words));
      case LEASE, CLOSED, OTHER -> Reason.of(ReasonCode.DATABASE_FAILED, file, words);
    };
  }

  private static String ownWords(SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher matcher = OWN_WORDS.matcher(message);
    String words = matcher.find() ? matcher.group(1) : message;
    return words.startsWith(CHECK) ? words.substring(CHECK.length()) : words;
  }
}
