/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/**
 * The embedded database: one connection that writes, under a lock, and a fresh one for each
 * question, which sees the last committed state.
 */
final class SpanStore implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(SpanStore.class.getName());

  private final DuckDBConnection database;
  private final DuckDBConnection writer;
  private final ReentrantLock writing = new ReentrantLock();

  private SpanStore(DuckDBConnection database, DuckDBConnection writer) {
    this.database = database;
    this.writer = writer;
  }

  /** A question; it must not keep the connection. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** An empty file name opens a database in memory. */
  static SpanStore open(String file) throws SQLException {
    Properties limits = new Properties();
    limits.setProperty("memory_limit", "1GB");
    // What is stored comes from anywhere: no SQL of ours may reach files or the network.
    limits.setProperty("enable_external_access", "false");
    limits.setProperty("autoinstall_known_extensions", "false");
    limits.setProperty("autoload_known_extensions", "false");
    DuckDBConnection database =
        DriverManager.getConnection("jdbc:duckdb:" + file, limits).unwrap(DuckDBConnection.class);
    DuckDBConnection writer = database.duplicate().unwrap(DuckDBConnection.class);
    try (Statement statement = writer.createStatement()) {
      statement.execute("set lock_configuration = true");
      statement.execute(Schema.SPANS);
      statement.execute(Schema.LOGS);
      statement.execute(Schema.STAGED);
    }
    writer.setAutoCommit(false);
    return new SpanStore(database, writer);
  }

  /** All of them or none. A span that is already stored stays as it is: exporters send again. */
  void addSpans(List<SpanRow> spans) throws SQLException {
    Map<SpanKey, SpanRow> distinct = new LinkedHashMap<>();
    spans.forEach(span -> distinct.putIfAbsent(span.key(), span));
    write(() -> stage(distinct.values()));
  }

  /** All of them or none. Log records have no id, so one that is sent twice is stored twice. */
  void addLogs(List<LogRow> logs) throws SQLException {
    write(() -> RowAppender.logs(writer, logs));
  }

  <T> T read(Question<T> question) throws SQLException {
    try (Connection connection = database.duplicate()) {
      return question.ask(connection);
    }
  }

  @Override
  public void close() {
    writing.lock();
    try (database;
        writer) {
      LOG.log(System.Logger.Level.DEBUG, "closing the store");
    } catch (SQLException unclosable) {
      LOG.log(System.Logger.Level.WARNING, "the store did not close cleanly", unclosable);
    } finally {
      writing.unlock();
    }
  }

  private interface Write {
    void run() throws SQLException;
  }

  private void write(Write write) throws SQLException {
    writing.lock();
    boolean done = false;
    try {
      write.run();
      writer.commit();
      done = true;
    } finally {
      try {
        if (!done && !writer.isClosed()) {
          writer.rollback();
        }
      } finally {
        writing.unlock();
      }
    }
  }

  private void stage(Collection<SpanRow> spans) throws SQLException {
    RowAppender.spans(writer, spans);
    try (Statement statement = writer.createStatement()) {
      statement.executeUpdate(Schema.TAKE_STAGED);
      statement.executeUpdate(Schema.CLEAR_STAGED);
    }
  }
}
