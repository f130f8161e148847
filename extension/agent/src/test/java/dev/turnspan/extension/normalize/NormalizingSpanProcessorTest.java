/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NormalizingSpanProcessorTest {

  private static final AttributeKey<String> SPAN_ROLE = AttributeKey.stringKey("spanRole");

  /** Notes what it is called with. */
  private static class Recording implements SpanProcessor {
    final List<String> calls = new ArrayList<>();
    final List<ReadableSpan> ended = new ArrayList<>();

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
      calls.add("onStart");
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      calls.add("onEnd");
      ended.add(span);
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }

    @Override
    public CompletableResultCode shutdown() {
      calls.add("shutdown");
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode forceFlush() {
      calls.add("forceFlush");
      return CompletableResultCode.ofSuccess();
    }
  }

  private static final class RecordingEnding extends Recording implements ExtendedSpanProcessor {
    @Override
    public void onEnding(ReadWriteSpan span) {
      calls.add("onEnding");
    }

    @Override
    public boolean isOnEndingRequired() {
      return true;
    }
  }

  static Stream<Function<InMemorySpanExporter, SpanProcessor>> processors() {
    return Stream.of(
        SimpleSpanProcessor::create, exporter -> BatchSpanProcessor.builder(exporter).build());
  }

  private static SdkTracerProvider provider(SpanProcessor delegate) {
    return SdkTracerProvider.builder()
        .addSpanProcessor(NormalizingSpanProcessor.around(delegate, new Normalizer(false)))
        .build();
  }

  private static Span chat(Tracer tracer) {
    return tracer.spanBuilder("chat").setAttribute("gen_ai.operation.name", "chat").startSpan();
  }

  @ParameterizedTest
  @MethodSource("processors")
  void foreignLlmSpan_isExportedNormalized(Function<InMemorySpanExporter, SpanProcessor> make) {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    try (SdkTracerProvider provider = provider(make.apply(exporter))) {
      Span span = chat(provider.get("io.example"));
      span.setAttribute("gen_ai.usage.input_tokens", "3");
      span.end();
      provider.forceFlush().join(10, TimeUnit.SECONDS);
      SpanData exported = exporter.getFinishedSpanItems().get(0);
      assertThat(exported.getAttributes().get(SPAN_ROLE)).isEqualTo("provider.request");
      assertThat(exported.getAttributes().get(AttributeKey.longKey("usage.inputTokens")))
          .isEqualTo(3);
      assertThat(exported.getTotalAttributeCount()).isEqualTo(exported.getAttributes().size());
    }
  }

  @Test
  void attributesDroppedByTheSdk_stayCountedAsDropped() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    SpanProcessor processor =
        NormalizingSpanProcessor.around(SimpleSpanProcessor.create(exporter), new Normalizer(true));
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setSpanLimits(SpanLimits.builder().setMaxNumberOfAttributes(1).build())
            .addSpanProcessor(processor)
            .build()) {
      chat(provider.get("io.example")).setAttribute("one.too", "many").end();
      SpanData exported = exporter.getFinishedSpanItems().get(0);
      assertThat(exported.getTotalAttributeCount() - exported.getAttributes().size()).isEqualTo(1);
    }
  }

  @Test
  void eventsAndLinks_stayAsTheyAreAndCountedAsTheSdkCountsThem() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    SpanProcessor processor =
        NormalizingSpanProcessor.around(SimpleSpanProcessor.create(exporter), new Normalizer(true));
    Attributes details = Attributes.builder().put("gen_ai.usage.input_tokens", "7").build();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setSpanLimits(
                SpanLimits.builder().setMaxNumberOfEvents(1).setMaxNumberOfLinks(1).build())
            .addSpanProcessor(processor)
            .build()) {
      Tracer tracer = provider.get("io.example");
      Span other = tracer.spanBuilder("other").startSpan();
      chat(tracer)
          .addEvent("gen_ai.choice", details)
          .addEvent("one too many")
          .addLink(other.getSpanContext(), details)
          .addLink(other.getSpanContext())
          .end();
      SpanData exported = exporter.getFinishedSpanItems().get(0);
      assertThat(exported.getEvents()).hasSize(1);
      assertThat(exported.getEvents().get(0).getAttributes()).isEqualTo(details);
      assertThat(exported.getTotalRecordedEvents()).isEqualTo(2);
      assertThat(exported.getLinks())
          .containsExactly(LinkData.create(other.getSpanContext(), details));
      assertThat(exported.getTotalRecordedLinks()).isEqualTo(2);
    }
  }

  @Test
  void otherSpans_passAsTheSameObject() {
    Recording recording = new Recording();
    try (SdkTracerProvider provider = provider(recording)) {
      Span http = provider.get("io.example").spanBuilder("GET").startSpan();
      http.setAttribute("http.request.method", "GET").end();
      Span own = chat(provider.get("dev.turnspan"));
      own.end();
      assertThat(recording.ended.get(0)).isSameAs(http);
      assertThat(recording.ended.get(1)).isSameAs(own);
    }
  }

  @Test
  void normalizedSpan_keepsTheOthersFactsAndComputesOnce() {
    Recording recording = new Recording();
    try (SdkTracerProvider provider = provider(recording)) {
      Span span = chat(provider.get("io.example"));
      span.end();
      ReadableSpan ended = recording.ended.get(0);
      assertThat(ended).isNotSameAs(span);
      assertThat(ended.toSpanData()).isSameAs(ended.toSpanData());
      assertThat(ended.getAttribute(SPAN_ROLE)).isEqualTo("provider.request");
      assertThat(ended.getAttributes()).isEqualTo(ended.toSpanData().getAttributes());
      assertThat(ended.getName()).isEqualTo("chat");
      assertThat(ended.getKind()).isEqualTo(SpanKind.INTERNAL);
      assertThat(ended.hasEnded()).isTrue();
      assertThat(ended.getSpanContext()).isEqualTo(span.getSpanContext());
      assertThat(ended.getParentSpanContext().isValid()).isFalse();
      assertThat(ended.getInstrumentationScopeInfo().getName()).isEqualTo("io.example");
      assertThat(ended.getLatencyNanos()).isNotNegative();
    }
  }

  @Test
  void spanThatTheDelegateDrops_isNotKept() {
    SpanProcessor drops =
        new Recording() {
          @Override
          public void onEnd(ReadableSpan span) {}
        };
    try (SdkTracerProvider provider = provider(drops)) {
      Tracer tracer = provider.get("io.example");
      Span open = tracer.spanBuilder("open").startSpan();
      WeakReference<Span> dropped = new WeakReference<>(chatIn(open, tracer));
      Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
      while (dropped.get() != null) {
        assertThat(Instant.now()).isBefore(deadline);
        System.gc();
        Thread.onSpinWait();
      }
      open.end();
    }
  }

  private static Span chatIn(Span parent, Tracer tracer) {
    Span span = tracer.spanBuilder("chat").setParent(Context.root().with(parent)).startSpan();
    span.setAttribute("gen_ai.operation.name", "chat").end();
    return span;
  }

  @Test
  void lifeCycle_isForwarded() {
    RecordingEnding recording = new RecordingEnding();
    SdkTracerProvider provider = provider(recording);
    provider.get("io.example").spanBuilder("GET").startSpan().end();
    provider.forceFlush();
    provider.close();
    assertThat(recording.calls)
        .containsExactly("onStart", "onEnding", "onEnd", "forceFlush", "shutdown");
  }

  @Test
  void processorWrappedAlready_isNotWrappedAgain() {
    Normalizer normalizer = new Normalizer(false);
    for (SpanProcessor delegate : List.of(new Recording(), new RecordingEnding())) {
      SpanProcessor once = NormalizingSpanProcessor.around(delegate, normalizer);
      assertThat(NormalizingSpanProcessor.around(once, normalizer)).isSameAs(once);
    }
  }
}
