/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class NormalizerAutoConfigurationTest {

  @Test
  void normalizationOn_wrapsConfiguredProcessors() {
    SpanProcessor configured = SimpleSpanProcessor.create(InMemorySpanExporter.create());
    List<BiFunction<SpanProcessor, ConfigProperties, SpanProcessor>> customizers =
        customizers(new NormalizeSettings(true, false));
    assertThat(customizers).hasSize(1);
    assertThat(customizers.get(0).apply(configured, properties()))
        .isInstanceOf(NormalizingSpanProcessor.class)
        .hasToString("NormalizingSpanProcessor{" + configured + "}");
  }

  @Test
  void normalizationOff_registersNothing() {
    assertThat(customizers(new NormalizeSettings(false, true))).isEmpty();
  }

  @SuppressWarnings("unchecked") // The only method that is called takes this function.
  private static List<BiFunction<SpanProcessor, ConfigProperties, SpanProcessor>> customizers(
      NormalizeSettings settings) {
    List<BiFunction<SpanProcessor, ConfigProperties, SpanProcessor>> customizers =
        new ArrayList<>();
    AutoConfigurationCustomizer customizer =
        proxy(
            AutoConfigurationCustomizer.class,
            argument ->
                customizers.add(
                    (BiFunction<SpanProcessor, ConfigProperties, SpanProcessor>) argument));
    NormalizerAutoConfiguration.customize(customizer, settings);
    return customizers;
  }

  private static ConfigProperties properties() {
    return proxy(ConfigProperties.class, argument -> fail("no property is read here"));
  }

  private static <T> T proxy(Class<T> type, Consumer<Object> called) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("addSpanProcessorCustomizer");
              called.accept(arguments[0]);
              return self;
            }));
  }
}
