/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.openai;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.openai.core.ClientOptions;
import com.openai.core.http.HttpResponseFor;
import dev.turnspan.extension.client.openai.app.OpenAiCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** Chat completions, Responses and embeddings on the raw-response level. */
final class RawServiceHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf(
        "com.openai.services.blocking.chat.ChatCompletionServiceImpl$WithRawResponseImpl",
        "com.openai.services.async.chat.ChatCompletionServiceAsyncImpl$WithRawResponseImpl",
        "com.openai.services.blocking.EmbeddingServiceImpl$WithRawResponseImpl",
        "com.openai.services.async.EmbeddingServiceAsyncImpl$WithRawResponseImpl",
        "com.openai.services.blocking.ResponseServiceImpl$WithRawResponseImpl",
        "com.openai.services.async.ResponseServiceAsyncImpl$WithRawResponseImpl");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    ElementMatcher.Junction<MethodDescription> create =
        namedOneOf("create", "createStreaming").and(takesArguments(2));
    transformer.applyAdviceToMethod(
        create.and(returns(named("com.openai.core.http.HttpResponseFor"))),
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
        @Advice.Origin("#m") String method,
        @Advice.FieldValue("clientOptions") ClientOptions options) {
      return OpenAiCalls.start(params, method, options);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static HttpResponseFor<?> exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return HttpResponseFor<?> response,
        @Advice.Thrown @Nullable Throwable thrown) {
      return OpenAiCalls.returned(call, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class AsyncAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @Advice.Argument(0) Object params,
        @Advice.Origin("#m") String method,
        @Advice.FieldValue("clientOptions") ClientOptions options) {
      return OpenAiCalls.start(params, method, options);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<?> exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return CompletableFuture<?> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return OpenAiCalls.returned(call, future, thrown);
    }
  }
}
