/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Rows into DuckDB's appender, values in the order of the columns in {@link Schema}. */
final class RowAppender {

  private RowAppender() {}

  static void spans(DuckDBConnection connection, Collection<SpanRow> spans) throws SQLException {
    try (DuckDBAppender rows = connection.createAppender("temp", "main", "staged_spans")) {
      for (SpanRow span : spans) {
        rows.beginRow();
        text(rows, span.key().traceId());
        text(rows, span.key().spanId());
        text(rows, span.parentSpanId());
        text(rows, span.name());
        text(rows, span.kind());
        rows.append(span.startNs());
        rows.append(span.endNs());
        text(rows, span.statusCode());
        text(rows, span.statusMessage());
        text(rows, Json.text(span.attributes()));
        text(rows, Json.text(span.events()));
        text(rows, Json.text(span.links()));
        text(rows, Json.text(span.origin()));
        for (SpanColumn column : SpanColumn.values()) {
          attribute(rows, column.type, span.attributes().path(column.attribute));
        }
        rows.endRow();
      }
    }
  }

  static void logs(DuckDBConnection connection, List<LogRow> logs) throws SQLException {
    try (DuckDBAppender rows = connection.createAppender("main", "logs")) {
      for (LogRow log : logs) {
        rows.beginRow();
        text(rows, log.traceId());
        text(rows, log.spanId());
        rows.append(log.timeNs());
        text(rows, log.eventName());
        text(rows, log.severity());
        text(rows, Json.text(log.body()));
        text(rows, Json.text(log.attributes()));
        text(rows, Json.text(log.origin()));
        rows.endRow();
      }
    }
  }

  private static void text(DuckDBAppender row, @Nullable String value) throws SQLException {
    if (value == null) {
      row.appendNull();
    } else {
      row.append(value);
    }
  }

  private static void attribute(DuckDBAppender row, SpanColumn.Type type, JsonNode value)
      throws SQLException {
    if (type == SpanColumn.Type.VARCHAR && value.isTextual()) {
      row.append(value.textValue());
    } else if (type == SpanColumn.Type.BIGINT && value.isIntegralNumber()) {
      row.append(value.longValue());
    } else if (type == SpanColumn.Type.DOUBLE && value.isNumber()) {
      row.append(value.doubleValue());
    } else if (type == SpanColumn.Type.BOOLEAN && value.isBoolean()) {
      row.append(value.booleanValue());
    } else {
      row.appendNull();
    }
  }
}
