/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import java.util.List;

/** What others do who give a span other names: six of them, without any rule or table. */
final class SixAttributes {

  private static final List<AttributeKey<String>> SOURCES =
      List.of(
          AttributeKey.stringKey("gen_ai.operation.name"),
          AttributeKey.stringKey("gen_ai.provider.name"),
          AttributeKey.stringKey("gen_ai.request.model"),
          AttributeKey.stringKey("gen_ai.response.model"),
          AttributeKey.stringKey("gen_ai.response.id"),
          AttributeKey.stringKey("gen_ai.conversation.id"));

  private static final List<AttributeKey<String>> TARGETS =
      List.of(
          AttributeKey.stringKey("operation"),
          AttributeKey.stringKey("provider"),
          AttributeKey.stringKey("requestModel"),
          AttributeKey.stringKey("responseModel"),
          AttributeKey.stringKey("responseId"),
          AttributeKey.stringKey("conversationId"));

  private SixAttributes() {}

  /** The usual way: through the span's lock, for each once to read it and once to write it. */
  static void write(ReadWriteSpan span) {
    for (int i = 0; i < SOURCES.size(); i++) {
      String value = span.getAttribute(SOURCES.get(i));
      span.setAttribute(TARGETS.get(i), value == null ? "unknown" : value);
    }
  }

  /** The least that such a processor does: it looks whether the span is its business. */
  static void look(ReadWriteSpan span) {
    if ("another".equals(span.getAttribute(SOURCES.get(0)))) {
      write(span);
    }
  }

  /** What an exporter's wrapper does: it copies the attributes. */
  static Attributes copied(Attributes attributes) {
    AttributesBuilder copy = attributes.toBuilder();
    for (int i = 0; i < SOURCES.size(); i++) {
      String value = attributes.get(SOURCES.get(i));
      copy.put(TARGETS.get(i), value == null ? "unknown" : value);
    }
    return copy.build();
  }
}
