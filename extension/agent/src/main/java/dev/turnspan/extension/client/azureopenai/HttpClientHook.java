/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import dev.turnspan.extension.client.azureopenai.app.AzureAttempts;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * azure-core's HTTP clients: the last policy of a pipeline calls one of them once for every
 * attempt, and the overloads call each other.
 */
final class HttpClientHook implements TypeInstrumentation {

  private static final String HTTP_CLIENT = "com.azure.core.http.HttpClient";

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
    ElementMatcher.Junction<MethodDescription> request =
        takesArgument(0, named("com.azure.core.http.HttpRequest"));
    transformer.applyAdviceToMethod(
        named("send").and(request).and(returns(named("reactor.core.publisher.Mono"))),
        getClass().getName() + "$AsyncAdvice");
    transformer.applyAdviceToMethod(
        named("sendSync").and(request), getClass().getName() + "$BlockingAdvice");
  }

  @SuppressWarnings("unused")
  static final class AsyncAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Mono<HttpResponse> exit(
        @Advice.Argument(0) HttpRequest request, @Advice.Return Mono<HttpResponse> response) {
      return AzureAttempts.whenSubscribed(request, response);
    }
  }

  @SuppressWarnings("unused")
  static final class BlockingAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.Argument(0) HttpRequest request) {
      return AzureAttempts.start(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object attempt,
        @Advice.Return @Nullable HttpResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      AzureAttempts.returned(attempt, response, thrown);
    }
  }
}
