/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.extension.boundary.ServerSpans;
import dev.turnspan.extension.config.Setting;
import dev.turnspan.extension.config.Settings;
import dev.turnspan.extension.engine.Clock;
import dev.turnspan.extension.engine.EngineSettings;
import dev.turnspan.extension.engine.TurnEngine;
import dev.turnspan.extension.wire.Exchanges;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/** What runs once the bridge is there: links the bridge, so {@link Boot} loads it last. */
final class Startup {

  private static final Logger LOGGER = Logger.getLogger("dev.turnspan");
  private static final ServerSpans SERVER_SPANS = new ServerSpans();

  static void start(Settings settings) {
    TurnEngine engine =
        new TurnEngine(
            new GlobalTracer(),
            SERVER_SPANS,
            new EngineSettings(
                settings.get(Setting.GENAI_ATTRIBUTES),
                settings.get(Setting.TURN_IDLE_TIMEOUT),
                settings.get(Setting.CONVERSATION_INFER),
                settings.get(Setting.CONVERSATION_SALT)),
            Clock.SYSTEM);
    SERVER_SPANS.onEnded(engine::localRootEnded);
    SERVER_SPANS.onShutdown(engine::close);
    Bridge.install(engine);
    Bridge.install(new Exchanges(engine, settings.get(Setting.HTTP_HOSTS)));
    LOGGER.info("Turnspan " + version() + " is attached");
  }

  static ServerSpans serverSpans() {
    return SERVER_SPANS;
  }

  private static String version() {
    try (InputStream in = Startup.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** The engine is there before the SDK is: the tracer is looked up when it is first needed. */
  private static final class GlobalTracer implements Tracer {

    @Override
    public SpanBuilder spanBuilder(String name) {
      return Holder.TRACER.spanBuilder(name);
    }

    private static final class Holder {
      static final Tracer TRACER =
          GlobalOpenTelemetry.get()
              .tracerBuilder("dev.turnspan")
              .setInstrumentationVersion(version())
              .build();
    }
  }

  private Startup() {}
}
