/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.boot;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.extension.boundary.ServerSpans;
import dev.turnspan.extension.config.Setting;
import dev.turnspan.extension.config.Settings;
import dev.turnspan.extension.engine.Clock;
import dev.turnspan.extension.engine.EngineSettings;
import dev.turnspan.extension.engine.TurnEngine;
import dev.turnspan.extension.propagation.AllowedHosts;
import dev.turnspan.extension.propagation.ConversationHeader;
import dev.turnspan.extension.propagation.OutgoingRequests;
import dev.turnspan.extension.propagation.TurnPropagator;
import dev.turnspan.extension.wire.Exchanges;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.instrumentation.api.incubator.instrumenter.InstrumenterCustomizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What runs once the bridge is there: links the bridge, so {@link Boot} loads it last. */
final class Startup {

  private static final Logger LOGGER = Logger.getLogger("dev.turnspan");
  private static final ServerSpans SERVER_SPANS = new ServerSpans();

  private static volatile List<TextMapPropagator> propagators = List.of();
  private static volatile @Nullable OutgoingRequests outgoingRequests;

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
    propagators = propagators(engine, settings);
    outgoingRequests =
        new OutgoingRequests(
            engine,
            new AllowedHosts(
                settings.get(Setting.PROPAGATION_HOSTS), settings.get(Setting.HTTP_HOSTS)));
    LOGGER.info("Turnspan " + version() + " is attached");
  }

  private static List<TextMapPropagator> propagators(TurnEngine engine, Settings settings) {
    TextMapPropagator turns = new TurnPropagator(engine, settings.get(Setting.PROPAGATION_ACCEPT));
    String header = settings.get(Setting.CONVERSATION_HEADER);
    return header.isEmpty() ? List.of(turns) : List.of(turns, new ConversationHeader(header));
  }

  /** A propagator with ours beside it. */
  static TextMapPropagator withOwn(TextMapPropagator configured) {
    List<TextMapPropagator> all = new ArrayList<>(propagators);
    all.add(0, configured);
    return TextMapPropagator.composite(all);
  }

  static void customize(InstrumenterCustomizer customizer) {
    OutgoingRequests own = outgoingRequests;
    if (own != null) {
      customizer.addContextCustomizer(own);
    }
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
