/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a trace export to rows. */
final class SpanDecoder {

  /** Spans without ids or with times after the year 2262 are counted, not kept. */
  record Decoded(List<SpanRow> spans, long rejected) {}

  private final OtlpFormat format;
  private final OtlpIds ids;

  SpanDecoder(OtlpFormat format) {
    this.format = format;
    this.ids = new OtlpIds(format);
  }

  Decoded decode(byte[] body) throws InvalidProtocolBufferException {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    format.decode(body, request);
    List<SpanRow> rows = new ArrayList<>();
    long rejected = 0;
    for (ResourceSpans resource : request.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        ObjectNode origin = origin(resource.getResource(), scope.getScope());
        for (Span span : scope.getSpansList()) {
          String traceId = ids.trace(span.getTraceId());
          String spanId = ids.span(span.getSpanId());
          if (traceId == null || spanId == null || !timely(span)) {
            rejected++;
          } else {
            rows.add(row(new SpanKey(traceId, spanId), span, origin));
          }
        }
      }
    }
    return new Decoded(rows, rejected);
  }

  /** The unsigned wire type holds more than a signed column: such a time reads as negative. */
  private static boolean timely(Span span) {
    return span.getStartTimeUnixNano() >= 0 && span.getEndTimeUnixNano() >= 0;
  }

  static ObjectNode origin(Resource resource, InstrumentationScope scope) {
    ObjectNode origin = Json.object();
    origin.set("resource", AttributeJson.object(resource.getAttributesList()));
    origin.put("scope", scope.getName());
    origin.put("scopeVersion", scope.getVersion());
    return origin;
  }

  private SpanRow row(SpanKey key, Span span, ObjectNode origin)
      throws InvalidProtocolBufferException {
    Status status = span.getStatus();
    return new SpanRow(
        key,
        ids.span(span.getParentSpanId()),
        span.getName(),
        kind(span.getKind()),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        switch (status.getCode()) {
          case STATUS_CODE_OK -> "OK";
          case STATUS_CODE_ERROR -> "ERROR";
          default -> "UNSET";
        },
        status.getMessage().isEmpty() ? null : status.getMessage(),
        AttributeJson.object(span.getAttributesList()),
        events(span),
        links(span),
        origin);
  }

  private static String kind(Span.SpanKind kind) {
    return switch (kind) {
      case SPAN_KIND_INTERNAL -> "INTERNAL";
      case SPAN_KIND_SERVER -> "SERVER";
      case SPAN_KIND_CLIENT -> "CLIENT";
      case SPAN_KIND_PRODUCER -> "PRODUCER";
      case SPAN_KIND_CONSUMER -> "CONSUMER";
      default -> "UNSPECIFIED";
    };
  }

  private static ArrayNode events(Span span) {
    ArrayNode events = Json.array();
    for (Span.Event event : span.getEventsList()) {
      events
          .addObject()
          .put("name", event.getName())
          .put("timeNs", event.getTimeUnixNano())
          .set("attributes", AttributeJson.object(event.getAttributesList()));
    }
    return events;
  }

  private ArrayNode links(Span span) throws InvalidProtocolBufferException {
    ArrayNode links = Json.array();
    for (Span.Link link : span.getLinksList()) {
      links
          .addObject()
          .put("traceId", ids.trace(link.getTraceId()))
          .put("spanId", ids.span(link.getSpanId()))
          .set("attributes", AttributeJson.object(link.getAttributesList()));
    }
    return links;
  }
}
