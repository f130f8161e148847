/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.internal.ComponentProvider;

/** Makes what of ours travels with requests where a file configures the agent. */
public final class TurnspanPropagator implements ComponentProvider<TextMapPropagator> {

  static final String NAME = "turnspan";

  @Override
  public Class<TextMapPropagator> getType() {
    return TextMapPropagator.class;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public TextMapPropagator create(DeclarativeConfigProperties properties) {
    TextMapPropagator none = TextMapPropagator.noop();
    return Boot.ensure() ? Startup.withOwn(none) : none;
  }
}
