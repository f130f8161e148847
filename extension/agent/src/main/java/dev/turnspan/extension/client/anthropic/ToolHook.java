/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import com.anthropic.models.beta.messages.BetaToolResultBlockParam;
import com.anthropic.models.beta.messages.BetaToolUseBlockParam;
import dev.turnspan.extension.client.anthropic.app.ToolRuns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** The method by which the tool runner runs one tool, whatever kind of tool it is. */
final class ToolHook implements TypeInstrumentation {

  private static final String MODELS = "com.anthropic.models.beta.messages.";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(ToolRunnerHook.RUNNER);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("generateToolUseResult")
            .and(takesArgument(0, named(MODELS + "BetaToolUseBlockParam")))
            .and(returns(named(MODELS + "BetaToolResultBlockParam"))),
        getClass().getName() + "$RunAdvice");
  }

  @SuppressWarnings("unused")
  static final class RunAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(0) BetaToolUseBlockParam use) {
      return ToolRuns.start(use);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object run,
        @Advice.Return @Nullable BetaToolResultBlockParam result,
        @Advice.Thrown @Nullable Throwable thrown) {
      ToolRuns.returned(run, result, thrown);
    }
  }
}
