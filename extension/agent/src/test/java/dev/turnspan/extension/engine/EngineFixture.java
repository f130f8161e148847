/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.ToolResult;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine with a clock that stands still until it is moved, and all spans that it ended. */
final class EngineFixture implements LocalRoots {

  final ManualClock clock = new ManualClock();
  final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(exporter))
          .setClock(clock)
          .build();
  final Tracer tracer = provider.get("dev.turnspan");
  final TurnEngine engine =
      new TurnEngine(tracer, this, new EngineSettings(true, Duration.ofSeconds(60)), clock);
  @Nullable Span serverSpan;
  boolean sampledOut;

  Call call(boolean stream) {
    return engine.startCall(
        new CallStart("chat", "openai", "gpt-test", stream, "https://llm.example:8443/v1", null));
  }

  Call call(ToolResult... results) {
    return engine.startCall(start(List.of(results)));
  }

  static CallStart start(List<ToolResult> results) {
    return start(null, results);
  }

  static CallStart start(@Nullable String conversation, List<ToolResult> results) {
    return start("gpt-test", conversation, results);
  }

  static CallStart start(String model, @Nullable String conversation, List<ToolResult> results) {
    return new CallStart("chat", "openai", model, false, null, conversation, results, null);
  }

  /** A server span under which calls belong to one turn. */
  Span server() {
    Span span = tracer.spanBuilder("POST /chat").setSpanKind(SpanKind.SERVER).startSpan();
    serverSpan = span;
    return span;
  }

  void endServer(Span span) {
    span.end();
    engine.localRootEnded(span);
  }

  List<SpanData> spans(String name) {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .sorted(Comparator.comparing(SpanData::getStartEpochNanos))
        .toList();
  }

  SpanData span(String name) {
    List<SpanData> found = spans(name);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " spans named " + name + ": " + found);
    }
    return found.get(0);
  }

  /** Every span as a line below its parent, siblings in the order of their start. */
  String tree() {
    StringBuilder text = new StringBuilder();
    List<SpanData> all = new ArrayList<>(exporter.getFinishedSpanItems());
    all.sort(Comparator.comparing(SpanData::getStartEpochNanos));
    for (SpanData span : all) {
      if (all.stream().noneMatch(s -> s.getSpanId().equals(span.getParentSpanId()))) {
        append(text, span, all, 0);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, SpanData span, List<SpanData> all, int depth) {
    text.append("  ".repeat(depth)).append(span.getName()).append('\n');
    for (SpanData child : all) {
      if (child.getParentSpanId().equals(span.getSpanId())) {
        append(text, child, all, depth + 1);
      }
    }
  }

  static <T> @Nullable T attribute(SpanData span, AttributeKey<T> key) {
    return span.getAttributes().get(key);
  }

  static List<String> events(SpanData span) {
    return span.getEvents().stream().map(EventData::getName).toList();
  }

  @Override
  public @Nullable LocalRoot find(Context context) {
    Span root = serverSpan;
    boolean below = root != null && Span.fromContext(context) == root;
    return below && root != null ? new LocalRoot(root, sampledOut ? -1 : startOf(root)) : null;
  }

  private static long startOf(Span span) {
    return ((io.opentelemetry.sdk.trace.ReadableSpan) span).toSpanData().getStartEpochNanos();
  }

  @Override
  public void enclosesCall(Span span) {}

  /** Time as the test moves it. */
  static final class ManualClock implements Clock, io.opentelemetry.sdk.common.Clock {

    private long nanos = 5_000_000_000L;

    void advance(long millis) {
      nanos += millis * 1_000_000L;
    }

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public long epochNanos() {
      return 1_700_000_000_000_000_000L + nanos;
    }

    @Override
    public long now() {
      return epochNanos();
    }
  }
}
