/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.producers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.turnspan.it.kit.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of the collector's ClickHouse exporter, in a ClickHouse that Node.js has loaded. */
final class ClickHouse implements SpanStore {

  private static final String NEEDED = "Node.js and, on its NODE_PATH, the npm package chdb";

  private static final JsonMapper JSON = new JsonMapper();

  private final Process node;
  private final Path errors;
  private final BufferedReader answers;
  private final Writer statements;

  private ClickHouse(Process node, Path errors) {
    this.node = node;
    this.errors = errors;
    answers = node.inputReader(UTF_8);
    statements = node.outputWriter(UTF_8);
  }

  /** Skips the test where there is none, except in CI, where there must be one. */
  static SpanStore open(Path folder) {
    boolean installed = isInstalled();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("CI needs " + NEEDED).isTrue();
    }
    assumeTrue(installed, "skipped: install " + NEEDED);
    try {
      Path errors = folder.resolve("errors");
      ClickHouse store =
          new ClickHouse(
              new ProcessBuilder(
                      "node", script().toString(), folder.resolve("clickhouse").toString())
                  .redirectError(errors.toFile())
                  .start(),
              errors);
      store.run(
          "create table otel_traces(Timestamp DateTime64(9), TraceId String, SpanId String,"
              + " ParentSpanId String, SpanName LowCardinality(String), ScopeName String,"
              + " SpanAttributes Map(LowCardinality(String), String), Duration UInt64,"
              + " StatusCode LowCardinality(String)) engine = MergeTree order by Timestamp");
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("node", "-e", "require.resolve('chdb')").start().waitFor() == 0;
    } catch (IOException noNode) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Path script() {
    try {
      return Path.of(ClickHouse.class.getResource("clickhouse.cjs").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void replace(List<StoredSpan> spans) {
    run("truncate table otel_traces");
    run(
        "insert into otel_traces format JSONEachRow "
            + spans.stream().map(ClickHouse::row).collect(Collectors.joining("\n")));
  }

  private static String row(StoredSpan span) {
    Map<String, Object> row = new TreeMap<>();
    row.put("Timestamp", BigDecimal.valueOf(span.startNanos(), 9).toPlainString());
    row.put("Duration", span.endNanos() - span.startNanos());
    row.put("TraceId", span.traceId());
    row.put("SpanId", span.spanId());
    row.put("ParentSpanId", span.parentId());
    row.put("SpanName", span.name());
    row.put("ScopeName", span.scope());
    row.put("StatusCode", span.status().charAt(0) + span.status().substring(1).toLowerCase(ROOT));
    Map<String, String> texts = new TreeMap<>();
    span.attributes().forEach((key, value) -> texts.put(key, text(value)));
    row.put("SpanAttributes", texts);
    return StoredSpan.json(row);
  }

  /** As the collector makes a text of a value. */
  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return StoredSpan.json(list);
    }
    return value instanceof Double number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  @Override
  public void normalize() {
    try {
      run(Files.readString(Workspace.existing("examples/queries/normalize-clickhouse.sql")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Map<String, String>> rows(String query) {
    return run(query).lines().map(ClickHouse::columns).toList();
  }

  private static Map<String, String> columns(String line) {
    try {
      Map<String, String> row = new TreeMap<>();
      for (Map.Entry<String, JsonNode> column : JSON.readTree(line).properties()) {
        if (!column.getValue().isNull()) {
          row.put(column.getKey(), column.getValue().asText());
        }
      }
      return row;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String table() {
    return "otel_traces";
  }

  @Override
  public String text(String key) {
    return "SpanAttributes['" + key + "']";
  }

  @Override
  public String number(String key) {
    return "toInt64OrNull(" + text(key) + ")";
  }

  private String run(String statement) {
    try {
      statements.write(StoredSpan.json(statement) + "\n");
      statements.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException(Files.readString(errors));
      }
      return JSON.readValue(answer, String.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      statements.close();
      node.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
