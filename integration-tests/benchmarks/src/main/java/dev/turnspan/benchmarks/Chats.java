/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.benchmarks;

import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Call;
import dev.turnspan.bridge.CallStart;
import dev.turnspan.bridge.Scope;
import dev.turnspan.extension.engine.Clock;
import dev.turnspan.extension.engine.EngineSettings;
import dev.turnspan.extension.engine.LocalRoots;
import dev.turnspan.extension.engine.TurnEngine;
import io.opentelemetry.api.trace.Tracer;

/** Chat calls as an adapter reports them. */
final class Chats {

  private Chats() {}

  static void install(Tracer tracer) {
    Bridge.install(new TurnEngine(tracer, LocalRoots.NONE, EngineSettings.DEFAULTS, Clock.SYSTEM));
  }

  /** A call up to the point at which the library has returned to the application. */
  static Call start(boolean stream) {
    Call call =
        Bridge.engine()
            .startCall(
                new CallStart(
                    "chat", "openai", "gpt-4o-mini", stream, "https://api.openai.com/v1", null));
    Scope scope = call.enter();
    scope.close();
    return call;
  }

  /** The answer's facts and the end. */
  static void finish(Call call) {
    call.responseId("chatcmpl-BenchmarkAnswer1");
    call.responseModel("gpt-4o-mini-2024-07-18");
    call.finishReason("stop");
    call.usage(11, 3, 4, -1, 0);
    call.end();
  }
}
