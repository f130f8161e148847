/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.types.AutomaticFunctionCallingConfig;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Tool;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.NoopEngine;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.Turn;
import dev.turnspan.extension.app.ObservedFuture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the advice on the public methods calls: with functions to run they are a turn of several
 * requests, else one request and nothing more.
 */
public final class FunctionCalling {

  private FunctionCalling() {}

  /** The method begins; the result goes to {@code returned}. Null where it runs no functions. */
  public static @Nullable Object start(@Nullable GenerateContentConfig config) {
    if (config == null || !hasFunctions(config)) {
      return null;
    }
    Turn turn = Bridge.engine().startTurn();
    turn.identify(null);
    return new Begin(turn, turn.enter());
  }

  private static boolean hasFunctions(GenerateContentConfig config) {
    AutomaticFunctionCallingConfig automatic = config.automaticFunctionCalling().orElse(null);
    if (automatic != null && automatic.disable().orElse(false)) {
      return false;
    }
    for (Tool tool : config.tools().orElse(List.of())) {
      if (tool.functions().isPresent() && !tool.functions().get().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The blocking method returned or threw. */
  public static void returned(@Nullable Object begun, @Nullable Throwable thrown) {
    if (begun instanceof Begin begin) {
      begin.scope.close();
      if (thrown == null) {
        begin.turn.end();
      } else {
        begin.turn.fail(thrown);
      }
    }
  }

  /** The asynchronous method returned or threw. */
  public static CompletableFuture<GenerateContentResponse> returned(
      @Nullable Object begun,
      CompletableFuture<GenerateContentResponse> future,
      @Nullable Throwable thrown) {
    if (!(begun instanceof Begin begin) || thrown != null) {
      returned(begun, thrown);
      return future;
    }
    begin.scope.close();
    return ObservedFuture.of(
        future,
        NoopEngine.CALL,
        response -> {
          begin.turn.end();
          return response;
        },
        begin.turn::fail);
  }

  private record Begin(Turn turn, Scope scope) {}
}
