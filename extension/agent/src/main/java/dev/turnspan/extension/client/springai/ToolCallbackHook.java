/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.turnspan.extension.client.springai.app.ToolRuns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.ToolCallback;

/**
 * Tools: annotated methods, functions, tools of MCP servers, and the application's own. Both
 * methods, since either may call the other one; the engine knows a tool run within itself.
 */
final class ToolCallbackHook implements TypeInstrumentation {

  static final String TOOL_CALLBACK = "org.springframework.ai.tool.ToolCallback";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(TOOL_CALLBACK);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(TOOL_CALLBACK));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("call").and(takesArgument(0, String.class)).and(returns(String.class)),
        getClass().getName() + "$CallAdvice");
  }

  @SuppressWarnings("unused")
  static final class CallAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.This ToolCallback tool) {
      return ToolRuns.start(tool);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object run,
        @Advice.Return @Nullable String result,
        @Advice.Thrown @Nullable Throwable thrown) {
      ToolRuns.returned(run, result, thrown);
    }
  }
}
