/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import dev.turnspan.it.kit.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of the example trace store, in memory. */
final class DuckDb implements SpanStore {

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  static SpanStore open() {
    try {
      DuckDb store = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
      store.execute(
          "create table spans(trace_id varchar, span_id varchar, parent_span_id varchar,"
              + " name varchar, start_ns bigint, end_ns bigint, status_code varchar,"
              + " attributes json, origin json)");
      return store;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void replace(List<StoredSpan> spans) {
    execute("delete from spans");
    try (PreparedStatement insert =
        connection.prepareStatement("insert into spans values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (StoredSpan span : spans) {
        insert.setString(1, span.traceId());
        insert.setString(2, span.spanId());
        insert.setString(3, span.parentId().isEmpty() ? null : span.parentId());
        insert.setString(4, span.name());
        insert.setLong(5, span.startNanos());
        insert.setLong(6, span.endNanos());
        insert.setString(7, span.status());
        insert.setString(8, StoredSpan.json(span.attributes()));
        insert.setString(9, StoredSpan.json(Map.of("scope", span.scope())));
        insert.execute();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void normalize() {
    try {
      // The driver runs all statements of a text.
      execute(Files.readString(Workspace.existing("examples/queries/normalize-duckdb.sql")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Map<String, String>> rows(String query) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      ResultSetMetaData columns = result.getMetaData();
      while (result.next()) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          String value = result.getString(i);
          if (value != null) {
            row.put(columns.getColumnName(i), value);
          }
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String table() {
    return "spans";
  }

  @Override
  public String text(String key) {
    return "json_extract_string(attributes, '$.\"" + key + "\"')";
  }

  @Override
  public String number(String key) {
    return text(key) + "::bigint";
  }

  private void execute(String statements) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
