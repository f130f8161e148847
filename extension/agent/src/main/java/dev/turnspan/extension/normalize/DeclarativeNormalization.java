/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.normalize;

import dev.turnspan.extension.engine.Failures;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Normalization where a file configures the agent. There processors cannot be wrapped, so a
 * processor only listens, and the exporters are wrapped. The order of the calls: {@link
 * #customize}, {@link #start} as the file is read, then exporters and processors as they are made.
 */
public final class DeclarativeNormalization {

  private static final Logger LOGGER = Logger.getLogger("dev.turnspan");

  private record Running(Normalizer normalizer, ListeningSpanProcessor processor) {}

  private static volatile @Nullable Running running;

  private DeclarativeNormalization() {}

  /** Wraps each span exporter that the file names, once normalization has been started. */
  public static void customize(DeclarativeConfigurationCustomizer customizer) {
    customizer.addSpanExporterCustomizer(
        SpanExporter.class, (exporter, properties) -> wrapped(exporter));
  }

  /** Starts what the user asked for. */
  public static void start(NormalizeSettings settings) {
    if (settings.enabled()) {
      Normalizer normalizer = new Normalizer(settings.dropOriginals());
      running = new Running(normalizer, new ListeningSpanProcessor());
    }
  }

  /** The processor that listens, to be in front of the others; one that does nothing if none. */
  public static SpanProcessor processor() {
    Running now = running;
    return now == null ? SpanProcessor.composite() : now.processor();
  }

  private static SpanExporter wrapped(SpanExporter exporter) {
    Running now = running;
    if (now == null) {
      return exporter;
    }
    try {
      // The SDK closes the exporter that it gave as soon as it gets back another one.
      SpanExporter rebuilt = rebuilt(exporter);
      return new NormalizingSpanExporter(rebuilt, now.normalizer(), now.processor());
    } catch (ReflectiveOperationException | ClassCastException cannotBeRebuilt) {
      LOGGER.warning(
          "Turnspan cannot normalize what "
              + exporter.getClass().getSimpleName()
              + " exports; spans of other instrumentations keep their names there");
      return exporter;
    } catch (Throwable t) {
      Failures.note(t);
      return exporter;
    }
  }

  /** OTLP exporters have a builder of what they are; their classes are not linked here. */
  private static SpanExporter rebuilt(SpanExporter exporter) throws ReflectiveOperationException {
    Object builder = exporter.getClass().getMethod("toBuilder").invoke(exporter);
    return (SpanExporter) builder.getClass().getMethod("build").invoke(builder);
  }
}
