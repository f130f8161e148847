/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.springai.app.ToolRuns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;

/** An answer asked for tools, and the library runs them. */
final class ToolManagerHook implements TypeInstrumentation {

  static final String MANAGER = "org.springframework.ai.model.tool.ToolCallingManager";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(MANAGER);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(MANAGER));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("executeToolCalls")
            .and(takesArguments(2))
            .and(takesArgument(1, named(ChatModelHook.CHAT_RESPONSE))),
        getClass().getName() + "$ExecuteAdvice");
  }

  @SuppressWarnings("unused")
  static final class ExecuteAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.Argument(1) @Nullable ChatResponse response) {
      return ToolRuns.expect(response);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object scope) {
      ToolRuns.done(scope);
    }
  }
}
