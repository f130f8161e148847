/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.fault;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Registers a span processor that throws whenever Turnspan starts or ends a span: whatever Turnspan
 * does then fails in its own code.
 */
public final class FailingExtension implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    customizer.addTracerProviderCustomizer(
        (provider, config) ->
            provider.addSpanProcessor(
                new FailingProcessor(config.getString("it.fail.at", "start"))));
  }

  /** Spans of others are left alone: the agent's own code has no guard. */
  private record FailingProcessor(String when) implements SpanProcessor {

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      failFor(span, "start");
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      failFor(span, "end");
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }

    private void failFor(ReadableSpan span, String moment) {
      if (when.equals(moment) && isOurs(span)) {
        throw new IllegalStateException("scripted failure at the " + moment + " of a span");
      }
    }

    private static boolean isOurs(ReadableSpan span) {
      return span.getInstrumentationScopeInfo().getName().equals("dev.turnspan");
    }
  }
}
