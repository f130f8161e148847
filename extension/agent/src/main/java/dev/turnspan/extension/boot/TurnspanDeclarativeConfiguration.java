/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import dev.turnspan.extension.engine.Failures;
import dev.turnspan.extension.normalize.DeclarativeNormalization;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;
import java.util.function.Function;

/**
 * Registers Turnspan where the agent is configured by a YAML file: agents from 2.28 on know it, and
 * call none of what {@link TurnspanAutoConfiguration} registers.
 */
public final class TurnspanDeclarativeConfiguration
    implements DeclarativeConfigurationCustomizerProvider {

  @Override
  public void customize(DeclarativeConfigurationCustomizer customizer) {
    // An exception out of here, or out of what is registered, would switch off all telemetry of
    // the host.
    Failures.guard(() -> register(customizer));
  }

  /** No class of the model may be linked: it moved between the agents 2.28 and 2.33. */
  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void register(DeclarativeConfigurationCustomizer customizer) {
    Function<Object, Object> configuring =
        model -> {
          Failures.guard(() -> configure(new ConfigurationModel(model)));
          return model;
        };
    customizer.addModelCustomizer((Function) configuring);
    DeclarativeNormalization.customize(customizer);
  }

  private static void configure(ConfigurationModel model) {
    if (Boot.ensure(model.settings())) {
      model.disableInstrumentation("openai_java");
      model.addSpanProcessor(TurnspanSpanProcessor.NAME);
      DeclarativeNormalization.start(Boot.normalizeSettings());
      model.addPropagator(TurnspanPropagator.NAME);
    }
  }

  @Override
  public int order() {
    // Before the agent reads which of its modules are off.
    return -1;
  }
}
