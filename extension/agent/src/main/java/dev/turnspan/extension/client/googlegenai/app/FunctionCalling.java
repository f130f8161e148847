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
import dev.turnspan.extension.app.OptionalMethod;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the advice on the public methods calls: with functions to run they are a turn of several
 * requests, else one request and nothing more.
 */
public final class FunctionCalling {

  private static final OptionalMethod MCP_SERVERS = OptionalMethod.of(Tool.class, "mcpServers");

  private FunctionCalling() {}

  /** The method begins; the result goes to {@code returned}. Null where it runs no functions. */
  public static @Nullable Object start(@Nullable GenerateContentConfig config) {
    if (config == null || isOff(config)) {
      return null;
    }
    List<Tool> tools = config.tools().orElse(List.of());
    Set<String> functions = new HashSet<>();
    boolean mixed = false;
    for (Tool tool : tools) {
      for (Method function : tool.functions().orElse(List.of())) {
        functions.add(function.getName());
      }
      mixed |= hasOthers(tool);
    }
    if (functions.isEmpty()) {
      return null;
    }
    Turn turn = Bridge.engine().startTurn();
    turn.identify(null);
    return new Begin(turn, turn.enter(), mixed ? Set.of() : functions);
  }

  private static boolean isOff(GenerateContentConfig config) {
    AutomaticFunctionCallingConfig automatic = config.automaticFunctionCalling().orElse(null);
    return automatic != null
        && (automatic.disable().orElse(false) || automatic.maximumRemoteCalls().orElse(1) <= 0);
  }

  /** With such tools newer versions run no functions. */
  private static boolean hasOthers(Tool tool) {
    return !tool.functionDeclarations().orElse(List.of()).isEmpty()
        || (MCP_SERVERS.call(tool) instanceof Collection<?> servers && !servers.isEmpty());
  }

  /** The blocking method returned or threw. */
  public static void returned(
      @Nullable Object begun,
      @Nullable GenerateContentResponse response,
      @Nullable Throwable thrown) {
    if (begun instanceof Begin begin) {
      begin.scope.close();
      if (thrown == null) {
        begin.end(response);
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
      returned(begun, (GenerateContentResponse) null, thrown);
      return future;
    }
    begin.scope.close();
    return ObservedFuture.of(
        future,
        NoopEngine.CALL,
        response -> {
          begin.end(response);
          return response;
        },
        begin.turn::fail);
  }

  /**
   * A turn that has begun.
   *
   * @param functions those that the library runs for sure
   */
  private record Begin(Turn turn, Scope scope, Set<String> functions) {

    /**
     * An answer that asks for one of the functions is the last one only if there may be no more.
     */
    void end(@Nullable GenerateContentResponse response) {
      if (response != null && asksForFunctions(response)) {
        turn.exhausted(null);
      } else {
        turn.end();
      }
    }

    private boolean asksForFunctions(GenerateContentResponse response) {
      try {
        return FunctionRuns.calls(response).stream()
            .anyMatch(call -> functions.contains(call.name().orElse("")));
      } catch (Throwable t) {
        // What cannot be read is the application's.
        return false;
      }
    }
  }
}
