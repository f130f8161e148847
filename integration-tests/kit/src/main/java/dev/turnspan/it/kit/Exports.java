/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.kit;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one process has exported so far. */
public final class Exports {

  private final String endpoint;
  private final List<byte[]> bodies = new ArrayList<>();
  private final List<SpanRecord> spans = new ArrayList<>();

  Exports(String endpoint) {
    this.endpoint = endpoint;
  }

  /** Where to export to. */
  public String endpoint() {
    return endpoint;
  }

  synchronized void add(byte[] body, ExportTraceServiceRequest request) {
    bodies.add(body);
    request
        .getResourceSpansList()
        .forEach(
            resource ->
                resource
                    .getScopeSpansList()
                    .forEach(
                        scope ->
                            scope
                                .getSpansList()
                                .forEach(
                                    span ->
                                        spans.add(
                                            SpanRecord.of(scope.getScope().getName(), span)))));
  }

  /** All spans, in the order in which they came. */
  public synchronized List<SpanRecord> spans() {
    return List.copyOf(spans);
  }

  /** The spans that Turnspan wrote. */
  public List<SpanRecord> ownSpans() {
    return spans().stream().filter(SpanRecord::isOurs).toList();
  }

  /** Everything that was sent, uncompressed. */
  public synchronized List<byte[]> bodies() {
    return List.copyOf(bodies);
  }

  /** All traces in which a scenario's model was asked: its name ends with the scenario's. */
  public List<SpanRecord> tracesOf(String scenario) {
    List<SpanRecord> all = spans();
    Set<String> traces = new HashSet<>();
    for (SpanRecord span : all) {
      if (asks(span, scenario)) {
        traces.add(span.traceId());
      }
    }
    return all.stream().filter(span -> traces.contains(span.traceId())).toList();
  }

  private static boolean asks(SpanRecord span, String scenario) {
    Object model = span.attribute("requestModel");
    Object asked = model == null ? span.attribute("gen_ai.request.model") : model;
    return asked instanceof String name && name.endsWith("-s" + scenario);
  }
}
