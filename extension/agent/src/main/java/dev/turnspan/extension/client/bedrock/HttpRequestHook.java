/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.turnspan.extension.client.bedrock.app.BedrockAttempts;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.Response;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.utils.Pair;

/**
 * The stage of the SDK's pipeline that makes one HTTP request. It is below the retries, so that it
 * is passed once for each attempt; an interceptor would be seen by the application, and the SDK's
 * HTTP clients are of many kinds. All services share it.
 */
final class HttpRequestHook implements TypeInstrumentation {

  private static final String STAGES = "software.amazon.awssdk.core.internal.http.pipeline.stages.";

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf(STAGES + "MakeHttpRequestStage", STAGES + "MakeAsyncHttpRequestStage");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("execute")
            .and(takesArgument(0, named("software.amazon.awssdk.http.SdkHttpFullRequest")))
            .and(returns(named("software.amazon.awssdk.utils.Pair"))),
        getClass().getName() + "$BlockingAdvice");
    transformer.applyAdviceToMethod(
        named("execute")
            .and(takesArgument(0, named("java.util.concurrent.CompletableFuture")))
            .and(returns(named("java.util.concurrent.CompletableFuture"))),
        getClass().getName() + "$AsyncAdvice");
  }

  @SuppressWarnings("unused")
  static final class BlockingAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @Advice.Argument(0) SdkHttpFullRequest request,
        @Advice.Argument(1) RequestExecutionContext context) {
      return BedrockAttempts.start(request, context);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object attempt,
        @Advice.Return @Nullable Pair<SdkHttpFullRequest, SdkHttpFullResponse> exchange,
        @Advice.Thrown @Nullable Throwable thrown) {
      BedrockAttempts.returned(attempt, exchange, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class AsyncAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @Advice.Argument(0) CompletableFuture<SdkHttpFullRequest> request,
        @Advice.Argument(1) RequestExecutionContext context) {
      return BedrockAttempts.start(request, context);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<? extends Response<?>> exit(
        @Advice.Enter @Nullable Object attempt,
        @Advice.Return CompletableFuture<? extends Response<?>> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return BedrockAttempts.issued(attempt, future, thrown);
    }
  }
}
