/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps what is to be done to a span processor, and leaves everything else. */
final class ProcessorCustomizer implements AutoConfigurationCustomizer {

  private Function<SpanProcessor, SpanProcessor> customization = Function.identity();

  SpanProcessor apply(SpanProcessor processor) {
    return customization.apply(processor);
  }

  @Override
  public AutoConfigurationCustomizer addSpanProcessorCustomizer(
      BiFunction<? super SpanProcessor, ConfigProperties, ? extends SpanProcessor> customizer) {
    customization =
        processor -> customizer.apply(processor, DefaultConfigProperties.createFromMap(Map.of()));
    return this;
  }

  @Override
  public AutoConfigurationCustomizer addPropagatorCustomizer(
      BiFunction<? super TextMapPropagator, ConfigProperties, ? extends TextMapPropagator>
          customizer) {
    return this;
  }

  @Override
  public AutoConfigurationCustomizer addResourceCustomizer(
      BiFunction<? super Resource, ConfigProperties, ? extends Resource> customizer) {
    return this;
  }

  @Override
  public AutoConfigurationCustomizer addSamplerCustomizer(
      BiFunction<? super Sampler, ConfigProperties, ? extends Sampler> customizer) {
    return this;
  }

  @Override
  public AutoConfigurationCustomizer addSpanExporterCustomizer(
      BiFunction<? super SpanExporter, ConfigProperties, ? extends SpanExporter> customizer) {
    return this;
  }

  @Override
  public AutoConfigurationCustomizer addPropertiesSupplier(Supplier<Map<String, String>> supplier) {
    return this;
  }
}
