/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.apachehttp;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.apachehttp.app.AsyncCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/** The asynchronous client's method, which all its other forms come to. */
final class AsyncHook implements TypeInstrumentation {

  private static final String HTTP_CLIENT = "org.apache.hc.client5.http.async.HttpAsyncClient";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(HTTP_CLIENT);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(HTTP_CLIENT));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("execute")
            .and(not(isAbstract()))
            .and(takesArguments(5))
            .and(takesArgument(0, named("org.apache.hc.core5.http.nio.AsyncRequestProducer")))
            .and(takesArgument(1, named("org.apache.hc.core5.http.nio.AsyncResponseConsumer")))
            .and(takesArgument(4, named("org.apache.hc.core5.concurrent.FutureCallback"))),
        getClass().getName() + "$ExecuteAdvice");
  }

  @SuppressWarnings("unused")
  static final class ExecuteAdvice {

    @Advice.AssignReturned.ToArguments({
      @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC),
      @ToArgument(value = 1, index = 1, typing = Assigner.Typing.DYNAMIC),
      @ToArgument(value = 4, index = 2, typing = Assigner.Typing.DYNAMIC)
    })
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object @Nullable [] enter(
        @Advice.Argument(0) AsyncRequestProducer producer,
        @Advice.Argument(1) AsyncResponseConsumer<?> consumer,
        @Advice.Argument(4) @Nullable FutureCallback<?> callback) {
      return AsyncCalls.start(producer, consumer, callback);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object @Nullable [] call, @Advice.Thrown @Nullable Throwable thrown) {
      AsyncCalls.returned(call, thrown);
    }
  }
}
