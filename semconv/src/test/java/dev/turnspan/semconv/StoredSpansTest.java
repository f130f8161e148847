/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.semconv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spans that are stored as their producers wrote them get in SQL what the agent gives them. */
final class StoredSpansTest {

  private static final Path CORPUS =
      Path.of("..", "extension", "agent", "src", "test", "resources", "corpus");
  private static final long START_NANOS = 1_767_225_600_000_000_000L;
  private static final long TEN_SECONDS = 10_000_000_000L;

  /** Columns that are the span's own. */
  private static final List<String> IDENTITY =
      List.of(
          "trace_id",
          "span_id",
          "parent_span_id",
          "name",
          "scope",
          "start_ns",
          "end_ns",
          "status_code");

  @Test
  void duckDb_givesWhatTheAgentGives() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is beside this module");
    Map<String, Map<String, String>> expected = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table spans(trace_id varchar, span_id varchar, parent_span_id varchar,"
              + " name varchar, start_ns bigint, end_ns bigint, status_code varchar,"
              + " attributes json, origin json)");
      for (String producer : Files.readAllLines(CORPUS.resolve("producers.txt"))) {
        store(producer, connection, expected);
      }
      for (String sql : StoredSpanQueries.of(StoredSpanQueries.DUCKDB).split(";\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      try (ResultSet rows = statement.executeQuery("select * from turnspan_span")) {
        assertThat(read(rows)).isEqualTo(expected);
      }
    }
  }

  private static void store(
      String producer, Connection connection, Map<String, Map<String, String>> expected)
      throws IOException, SQLException {
    String[] span = new String[0];
    Map<String, String> attributes = new TreeMap<>();
    Map<String, String> out = new TreeMap<>();
    List<String> lines = Files.readAllLines(CORPUS.resolve("producers/" + producer + ".tsv"));
    boolean foreign = false;
    for (String line : Stream.concat(lines.stream(), Stream.of("span")).toList()) {
      String[] cells = line.split("\t", -1);
      switch (cells[0]) {
        case "span" -> {
          if (span.length > 0) {
            insert(producer, span, attributes, connection);
            expected.put(producer + " " + span[1], foreign ? new TreeMap<>(out) : Map.of());
          }
          span = cells;
          attributes.clear();
          out.clear();
          foreign = false;
        }
        case "in" -> {
          attributes.put(cells[1], json(cells[2], cells[3]));
          if (isCanonical(cells[1])) {
            out.put(StoredSpanQueries.column(cells[1]), normal(cells[3]));
          }
        }
        case "out" -> {
          foreign = true;
          out.put(StoredSpanQueries.column(cells[1]), normal(cells[2]));
        }
        default -> {
          // Comments, and what is moved: there is no column for that.
        }
      }
    }
  }

  private static void insert(
      String producer, String[] span, Map<String, String> attributes, Connection connection)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into spans values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, producer);
      insert.setString(2, span[1]);
      insert.setString(3, span[2].equals("-") ? null : span[2]);
      insert.setString(4, span[3]);
      insert.setLong(5, START_NANOS);
      insert.setLong(6, START_NANOS + TEN_SECONDS);
      insert.setString(7, span[5]);
      insert.setString(
          8,
          attributes.entrySet().stream()
              .map(entry -> text(entry.getKey()) + ":" + entry.getValue())
              .collect(Collectors.joining(",", "{", "}")));
      insert.setString(9, "{\"scope\":" + text(span[4]) + "}");
      insert.execute();
    }
  }

  private static Map<String, Map<String, String>> read(ResultSet rows) throws SQLException {
    Map<String, Map<String, String>> found = new TreeMap<>();
    ResultSetMetaData columns = rows.getMetaData();
    while (rows.next()) {
      Map<String, String> row = new TreeMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String value = rows.getString(i);
        if (value != null && !IDENTITY.contains(columns.getColumnName(i))) {
          row.put(columns.getColumnName(i), normal(value));
        }
      }
      found.put(rows.getString("trace_id") + " " + rows.getString("span_id"), row);
    }
    return found;
  }

  private static boolean isCanonical(String key) {
    return Aliases.all().stream()
        .anyMatch(alias -> alias.rank() == AliasRank.CANONICAL && alias.sourceKey().equals(key));
  }

  /** 0.25 and 2.5E-1 are the same figure. */
  private static String normal(String value) {
    try {
      return Double.toString(Double.parseDouble(value));
    } catch (NumberFormatException text) {
      return value;
    }
  }

  private static String json(String type, String value) {
    return switch (type) {
      case "string" -> text(value);
      case "strings" ->
          Stream.of(value.split("\\|", -1))
              .map(StoredSpansTest::text)
              .collect(Collectors.joining(",", "[", "]"));
      default -> value;
    };
  }

  private static String text(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
