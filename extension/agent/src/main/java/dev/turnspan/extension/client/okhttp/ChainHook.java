/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.okhttp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.okhttp.app.OkHttpCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The chain of interceptors. Its first link stands before all interceptors of the application and
 * of the agent, and appears in no list that the application could see.
 */
final class ChainHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("okhttp3.internal.http.RealInterceptorChain");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("proceed").and(takesArguments(1)).and(takesArgument(0, named("okhttp3.Request"))),
        getClass().getName() + "$ProceedAdvice");
  }

  @SuppressWarnings("unused")
  static final class ProceedAdvice {

    @Advice.AssignReturned.ToArguments(
        @ToArgument(value = 0, index = 0, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object @Nullable [] enter(
        @Advice.This Interceptor.Chain chain,
        @Advice.FieldValue("index") int index,
        @Advice.Argument(0) Request request) {
      return OkHttpCalls.start(chain, index, request);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static @Nullable Response exit(
        @Advice.Enter Object @Nullable [] call,
        @Advice.Return @Nullable Response response,
        @Advice.Thrown @Nullable Throwable thrown) {
      return OkHttpCalls.returned(call, response, thrown);
    }
  }
}
