/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googleadk;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.adk.sessions.Session;
import dev.turnspan.extension.client.googleadk.app.AdkRuns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import io.reactivex.rxjava3.core.Flowable;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * All runs that are no live ones pass through this method, once for each subscription and inside
 * the library's own span, so that both are in one trace. The oldest version takes the context of
 * the call along, newer ones that of the subscription.
 */
final class RunnerHook implements TypeInstrumentation {

  static final String RUNNER = "com.google.adk.runner.Runner";
  static final String RUN = "runAsyncImpl";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(RUNNER);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named(RUN)
            .and(takesArguments(4))
            .and(takesArgument(0, named("com.google.adk.sessions.Session"))),
        getClass().getName() + "$RunAdvice");
  }

  @SuppressWarnings("unused")
  static final class RunAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.Argument(0) @Nullable Session session) {
      return AdkRuns.start(session);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static @Nullable Flowable<?> exit(
        @Advice.Enter @Nullable Object run,
        @Advice.Return @Nullable Flowable<?> events,
        @Advice.Thrown @Nullable Throwable thrown) {
      return AdkRuns.returned(run, events, thrown);
    }
  }
}
