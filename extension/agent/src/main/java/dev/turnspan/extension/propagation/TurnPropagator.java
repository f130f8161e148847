/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.propagation;

import dev.turnspan.extension.engine.Failures;
import dev.turnspan.extension.engine.OwnContext;
import dev.turnspan.extension.engine.TurnEngine;
import dev.turnspan.extension.engine.TurnReference;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a turn from one process to the next that works for it. */
public final class TurnPropagator implements TextMapPropagator {

  private final TurnEngine engine;
  private final boolean accepts;

  /**
   * Sends where {@link OutgoingRequests} allows it.
   *
   * @param accepts whether turns of other processes are taken from what comes in
   */
  public TurnPropagator(TurnEngine engine, boolean accepts) {
    this.engine = engine;
    this.accepts = accepts;
  }

  @Override
  public Collection<String> fields() {
    return List.of(TurnHeader.NAME);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    Failures.guard(
        () -> {
          TurnReference turn =
              OutgoingRequests.isAllowed(context) ? engine.turnOfRequest(context) : null;
          if (turn != null) {
            setter.set(carrier, TurnHeader.NAME, TurnHeader.write(turn));
          }
        });
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    return Failures.guard(() -> extracted(context, carrier, getter), context);
  }

  private <C> Context extracted(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    TurnReference turn = accepts ? TurnHeader.read(getter.get(carrier, TurnHeader.NAME)) : null;
    return turn == null ? context : OwnContext.in(context, turn);
  }

  @Override
  public String toString() {
    return "TurnPropagator";
  }
}
