/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.extension.engine.Clock;
import dev.turnspan.extension.engine.EngineSettings;
import dev.turnspan.extension.engine.LocalRoots;
import dev.turnspan.extension.engine.TurnEngine;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One call is counted once, whoever tells of it. */
final class CallTreeTest {

  private static final AttributeKey<Long> INPUT = AttributeKey.longKey("usage.inputTokens");

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .addSpanProcessor(
              NormalizingSpanProcessor.around(
                  BatchSpanProcessor.builder(exporter).build(), new Normalizer(false)))
          .build();
  private final TurnEngine engine =
      new TurnEngine(
          provider.get("dev.turnspan"), LocalRoots.NONE, EngineSettings.DEFAULTS, Clock.SYSTEM);

  @AfterEach
  void close() {
    provider.close();
  }

  private Span start(String name, Span parent) {
    return provider
        .get("io.example." + name)
        .spanBuilder(name)
        .setParent(Context.root().with(parent))
        .startSpan();
  }

  private Span chat(String name, Span parent, String id) {
    Span span = start(name, parent);
    span.setAttribute("gen_ai.operation.name", "chat");
    span.setAttribute("gen_ai.usage.input_tokens", 10);
    if (!id.isEmpty()) {
      span.setAttribute("gen_ai.response.id", id);
    }
    return span;
  }

  private Span of(String name, Span parent, String operation) {
    return start(name, parent).setAttribute("gen_ai.operation.name", operation);
  }

  private static void within(Span span, Runnable work) {
    Context.root().with(span).wrap(work).run();
  }

  /** Role and canonical input tokens of each foreign span. */
  private Map<String, String> exported() {
    provider.forceFlush().join(10, TimeUnit.SECONDS);
    Map<String, String> spans = new TreeMap<>();
    for (SpanData span : exporter.getFinishedSpanItems()) {
      if (!span.getInstrumentationScopeInfo().getName().equals("dev.turnspan")) {
        String role = span.getAttributes().get(AttributeKey.stringKey("spanRole"));
        String seen = role + " " + span.getAttributes().get(INPUT);
        spans.merge(span.getName(), seen, (one, other) -> one + " " + other);
      }
    }
    return spans;
  }

  @ParameterizedTest
  @CsvSource({"a,a", "a,''", "'',a", "'',''"})
  void producerAroundAnother_isADuplicate(String outerId, String innerId) {
    Span outer = chat("outer", Span.getInvalid(), outerId);
    Span inner = chat("inner", outer, innerId);
    inner.end();
    outer.end();
    assertThat(exported()).isEqualTo(Map.of("inner", "provider.request 10", "outer", "other null"));
    assertThat(
            exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("outer"))
                .findAny()
                .orElseThrow()
                .getAttributes()
                .get(AttributeKey.longKey("duplicate.gen_ai.usage.input_tokens")))
        .isEqualTo(10);
  }

  @Test
  void spansBetweenTwoProducers_changeNothing() {
    Span outer = chat("outer", Span.getInvalid(), "");
    Span service = start("service", outer);
    Span http = start("http", service);
    Span inner = chat("inner", http, "");
    inner.end();
    http.end();
    service.end();
    outer.end();
    assertThat(exported())
        .isEqualTo(
            Map.of(
                "inner", "provider.request 10",
                "outer", "other null",
                "service", "null null",
                "http", "null null"));
  }

  @Test
  void callsWithDifferentResponses_bothCount() {
    Span outer = chat("outer", Span.getInvalid(), "a");
    Span inner = chat("inner", outer, "b");
    inner.end();
    outer.end();
    assertThat(exported())
        .isEqualTo(Map.of("inner", "provider.request 10", "outer", "provider.request 10"));
  }

  @Test
  void callInsideATool_isACallOfItsOwn() {
    Span outer = chat("outer", Span.getInvalid(), "");
    Span tool = of("tool", outer, "execute_tool");
    Span inner = chat("inner", tool, "");
    inner.end();
    tool.end();
    outer.end();
    assertThat(exported())
        .isEqualTo(
            Map.of(
                "inner", "provider.request 10",
                "outer", "provider.request 10",
                "tool", "tool-call null"));
  }

  @Test
  void embeddingInsideAChat_isACallOfItsOwn() {
    Span outer = chat("outer", Span.getInvalid(), "");
    of("inner", outer, "embeddings").setAttribute("gen_ai.usage.input_tokens", 3).end();
    outer.end();
    assertThat(exported())
        .isEqualTo(Map.of("inner", "embedding 3", "outer", "provider.request 10"));
  }

  @Test
  void sameResponseBeside_isADuplicate() {
    Span parent = start("service", Span.getInvalid());
    chat("first", parent, "a").end();
    chat("second", parent, "a").end();
    chat("third", parent, "b").end();
    chat("third", parent, "b").end();
    chat("elsewhere", Span.getInvalid(), "a").end();
    parent.end();
    assertThat(exported())
        .isEqualTo(
            Map.of(
                "first", "provider.request 10",
                "second", "other null",
                "third", "provider.request 10 provider.request 10",
                "elsewhere", "provider.request 10",
                "service", "null null"));
  }

  @Test
  void producerThatEndsAfterTheOneAroundIt_isADuplicate() {
    Span outer = chat("outer", Span.getInvalid(), "");
    Span inner = chat("inner", outer, "");
    outer.end();
    inner.end();
    assertThat(exported()).isEqualTo(Map.of("outer", "provider.request 10", "inner", "other null"));
  }

  @Test
  void producerInsideThatIsNotExported_leavesTheCallToTheOneAround() {
    SpanProcessor exporting = SimpleSpanProcessor.create(exporter);
    SpanProcessor filtering =
        new SpanProcessor() {
          @Override
          public void onStart(Context parentContext, ReadWriteSpan span) {}

          @Override
          public boolean isStartRequired() {
            return false;
          }

          @Override
          public void onEnd(ReadableSpan span) {
            if (!span.getName().equals("inner")) {
              exporting.onEnd(span);
            }
          }

          @Override
          public boolean isEndRequired() {
            return true;
          }
        };
    try (SdkTracerProvider filtered =
        SdkTracerProvider.builder()
            .addSpanProcessor(NormalizingSpanProcessor.around(filtering, new Normalizer(false)))
            .build()) {
      Tracer tracer = filtered.get("io.example");
      Span outer = tracer.spanBuilder("outer").startSpan();
      Context within = Context.root().with(outer);
      for (Span call : List.of(tracer.spanBuilder("inner").setParent(within).startSpan(), outer)) {
        call.setAttribute("gen_ai.operation.name", "chat");
        call.setAttribute("gen_ai.usage.input_tokens", 10);
        call.end();
      }
    }
    assertThat(exported()).isEqualTo(Map.of("outer", "provider.request 10"));
  }

  @Test
  void recordWithoutTokens_doesNotSwallowThoseAround() {
    Span outer = chat("outer", Span.getInvalid(), "");
    of("inner", outer, "chat").end();
    outer.end();
    assertThat(exported())
        .isEqualTo(Map.of("inner", "provider.request null", "outer", "provider.request 10"));
  }

  @Test
  void agentWithCallsInside_keepsItsRoleAndLosesItsSum() {
    Span agent = of("agent", Span.getInvalid(), "invoke_agent");
    chat("call", agent, "").end();
    agent.setAttribute("gen_ai.usage.input_tokens", 10);
    agent.setAttribute("llm.token_count.prompt", 10);
    agent.end();
    assertThat(exported()).isEqualTo(Map.of("agent", "turn null", "call", "provider.request 10"));
    assertThat(
            exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("agent"))
                .findAny()
                .orElseThrow()
                .getAttributes()
                .get(AttributeKey.longKey("duplicate.llm.token_count.prompt")))
        .isEqualTo(10);
  }

  @Test
  void agentWithoutCallsInside_isTheRecord() {
    of("agent", Span.getInvalid(), "invoke_agent")
        .setAttribute("gen_ai.usage.input_tokens", 10)
        .end();
    assertThat(exported()).isEqualTo(Map.of("agent", "turn 10"));
  }

  @Test
  void agentInsideAnother_runsNoTurn() {
    Span agent = of("agent", Span.getInvalid(), "invoke_agent");
    Span between = start("between", agent);
    Span inner = of("inner", between, "invoke_agent");
    Span step = start("step", inner).setAttribute("openinference.span.kind", "AGENT");
    step.end();
    inner.end();
    between.end();
    agent.end();
    assertThat(exported())
        .isEqualTo(
            Map.of(
                "agent", "turn null",
                "between", "null null",
                "inner", "other null",
                "step", "step null"));
  }

  @Test
  void agentAroundATurnOfOurs_isADuplicate() {
    Span agent = of("agent", Span.getInvalid(), "invoke_agent");
    agent.setAttribute("gen_ai.usage.input_tokens", 10);
    Span between = start("between", agent);
    within(
        between,
        () -> {
          Turn turn = engine.startTurn();
          Scope entered = turn.enter();
          engine.startCall(new CallStart("chat", "openai", "m", false, null, null)).end();
          entered.close();
          turn.end();
        });
    between.end();
    agent.end();
    assertThat(exported()).isEqualTo(Map.of("agent", "other null", "between", "null null"));
  }

  @Test
  void sameResponseAsACallOfOurs_isADuplicate() {
    Span parent = start("service", Span.getInvalid());
    within(
        parent,
        () -> {
          Call call = engine.startCall(new CallStart("chat", "openai", "m", false, null, null));
          call.responseId("a");
          call.end();
        });
    chat("beside", parent, "a").end();
    parent.end();
    assertThat(exported()).containsEntry("beside", "other null");
  }
}
