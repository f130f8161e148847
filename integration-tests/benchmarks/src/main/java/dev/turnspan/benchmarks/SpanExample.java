/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.stream.IntStream;

/** A span of somebody else, as its producer writes it. */
public enum SpanExample {
  /** Nothing to do with a language model. */
  HTTP("GET /things/{id}") {
    @Override
    void write(Span span) {
      writeHttp(span);
    }
  },
  /** A model call in OpenTelemetry's names. */
  GEN_AI("chat gpt-4o-mini") {
    @Override
    void write(Span span) {
      writeGenAi(span);
    }
  },
  /** A model call in OpenInference's names. */
  OPEN_INFERENCE("ChatModel") {
    @Override
    void write(Span span) {
      span.setAttribute("openinference.span.kind", "LLM")
          .setAttribute("llm.model_name", "claude-sonnet-4")
          .setAttribute("llm.provider", "aws")
          .setAttribute("llm.system", "anthropic")
          .setAttribute("llm.finish_reason", "end_turn")
          .setAttribute("llm.token_count.prompt", 1200)
          .setAttribute("llm.token_count.completion", 30)
          .setAttribute("llm.token_count.total", 1230)
          .setAttribute("llm.token_count.prompt_details.cache_read", 1000)
          .setAttribute("llm.token_count.completion_details.reasoning", 12)
          .setAttribute("llm.invocation_parameters", "{\"temperature\": 0.2, \"stream\": true}")
          .setAttribute("session.id", "session-17")
          .setAttribute("llm.output_messages.0.message.content", "All is well.");
    }
  },
  /** As many attributes as an SDK keeps by default, none of them about a language model. */
  WIDE_HTTP("GET /things/{id}") {
    @Override
    void write(Span span) {
      writeHttp(span);
      writeDetails(span, SDK_LIMIT - 10);
    }
  },
  /** As many attributes as an SDK keeps by default; those about the model come last. */
  WIDE_GEN_AI("chat gpt-4o-mini") {
    @Override
    void write(Span span) {
      writeDetails(span, SDK_LIMIT - 10);
      writeGenAi(span);
    }
  };

  private static final int SDK_LIMIT = 128;

  private static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");

  private static final List<AttributeKey<String>> DETAILS =
      IntStream.range(0, SDK_LIMIT)
          .mapToObj(i -> AttributeKey.stringKey("app.order.detail." + i))
          .toList();

  private final String spanName;

  SpanExample(String spanName) {
    this.spanName = spanName;
  }

  abstract void write(Span span);

  /** The span from its start to its end. */
  final Span run(Tracer tracer) {
    Span span = tracer.spanBuilder(spanName).setSpanKind(SpanKind.CLIENT).startSpan();
    write(span);
    span.end();
    return span;
  }

  private static void writeHttp(Span span) {
    span.setAttribute("http.request.method", "GET")
        .setAttribute("url.full", "http://things.example/things/17")
        .setAttribute("server.address", "things.example")
        .setAttribute("server.port", 80)
        .setAttribute("network.protocol.version", "1.1")
        .setAttribute("network.peer.address", "192.0.2.7")
        .setAttribute("network.peer.port", 80)
        .setAttribute("thread.id", 17)
        .setAttribute("thread.name", "worker-17")
        .setAttribute("http.response.status_code", 200);
  }

  private static void writeGenAi(Span span) {
    span.setAttribute("gen_ai.operation.name", "chat")
        .setAttribute("gen_ai.provider.name", "openai")
        .setAttribute("gen_ai.request.model", "gpt-4o-mini")
        .setAttribute("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
        .setAttribute("gen_ai.response.id", "chatcmpl-BenchmarkAnswer1")
        .setAttribute("gen_ai.usage.input_tokens", 11)
        .setAttribute("gen_ai.usage.output_tokens", 3)
        .setAttribute("gen_ai.usage.cache_read.input_tokens", 4)
        .setAttribute("server.address", "api.openai.com")
        .setAttribute(FINISH_REASONS, List.of("stop"));
  }

  private static void writeDetails(Span span, int count) {
    for (int i = 0; i < count; i++) {
      span.setAttribute(DETAILS.get(i), "detail");
    }
  }
}
