/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic;

import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.anthropic.app.ToolRunnerTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.Iterator;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * The tool runner since 2.72, which has a span of its own around its steps: the turn goes inside,
 * so that both are in one trace.
 */
final class TracedToolRunnerHook implements TypeInstrumentation {

  static final String IN_SPAN = "inToolRunnerSpan";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(ToolRunnerHook.RUNNER).and(declaresMethod(named(IN_SPAN)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named(IN_SPAN).and(takesArguments(1)).and(takesArgument(0, named("java.util.Iterator"))),
        getClass().getName() + "$StepsAdvice");
  }

  @SuppressWarnings("unused")
  static final class StepsAdvice {

    @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(0))
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Iterator<?> enter(
        @Advice.Argument(0) Iterator<?> steps,
        @Advice.FieldValue("params") Object params,
        @Advice.FieldValue("requestOptions") Object options) {
      return ToolRunnerTurns.observe(steps, params, options);
    }
  }
}
