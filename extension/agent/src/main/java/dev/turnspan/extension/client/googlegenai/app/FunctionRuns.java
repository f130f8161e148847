/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai.app;

import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import dev.turnspan.bridge.Bridge;
import dev.turnspan.bridge.Scope;
import dev.turnspan.bridge.ToolRun;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the advice on the functions that the library runs calls. */
public final class FunctionRuns {

  /** The calls of an answer that have not been run yet; the method that runs one has no id. */
  private static final ContextKey<List<FunctionCall>> PENDING =
      ContextKey.named("turnspan-google-genai-functions");

  private FunctionRuns() {}

  /** The functions of an answer are run until {@code done}. */
  @SuppressWarnings("MustBeClosedChecker") // Closed by done.
  public static @Nullable Object requested(GenerateContentResponse response) {
    List<FunctionCall> calls = calls(response);
    return calls.isEmpty() ? null : Context.current().with(PENDING, calls).makeCurrent();
  }

  /** The functions that an answer asks for. */
  static List<FunctionCall> calls(GenerateContentResponse response) {
    List<FunctionCall> calls = new ArrayList<>();
    for (Candidate candidate : response.candidates().orElse(List.of())) {
      for (Part part : candidate.content().flatMap(Content::parts).orElse(List.of())) {
        part.functionCall().ifPresent(calls::add);
      }
    }
    return calls;
  }

  /** All functions have been run. */
  public static void done(@Nullable Object scope) {
    if (scope instanceof io.opentelemetry.context.Scope open) {
      open.close();
    }
  }

  /** A function begins to run; the result goes to {@code returned}. */
  public static Object start(Method function) {
    String name = function.getName();
    ToolRun run = Bridge.engine().startTool(name, nextId(name));
    return new Begin(run, run.enter());
  }

  private static @Nullable String nextId(String name) {
    List<FunctionCall> pending = Context.current().get(PENDING);
    Iterator<FunctionCall> calls =
        pending == null ? List.<FunctionCall>of().iterator() : pending.iterator();
    while (calls.hasNext()) {
      FunctionCall call = calls.next();
      if (call.name().orElse("").equals(name)) {
        calls.remove();
        return call.id().orElse(null);
      }
    }
    return null;
  }

  /** The function returned or threw; the library answers the model with the exception. */
  public static void returned(
      @Nullable Object begun, @Nullable Object result, @Nullable Throwable thrown) {
    if (begun instanceof Begin tool) {
      tool.scope.close();
      if (thrown == null) {
        tool.run.end(result instanceof CharSequence text ? text.length() : -1, false);
      } else {
        Throwable cause = thrown.getCause();
        tool.run.fail(
            thrown instanceof InvocationTargetException && cause != null ? cause : thrown);
      }
    }
  }

  private record Begin(ToolRun run, Scope scope) {}
}
