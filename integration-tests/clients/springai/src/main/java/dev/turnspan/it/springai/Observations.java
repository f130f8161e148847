/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.it.springai;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.GlobalOpenTelemetry;

/** Whom the library tells of its work: tracing where the application has the bridge to it. */
final class Observations {

  static final ObservationRegistry REGISTRY =
      Models.has("io.micrometer.tracing.otel.bridge.OtelTracer", "nextSpan")
          ? Bridge.toTracing()
          : ObservationRegistry.NOOP;

  private Observations() {}

  /** The application may do without these classes. */
  private static final class Bridge {

    static ObservationRegistry toTracing() {
      ObservationRegistry registry = ObservationRegistry.create();
      registry
          .observationConfig()
          .observationHandler(
              new DefaultTracingObservationHandler(
                  new OtelTracer(
                      GlobalOpenTelemetry.getTracer("org.springframework.boot"),
                      new OtelCurrentTraceContext(),
                      event -> {})));
      return registry;
    }
  }
}
