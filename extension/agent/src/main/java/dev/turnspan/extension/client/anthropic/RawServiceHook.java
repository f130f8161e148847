/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.anthropic.core.ClientOptions;
import com.anthropic.core.http.HttpResponseFor;
import dev.turnspan.extension.client.anthropic.app.AnthropicCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Messages and beta messages on the raw-response level. */
final class RawServiceHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf(
        "com.anthropic.services.blocking.MessageServiceImpl$WithRawResponseImpl",
        "com.anthropic.services.async.MessageServiceAsyncImpl$WithRawResponseImpl",
        "com.anthropic.services.blocking.beta.MessageServiceImpl$WithRawResponseImpl",
        "com.anthropic.services.async.beta.MessageServiceAsyncImpl$WithRawResponseImpl");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    ElementMatcher.Junction<MethodDescription> create =
        namedOneOf("create", "createStreaming").and(takesArguments(2));
    transformer.applyAdviceToMethod(
        create.and(returns(named("com.anthropic.core.http.HttpResponseFor"))),
        getClass().getName() + "$BlockingAdvice");
    transformer.applyAdviceToMethod(
        create.and(returns(named("java.util.concurrent.CompletableFuture"))),
        getClass().getName() + "$AsyncAdvice");
  }

  @SuppressWarnings("unused")
  static final class BlockingAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @Advice.Argument(0) Object params,
        @Advice.Argument(1) Object requestOptions,
        @Advice.Origin("#m") String method,
        @Advice.FieldValue("clientOptions") ClientOptions options) {
      return AnthropicCalls.start(params, requestOptions, method, options);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static HttpResponseFor<?> exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return HttpResponseFor<?> response,
        @Advice.Thrown @Nullable Throwable thrown) {
      return AnthropicCalls.returned(call, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class AsyncAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @Advice.Argument(0) Object params,
        @Advice.Argument(1) Object requestOptions,
        @Advice.Origin("#m") String method,
        @Advice.FieldValue("clientOptions") ClientOptions options) {
      return AnthropicCalls.start(params, requestOptions, method, options);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<?> exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return CompletableFuture<?> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return AnthropicCalls.returned(call, future, thrown);
    }
  }
}
