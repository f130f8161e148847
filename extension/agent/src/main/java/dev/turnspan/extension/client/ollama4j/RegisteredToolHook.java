/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.ollama4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.ollama4j.app.ToolRuns;
import io.github.ollama4j.tools.ToolFunction;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Where a chat gets the function to run, until 1.1.0. Functions are lambdas more often than not,
 * and into those no agent reaches.
 */
final class RegisteredToolHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("io.github.ollama4j.tools.ToolRegistry");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getToolFunction").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$FunctionAdvice");
  }

  @SuppressWarnings("unused")
  static final class FunctionAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static @Nullable ToolFunction exit(
        @Advice.Argument(0) @Nullable String name, @Advice.Return @Nullable ToolFunction function) {
      return ToolRuns.observed(name, function);
    }
  }
}
