/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.turnspan.extension.client.langchain4j.app.HttpAttempts;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client: it is called once for every attempt. Clients that wrap others are hooked as
 * well; the engine counts an attempt within an attempt once.
 */
final class HttpClientHook implements TypeInstrumentation {

  static final String HTTP_CLIENT = "dev.langchain4j.http.client.HttpClient";

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
    ElementMatcher.Junction<MethodDescription> execute =
        named("execute").and(takesArgument(0, named("dev.langchain4j.http.client.HttpRequest")));
    transformer.applyAdviceToMethod(
        execute.and(takesArguments(1)), getClass().getName() + "$BlockingAdvice");
    transformer.applyAdviceToMethod(
        execute.and(takesArguments(3)), getClass().getName() + "$StreamingAdvice");
  }

  @SuppressWarnings("unused")
  static final class BlockingAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(0) HttpRequest request) {
      return HttpAttempts.start(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object attempt,
        @Advice.Return @Nullable SuccessfulHttpResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      HttpAttempts.returned(attempt, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamingAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(0) HttpRequest request) {
      return HttpAttempts.start(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object attempt, @Advice.Thrown @Nullable Throwable thrown) {
      // The status comes later, on another thread: that of a failure with the exception.
      HttpAttempts.returned(attempt, null, thrown);
    }
  }
}
