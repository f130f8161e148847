/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a file-configured agent has: a processor that listens, and an exporter that is wrapped. */
final class NormalizingSpanExporterTest {

  private static final AttributeKey<String> SPAN_ROLE = AttributeKey.stringKey("spanRole");

  private final Normalizer normalizer = new Normalizer(/* dropOriginals= */ true);
  private final ListeningSpanProcessor listener = new ListeningSpanProcessor();
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .addSpanProcessor(listener)
          .addSpanProcessor(
              BatchSpanProcessor.builder(
                      new NormalizingSpanExporter(exporter, normalizer, listener))
                  .build())
          .build();

  @AfterEach
  void close() {
    provider.close();
  }

  private Span chat() {
    Span span = provider.get("io.example").spanBuilder("chat").startSpan();
    span.setAttribute("gen_ai.operation.name", "chat");
    return span.setAttribute("gen_ai.usage.input_tokens", "7");
  }

  private List<SpanData> exported() {
    provider.forceFlush().join(10, TimeUnit.SECONDS);
    return exporter.getFinishedSpanItems();
  }

  @Test
  void producerAroundAnother_isADuplicate() {
    Span outer = chat();
    Context.root().with(outer).wrap(() -> chat().end()).run();
    outer.end();
    assertThat(exported())
        .extracting(span -> String.valueOf(span.getAttributes().get(SPAN_ROLE)))
        .containsExactly("provider.request", "other");
  }

  @Test
  void secondExporter_getsTheSame() {
    InMemorySpanExporter other = InMemorySpanExporter.create();
    SdkTracerProvider two =
        SdkTracerProvider.builder()
            .addSpanProcessor(listener)
            .addSpanProcessor(
                SimpleSpanProcessor.create(
                    new NormalizingSpanExporter(exporter, normalizer, listener)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(new NormalizingSpanExporter(other, normalizer, listener))
                    .build())
            .build();
    Tracer tracer = two.get("io.example");
    Span outer =
        tracer.spanBuilder("outer").startSpan().setAttribute("gen_ai.operation.name", "chat");
    outer.setAttribute("gen_ai.usage.input_tokens", 7);
    // Tells of the call first, but not of its tokens.
    tracer
        .spanBuilder("inner")
        .setParent(Context.root().with(outer))
        .startSpan()
        .setAttribute("gen_ai.operation.name", "chat")
        .end();
    outer.end();
    two.forceFlush().join(10, TimeUnit.SECONDS);
    assertThat(roles(exporter)).containsExactly("inner provider.request", "outer provider.request");
    assertThat(roles(other)).isEqualTo(roles(exporter));
    two.close();
  }

  private static List<String> roles(InMemorySpanExporter exporter) {
    return exporter.getFinishedSpanItems().stream()
        .map(span -> span.getName() + ' ' + span.getAttributes().get(SPAN_ROLE))
        .toList();
  }

  @Test
  void droppedOriginals_areNotReportedAsDropped() {
    chat().setAttribute("my.own", "kept").end();
    SpanData span = exported().get(0);
    assertThat(span.getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("spanRole", "provider.request")
                .put("operation", "chat")
                .put("usage.inputTokens", 7)
                .put("usage.reported", true)
                .put("my.own", "kept")
                .build());
    assertThat(span.getTotalAttributeCount()).isEqualTo(span.getAttributes().size());
  }

  @Test
  void eventsAndLinks_stayAsTheyAre() {
    Attributes event = Attributes.builder().put("gen_ai.usage.input_tokens", "7").build();
    SpanContext linked =
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    chat().addEvent("details", event).addLink(linked, event).end();
    SpanData span = exported().get(0);
    assertThat(span.getEvents().get(0).getAttributes()).isEqualTo(event);
    assertThat(span.getLinks().get(0).getSpanContext()).isEqualTo(linked);
    assertThat(span.getLinks().get(0).getAttributes()).isEqualTo(event);
    assertThat(span.getTotalRecordedEvents()).isEqualTo(1);
    assertThat(span.getTotalRecordedLinks()).isEqualTo(1);
  }

  @Test
  void otherSpans_areExportedAsTheyAre() {
    provider.get("io.example").spanBuilder("GET").startSpan().end();
    assertThat(exported().get(0).getAttributes().isEmpty()).isTrue();
  }
}
