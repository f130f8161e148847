/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.anthropic;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.anthropic.core.http.HttpResponse;
import dev.turnspan.extension.client.anthropic.app.AnthropicAttempts;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client below the library's own wrappers: it is called once for every attempt. Whoever
 * brings another transport implements the same interface.
 */
final class HttpClientHook implements TypeInstrumentation {

  private static final String HTTP_CLIENT = "com.anthropic.core.http.HttpClient";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(HTTP_CLIENT);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    // The library's own implementations retry, log or authenticate around the real one.
    return implementsInterface(named(HTTP_CLIENT))
        .and(not(nameStartsWith("com.anthropic.core.")))
        .and(not(nameStartsWith("com.anthropic.internal.")));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("execute").and(takesArguments(2)), getClass().getName() + "$BlockingAdvice");
    transformer.applyAdviceToMethod(
        named("executeAsync").and(takesArguments(2)), getClass().getName() + "$AsyncAdvice");
  }

  @SuppressWarnings("unused")
  static final class BlockingAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(1) Object options) {
      return AnthropicAttempts.start(options);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object attempt,
        @Advice.Return @Nullable HttpResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      AnthropicAttempts.returned(attempt, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class AsyncAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(1) Object options) {
      return AnthropicAttempts.start(options);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<HttpResponse> exit(
        @Advice.Enter @Nullable Object attempt,
        @Advice.Return CompletableFuture<HttpResponse> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return AnthropicAttempts.returned(attempt, future, thrown);
    }
  }
}
