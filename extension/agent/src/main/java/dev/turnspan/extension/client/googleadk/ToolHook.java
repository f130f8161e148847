/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googleadk;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.extendsClass;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import dev.turnspan.extension.client.googleadk.app.AdkTools;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import io.reactivex.rxjava3.core.Single;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Tools: annotated methods, agents as tools, tools of MCP servers, and the application's own. Some
 * do their work when called, some when subscribed to.
 */
final class ToolHook implements TypeInstrumentation {

  private static final String BASE_TOOL = "com.google.adk.tools.BaseTool";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(BASE_TOOL);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return extendsClass(named(BASE_TOOL));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("runAsync")
            .and(takesArguments(2))
            .and(takesArgument(0, Map.class))
            .and(takesArgument(1, named("com.google.adk.tools.ToolContext")))
            .and(returns(named("io.reactivex.rxjava3.core.Single"))),
        getClass().getName() + "$RunAdvice");
  }

  @SuppressWarnings("unused")
  static final class RunAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @Advice.This BaseTool tool, @Advice.Argument(1) @Nullable ToolContext context) {
      return AdkTools.start(tool, context);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static @Nullable Single<?> exit(
        @Advice.Enter @Nullable Object run,
        @Advice.Return @Nullable Single<?> result,
        @Advice.Thrown @Nullable Throwable thrown) {
      return AdkTools.returned(run, result, thrown);
    }
  }
}
