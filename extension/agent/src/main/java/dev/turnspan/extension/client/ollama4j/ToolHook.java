/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.ollama4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.turnspan.extension.client.ollama4j.app.ToolRuns;
import io.github.ollama4j.tools.ToolFunction;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Where a chat gets the function to run, since tools know theirs themselves. */
final class ToolHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("io.github.ollama4j.tools.Tools$Tool");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getToolFunction").and(takesNoArguments()), getClass().getName() + "$FunctionAdvice");
  }

  @SuppressWarnings("unused")
  static final class FunctionAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static @Nullable ToolFunction exit(
        @Advice.This Object tool, @Advice.Return @Nullable ToolFunction function) {
      return ToolRuns.observedOf(tool, function);
    }
  }
}
