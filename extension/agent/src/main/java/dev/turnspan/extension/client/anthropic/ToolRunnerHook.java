/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic;

import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.turnspan.extension.client.anthropic.app.ToolRunnerTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.Iterator;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** The tool runner of versions before 2.72: its iterators are the turn. */
final class ToolRunnerHook implements TypeInstrumentation {

  static final String RUNNER = "com.anthropic.helpers.BetaToolRunner";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(RUNNER).and(not(declaresMethod(named(TracedToolRunnerHook.IN_SPAN))));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("iterator").and(takesNoArguments()).and(returns(named("java.util.Iterator"))),
        getClass().getName() + "$IteratorAdvice");
    transformer.applyAdviceToMethod(
        named("streaming").and(takesNoArguments()).and(returns(named("java.lang.Iterable"))),
        getClass().getName() + "$StreamingAdvice");
  }

  @SuppressWarnings("unused")
  static final class IteratorAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Iterator<?> exit(
        @Advice.Return Iterator<?> steps,
        @Advice.FieldValue("params") Object params,
        @Advice.FieldValue("requestOptions") Object options) {
      return ToolRunnerTurns.observe(steps, params, options);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamingAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Iterable<?> exit(
        @Advice.Return Iterable<?> steps,
        @Advice.FieldValue("params") Object params,
        @Advice.FieldValue("requestOptions") Object options) {
      return ToolRunnerTurns.observe(steps, params, options);
    }
  }
}
