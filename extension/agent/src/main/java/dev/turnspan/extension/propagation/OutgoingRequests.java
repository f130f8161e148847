/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.propagation;

import dev.turnspan.extension.engine.Failures;
import dev.turnspan.extension.engine.TurnEngine;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.instrumentation.api.instrumenter.ContextCustomizer;

/**
 * Notes in the context of each request that leaves the process whether its destination may be told
 * of the turn. Whoever injects headers later is not told where they go.
 */
public final class OutgoingRequests implements ContextCustomizer<Object> {

  private static final ContextKey<Boolean> ALLOWED =
      ContextKey.named("turnspan-propagation-allowed");

  private final TurnEngine engine;
  private final AllowedHosts hosts;

  /** For turns of this engine. */
  public OutgoingRequests(TurnEngine engine, AllowedHosts hosts) {
    this.engine = engine;
    this.hosts = hosts;
  }

  @Override
  public Context onStart(Context parent, Object request, Attributes attributes) {
    return Failures.guard(() -> noted(parent, attributes), parent);
  }

  private Context noted(Context parent, Attributes attributes) {
    boolean before = isAllowed(parent);
    // Most of what is instrumented has nothing to do with a turn: that should cost nothing.
    boolean now = engine.turnOfRequest(parent) != null && Destination.of(attributes).isAmong(hosts);
    return before == now ? parent : parent.with(ALLOWED, now);
  }

  static boolean isAllowed(Context context) {
    return Boolean.TRUE.equals(context.get(ALLOWED));
  }
}
