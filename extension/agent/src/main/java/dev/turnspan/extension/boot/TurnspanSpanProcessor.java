/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import dev.turnspan.extension.normalize.DeclarativeNormalization;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Makes the span processor by which Turnspan listens where a file configures the agent. */
public final class TurnspanSpanProcessor implements ComponentProvider<SpanProcessor> {

  static final String NAME = "turnspan";

  @Override
  public Class<SpanProcessor> getType() {
    return SpanProcessor.class;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public SpanProcessor create(DeclarativeConfigProperties properties) {
    SpanProcessor listening = DeclarativeNormalization.processor();
    return Boot.ensure()
        ? SpanProcessor.composite(Startup.serverSpans().register(), listening)
        : listening;
  }
}
