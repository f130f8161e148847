/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import dev.turnspan.extension.engine.Failures;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizerProvider;

/**
 * Lets Turnspan know where the requests go that the agent's own instrumentations send. Its service
 * file has the agent's name of the interface: older agents look for no other.
 */
public final class RequestDestinations implements InstrumenterCustomizerProvider {

  @Override
  public void customize(InstrumenterCustomizer customizer) {
    Failures.guard(
        () -> {
          if (Boot.ensure()) {
            Startup.customize(customizer);
          }
        });
  }
}
