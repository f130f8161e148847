/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;

/** Puts normalization in front of every configured span processor. */
public final class NormalizerAutoConfiguration {

  private NormalizerAutoConfiguration() {}

  /**
   * Wraps each span processor that the SDK configures: batch and simple, whatever the exporter.
   *
   * <p>The customizer that is registered last wraps outermost. A provider that calls this should
   * have the highest {@code order()}: then processors that other extensions wrap around the
   * configured ones see canonical keys too.
   */
  public static void customize(
      AutoConfigurationCustomizer autoConfiguration, NormalizeSettings settings) {
    if (!settings.enabled()) {
      return;
    }
    Normalizer normalizer = new Normalizer(settings.dropOriginals());
    autoConfiguration.addSpanProcessorCustomizer(
        (processor, config) -> NormalizingSpanProcessor.around(processor, normalizer));
  }
}
