/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import dev.turnspan.extension.engine.Failures;
import dev.turnspan.extension.normalize.NormalizerAutoConfiguration;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Registers Turnspan where the agent is configured by properties or environment variables. */
public final class TurnspanAutoConfiguration implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    // An exception out of here would switch off all telemetry of the host.
    Failures.guard(() -> register(customizer));
  }

  private static void register(AutoConfigurationCustomizer customizer) {
    if (!Boot.ensure()) {
      return;
    }
    // The agent's own module breaks failing streams and would count every call twice. This is the
    // weakest source of properties: whoever switches the module on keeps it.
    customizer.addPropertiesSupplier(
        () -> Map.of("otel.instrumentation.openai-java.enabled", "false"));
    customizer.addTracerProviderCustomizer(
        (provider, config) -> provider.addSpanProcessorFirst(Startup.serverSpans().register()));
    // The customizer is asked once for each of the configured propagators.
    AtomicBoolean added = new AtomicBoolean();
    customizer.addPropagatorCustomizer(
        (propagator, config) ->
            added.compareAndSet(false, true) ? Startup.withOwn(propagator) : propagator);
    NormalizerAutoConfiguration.customize(customizer, Boot.normalizeSettings());
  }

  @Override
  public int order() {
    // What is registered last wraps outermost: processors that others wrap around the configured
    // ones then see canonical names, too.
    return Integer.MAX_VALUE;
  }
}
