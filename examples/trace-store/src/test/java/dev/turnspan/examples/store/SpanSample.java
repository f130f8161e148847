/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.examples.store;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Instant;
import java.util.List;

/** A span as the agent would send it, written in one statement. */
final class SpanSample {

  /** Start of all samples; their times are milliseconds after it. */
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final Span.Builder span = Span.newBuilder();

  private SpanSample() {}

  /** A span of {@link #TRACE}; ids are small numbers, parent 0 is none. */
  static SpanSample span(int id, int parent, String name, long fromMs, long toMs) {
    SpanSample sample = new SpanSample();
    sample
        .span
        .setTraceId(id(TRACE))
        .setSpanId(id(hex(id)))
        .setName(name)
        .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
        .setStartTimeUnixNano(nanos(fromMs))
        .setEndTimeUnixNano(nanos(toMs));
    if (parent != 0) {
      sample.span.setParentSpanId(id(hex(parent)));
    }
    return sample;
  }

  /** A lone provider request of its own trace. */
  static SpanSample request(int id, long fromMs, long toMs) {
    return span(id, 0, "provider.request", fromMs, toMs)
        .trace("%032x".formatted(id))
        .kind(Span.SpanKind.SPAN_KIND_CLIENT)
        .with("spanRole", "provider.request");
  }

  static String hex(int id) {
    return "%016x".formatted(id);
  }

  static long nanos(long afterMs) {
    return (START.toEpochMilli() + afterMs) * 1_000_000L;
  }

  static ByteString id(String hex) {
    return ByteString.fromHex(hex);
  }

  SpanSample trace(String hex) {
    span.setTraceId(id(hex));
    return this;
  }

  SpanSample kind(Span.SpanKind kind) {
    span.setKind(kind);
    return this;
  }

  SpanSample with(String key, String value) {
    return with(key, AnyValue.newBuilder().setStringValue(value).build());
  }

  SpanSample with(String key, long value) {
    return with(key, AnyValue.newBuilder().setIntValue(value).build());
  }

  SpanSample with(String key, double value) {
    return with(key, AnyValue.newBuilder().setDoubleValue(value).build());
  }

  SpanSample with(String key, boolean value) {
    return with(key, AnyValue.newBuilder().setBoolValue(value).build());
  }

  SpanSample with(String key, AnyValue value) {
    span.addAttributes(KeyValue.newBuilder().setKey(key).setValue(value));
    return this;
  }

  SpanSample usage(long input, long output) {
    return with("usage.inputTokens", input).with("usage.outputTokens", output);
  }

  SpanSample failed(String message) {
    span.setStatus(
        Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage(message));
    return this;
  }

  SpanSample event(String name, long atMs, String key, long value) {
    span.addEvents(
        Span.Event.newBuilder()
            .setName(name)
            .setTimeUnixNano(nanos(atMs))
            .addAttributes(
                KeyValue.newBuilder()
                    .setKey(key)
                    .setValue(AnyValue.newBuilder().setIntValue(value))));
    return this;
  }

  Span build() {
    return span.build();
  }

  static ExportTraceServiceRequest export(SpanSample... samples) {
    return export(List.of(samples));
  }

  static ExportTraceServiceRequest export(List<SpanSample> samples) {
    ScopeSpans.Builder scope =
        ScopeSpans.newBuilder().setScope(InstrumentationScope.newBuilder().setName("dev.turnspan"));
    samples.forEach(sample -> scope.addSpans(sample.build()));
    Resource.Builder resource =
        Resource.newBuilder()
            .addAttributes(
                KeyValue.newBuilder()
                    .setKey("service.name")
                    .setValue(AnyValue.newBuilder().setStringValue("chat")));
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope.build()))
        .build();
  }
}
