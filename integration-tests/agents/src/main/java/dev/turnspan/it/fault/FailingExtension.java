/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.fault;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Registers a span processor that throws whenever Turnspan starts or ends a span: whatever Turnspan
 * does then fails in its own code. The application says by a system property which of the two it
 * is, so that one process sees both.
 */
public final class FailingExtension implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    customizer.addTracerProviderCustomizer(
        (provider, config) -> provider.addSpanProcessor(new FailingProcessor()));
  }

  /** Spans of others are left alone: the agent's own code has no guard. */
  private static final class FailingProcessor implements SpanProcessor {

    private final Set<String> failedAt = ConcurrentHashMap.newKeySet();

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
      if (moment.equals(System.getProperty("it.fail.at")) && isOurs(span)) {
        if (failedAt.add(moment)) {
          System.err.println("a span fails at its " + moment);
        }
        throw new IllegalStateException("scripted failure at the " + moment + " of a span");
      }
    }

    private static boolean isOurs(ReadableSpan span) {
      return span.getInstrumentationScopeInfo().getName().equals("dev.turnspan");
    }
  }
}
