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
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForeignSpansTest {

  private static final AttributeKey<String> SPAN_ROLE = AttributeKey.stringKey("spanRole");

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .addSpanProcessor(
              NormalizingSpanProcessor.around(
                  SimpleSpanProcessor.create(exporter), new Normalizer(false)))
          .build();
  private final Tracer tracer = provider.get("io.example");
  private final TurnEngine engine =
      new TurnEngine(
          provider.get("dev.turnspan"), LocalRoots.NONE, EngineSettings.DEFAULTS, Clock.SYSTEM);

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({
    "gen_ai.operation.name,chat,true",
    "gen_ai.system,openai,true",
    "gen_ai.provider.name,openai,true",
    "openinference.span.kind,LLM,true",
    "gen_ai.operation.name,invoke_agent,true",
    "gen_ai.operation.name,execute_tool,false",
    "openinference.span.kind,RETRIEVER,false",
    "gen_ai.request.model,titan,false",
    "http.request.method,POST,false"
  })
  void foreignSpan_isAnLlmSpanByItsAttributes(String key, String value, boolean expected) {
    Span span = tracer.spanBuilder("s").setAttribute(key, value).startSpan();
    assertThat(ForeignSpans.isLlmSpan(span)).isEqualTo(expected);
    span.end();
  }

  @Test
  void ownAndInvalidSpans_areNoForeignLlmSpans() {
    Span own =
        provider
            .get("dev.turnspan")
            .spanBuilder("provider.request")
            .setAttribute("gen_ai.operation.name", "chat")
            .startSpan();
    assertThat(ForeignSpans.isLlmSpan(own)).isFalse();
    assertThat(ForeignSpans.isLlmSpan(Span.getInvalid())).isFalse();
    ForeignSpans.markEnclosing(own);
    ForeignSpans.markEnclosing(Span.getInvalid());
    own.end();
    assertThat(exported().getAttributes().get(SPAN_ROLE)).isNull();
  }

  @Test
  void enclosingSpanThatSaysWhatItIs_isMarkedAtOnce() {
    Span span =
        tracer.spanBuilder("chat").setAttribute("gen_ai.operation.name", "chat").startSpan();
    ForeignSpans.markEnclosing(span);
    span.setAttribute("gen_ai.usage.input_tokens", 5);
    span.end();
    assertDuplicate();
  }

  @Test
  void enclosingSpanThatSaysSoAtItsEnd_isADuplicate() {
    Span span = tracer.spanBuilder("chat").setSpanKind(SpanKind.CLIENT).startSpan();
    ForeignSpans.markEnclosing(span);
    span.setAttribute("gen_ai.operation.name", "chat");
    span.setAttribute("gen_ai.usage.input_tokens", 5);
    span.end();
    assertDuplicate();
  }

  @Test
  void enclosingSpanThatIsNoLlmSpan_staysAsItIs() {
    Span span = tracer.spanBuilder("service").startSpan();
    ForeignSpans.markEnclosing(span);
    span.end();
    assertThat(exported().getAttributes().isEmpty()).isTrue();
  }

  @Test
  void spanInsideACallOfOurs_isADuplicate() {
    Call call = engine.startCall(new CallStart("chat", "anthropic", "m", false, null, null));
    Scope scope = call.enter();
    Span span =
        tracer.spanBuilder("create").setAttribute("gen_ai.operation.name", "chat").startSpan();
    scope.close();
    span.setAttribute("gen_ai.usage.input_tokens", 5);
    span.end();
    assertDuplicate();
  }

  @Test
  void spanInsideACallOfOurs_withAContextOfBefore_isADuplicate() {
    Context before = Context.current();
    Call call = engine.startCall(new CallStart("chat", "openai", "m", true, null, null));
    Scope scope = call.enter();
    Span span = tracer.spanBuilder("chat").setParent(before).startSpan();
    scope.close();
    span.setAttribute("gen_ai.operation.name", "chat");
    span.setAttribute("gen_ai.usage.input_tokens", 5);
    span.end();
    assertDuplicate();
  }

  @Test
  void toolSpanInsideACallOfOurs_staysATool() {
    Call call = engine.startCall(new CallStart("chat", "anthropic", "m", false, null, null));
    assertThat(roleOfToolStartedIn(call.enter(), "call-1")).isEqualTo("tool-call");
  }

  @Test
  void sameToolInsideARunOfOurs_isADuplicate() {
    assertThat(roleOfToolStartedIn(runningTool(), "call-1")).isEqualTo("other");
  }

  @Test
  void otherToolInsideARunOfOurs_staysATool() {
    assertThat(roleOfToolStartedIn(runningTool(), "call-2")).isEqualTo("tool-call");
  }

  private Scope runningTool() {
    Scope turn = engine.startTurn().enter();
    Call call = engine.startCall(new CallStart("chat", "anthropic", "m", false, null, null));
    call.requestedTools(1);
    call.end();
    Scope tool = engine.startTool("weather", "call-1").enter();
    return () -> {
      tool.close();
      turn.close();
    };
  }

  @Test
  void frameworkSpanInATurn_isADuplicateIfAStepBeganInIt() {
    Turn turn = engine.startTurn();
    Scope scope = turn.enter();
    Span agent = frameworkSpan("invoke_agent");
    Span call = frameworkSpan("call_llm");
    engine.startCall(new CallStart("chat", "gemini", "m", false, null, null)).end();
    call.setAttribute("gen_ai.usage.input_tokens", 5);
    call.end();
    Span tool = frameworkSpan("execute_tool");
    tool.end();
    Span other = frameworkSpan("call_llm");
    other.end();
    agent.end();
    scope.close();
    turn.end();
    assertThat(rolesOfFramework()).containsExactly("other", "other", "provider.request", "other");
  }

  @Test
  void frameworkSpanInATurnOfWhichNothingIsSeen_isTheRecord() {
    Turn turn = engine.startTurn();
    Scope scope = turn.enter();
    frameworkSpan("call_llm").end();
    frameworkSpan("execute_tool").end();
    scope.close();
    turn.end();
    assertThat(rolesOfFramework()).containsExactly("provider.request", "tool-call");
  }

  @Test
  void frameworkSpanInNoTurn_isTheRecord() {
    frameworkSpan("call_llm").end();
    assertThat(rolesOfFramework()).containsExactly("provider.request");
  }

  private Span frameworkSpan(String operation) {
    return provider
        .get("gcp.vertex.agent")
        .spanBuilder(operation)
        .setAttribute("gen_ai.operation.name", operation)
        .startSpan();
  }

  private List<String> rolesOfFramework() {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getInstrumentationScopeInfo().getName().equals("gcp.vertex.agent"))
        .map(span -> String.valueOf(span.getAttributes().get(SPAN_ROLE)))
        .toList();
  }

  private String roleOfToolStartedIn(Scope scope, String callId) {
    Span span =
        tracer
            .spanBuilder("tool")
            .setAttribute("gen_ai.operation.name", "execute_tool")
            .setAttribute("gen_ai.tool.call.id", callId)
            .startSpan();
    scope.close();
    span.end();
    return String.valueOf(
        exporter.getFinishedSpanItems().stream()
            .filter(ended -> ended.getName().equals("tool"))
            .findFirst()
            .orElseThrow()
            .getAttributes()
            .get(SPAN_ROLE));
  }

  private void assertDuplicate() {
    SpanData span = exported();
    assertThat(span.getAttributes().get(SPAN_ROLE)).isEqualTo("other");
    assertThat(span.getAttributes().get(AttributeKey.longKey("usage.inputTokens"))).isNull();
    assertThat(span.getAttributes().get(AttributeKey.longKey("gen_ai.usage.input_tokens")))
        .isNull();
    assertThat(
            span.getAttributes().get(AttributeKey.longKey("duplicate.gen_ai.usage.input_tokens")))
        .isEqualTo(5);
  }

  private SpanData exported() {
    return exporter.getFinishedSpanItems().get(0);
  }
}
