/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.jdkhttp;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.jdkhttp.app.JdkExchanges;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Every way to send a request. One of them calls another: the wire knows that it is the same. */
final class HttpClientHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("jdk.internal.net.http.HttpClientImpl");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    ElementMatcher.Junction<MethodDescription> sends =
        isPublic()
            .and(takesArgument(0, named("java.net.http.HttpRequest")))
            .and(takesArgument(1, named("java.net.http.HttpResponse$BodyHandler")));
    transformer.applyAdviceToMethod(
        named("send").and(sends).and(takesArguments(2)), getClass().getName() + "$BlockingAdvice");
    transformer.applyAdviceToMethod(
        named("sendAsync").and(sends), getClass().getName() + "$AsyncAdvice");
  }

  @SuppressWarnings("unused")
  static final class BlockingAdvice {

    @Advice.AssignReturned.ToArguments({
      @Advice.AssignReturned.ToArguments.ToArgument(
          value = 0,
          index = 0,
          typing = Assigner.Typing.DYNAMIC),
      @Advice.AssignReturned.ToArguments.ToArgument(
          value = 1,
          index = 1,
          typing = Assigner.Typing.DYNAMIC)
    })
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object @Nullable [] enter(
        @Advice.Argument(0) HttpRequest request,
        @Advice.Argument(1) HttpResponse.BodyHandler<?> handler) {
      return JdkExchanges.start(request, handler);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object @Nullable [] begun,
        @Advice.Thrown @Nullable Throwable thrown) {
      JdkExchanges.returned(begun, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class AsyncAdvice {

    @Advice.AssignReturned.ToArguments({
      @Advice.AssignReturned.ToArguments.ToArgument(
          value = 0,
          index = 0,
          typing = Assigner.Typing.DYNAMIC),
      @Advice.AssignReturned.ToArguments.ToArgument(
          value = 1,
          index = 1,
          typing = Assigner.Typing.DYNAMIC)
    })
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object @Nullable [] enter(
        @Advice.Argument(0) HttpRequest request,
        @Advice.Argument(1) HttpResponse.BodyHandler<?> handler) {
      return JdkExchanges.start(request, handler);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<?> exit(
        @Advice.Enter @Nullable Object @Nullable [] begun,
        @Advice.Return CompletableFuture<?> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return JdkExchanges.returned(begun, future, thrown);
    }
  }
}
