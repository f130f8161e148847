/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.bedrock;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.bedrock.app.BedrockCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** The asynchronous client: answers in one piece, and streams, which call a handler. */
final class AsyncClientHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("software.amazon.awssdk.services.bedrockruntime.DefaultBedrockRuntimeAsyncClient");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        namedOneOf("converse", "invokeModel").and(takesArguments(1)),
        getClass().getName() + "$WholeAdvice");
    transformer.applyAdviceToMethod(
        namedOneOf("converseStream", "invokeModelWithResponseStream").and(takesArguments(2)),
        getClass().getName() + "$StreamAdvice");
  }

  @SuppressWarnings("unused")
  static final class WholeAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.Argument(0) Object request) {
      return BedrockCalls.start(request);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<?> exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return CompletableFuture<?> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return BedrockCalls.issued(call, future, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamAdvice {

    @Advice.AssignReturned.ToArguments(
        @ToArgument(value = 1, index = 0, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object @Nullable [] enter(
        @Advice.Argument(0) Object request, @Advice.Argument(1) Object handler) {
      return BedrockCalls.start(request, handler);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<?> exit(
        @Advice.Enter Object @Nullable [] call,
        @Advice.Return CompletableFuture<?> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return BedrockCalls.issued(call, future, thrown);
    }
  }
}
