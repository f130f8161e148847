/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One span of the corpus. A file has one trace or more, parents before their children: a line
 * {@code span} (id, parent, name, scope, status), lines {@code in} (key, type, value), then what is
 * expected: lines {@code out} (canonical key, value) and {@code moved} (key).
 *
 * @param id of the file's own
 * @param parent id, {@code -} for none
 * @param attributes what the producer writes
 * @param expected what is exported
 */
record CorpusSpan(
    String id,
    String parent,
    String name,
    String scope,
    String status,
    Attributes attributes,
    Attributes expected) {

  static List<String> producers() {
    return CorpusTable.rows("producers.txt").stream().map(cells -> cells[0]).toList();
  }

  static List<CorpusSpan> of(String producer) {
    List<List<String[]>> blocks = new ArrayList<>();
    for (String[] line : CorpusTable.rows("producers/" + producer + ".tsv")) {
      if (line[0].equals("span")) {
        blocks.add(new ArrayList<>());
      }
      blocks.get(blocks.size() - 1).add(line);
    }
    return blocks.stream().map(CorpusSpan::parse).toList();
  }

  private static CorpusSpan parse(List<String[]> lines) {
    AttributesBuilder in = Attributes.builder();
    AttributesBuilder out = Attributes.builder();
    List<String> moved = new ArrayList<>();
    for (String[] line : lines) {
      switch (line[0]) {
        case "span" -> {
          // Read below.
        }
        case "in" -> CorpusTable.put(in, line[1], line[2], line[3]);
        case "out" -> CorpusTable.putCanonical(out, line[1], line[2]);
        case "moved" -> moved.add(line[1]);
        default -> throw new IllegalArgumentException("no line " + line[0]);
      }
    }
    for (String[] line : lines) {
      if (line[0].equals("in")) {
        String prefix = moved.contains(line[1]) ? "duplicate." : "";
        CorpusTable.put(out, prefix + line[1], line[2], line[3]);
      }
    }
    String[] span = lines.get(0);
    return new CorpusSpan(span[1], span[2], span[3], span[4], span[5], in.build(), out.build());
  }

  /** Writes the spans as their producers do: parents start first, children end first. */
  static void write(List<CorpusSpan> spans, SdkTracerProvider provider) {
    Map<String, Span> started = new HashMap<>();
    for (CorpusSpan span : spans) {
      Span parent = started.getOrDefault(span.parent(), Span.getInvalid());
      Span written =
          provider
              .get(span.scope())
              .spanBuilder(span.name())
              .setParent(Context.root().with(parent))
              .setStartTimestamp(CorpusTable.START_NANOS, TimeUnit.NANOSECONDS)
              .startSpan()
              .setAllAttributes(span.attributes());
      if (span.status().equals("ERROR")) {
        written.setStatus(StatusCode.ERROR);
      }
      started.put(span.id(), written);
    }
    for (int i = spans.size() - 1; i >= 0; i--) {
      requireNonNull(started.get(spans.get(i).id()))
          .end(CorpusTable.END_NANOS, TimeUnit.NANOSECONDS);
    }
  }
}
