package kz.zharshy.store;

import java.sql.SQLException;

/**
 * What one database does unlike another: how it is opened, how a transaction begins, how another
 * program's commit shows and what its errors mean. The statements of this package are plain SQL;
 * the schema is each database's own.
 */
interface Dialect {
  /** How messages name the database. */
  String name();

  /** A connection that may write. */
  Sql writer() throws SQLException;

  /** A connection that only reads and never waits for a writer. */
  Sql reader() throws SQLException;

  /** Begins a transaction that writes, or fails as {@linkplain #isBusy busy}. */
  void begin(Sql writer) throws SQLException;

  /** A number that changes with each commit of another connection, of this program or another. */
  long otherCommits(Sql writer) throws SQLException;

  /** Erases what was deleted; postponed while another program reads. */
  void erase(Sql writer) throws SQLException;

  /** Whether another program holds the database, so that it is worth trying again. */
  boolean isBusy(SQLException e);

  /** Says in words what an error means. */
  QueueException explain(SQLException e);
}
