/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import java.util.List;

/**
 * The usual way to normalize: on the thread that ends the span, through the span's lock, for each
 * attribute once to read it and once to write it.
 */
final class SixAttributes implements ExtendedSpanProcessor {

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

  @Override
  public void onEnding(ReadWriteSpan span) {
    for (int i = 0; i < SOURCES.size(); i++) {
      String value = span.getAttribute(SOURCES.get(i));
      span.setAttribute(TARGETS.get(i), value == null ? "unknown" : value);
    }
  }

  @Override
  public boolean isOnEndingRequired() {
    return true;
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
