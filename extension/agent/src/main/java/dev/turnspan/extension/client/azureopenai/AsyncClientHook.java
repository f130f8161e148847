/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import dev.turnspan.extension.client.azureopenai.app.AzureCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reactive client: its methods only say what is to be done, a call begins when subscribed. */
final class AsyncClientHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("com.azure.ai.openai.OpenAIAsyncClient");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        Methods.whole().and(returns(named("reactor.core.publisher.Mono"))),
        getClass().getName() + "$WholeAdvice");
    transformer.applyAdviceToMethod(
        Methods.streaming().and(returns(named("reactor.core.publisher.Flux"))),
        getClass().getName() + "$StreamAdvice");
  }

  @SuppressWarnings("unused")
  static final class WholeAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Mono<?> exit(
        @Advice.Argument(0) @Nullable String deployment,
        @Advice.Argument(1) @Nullable Object options,
        @Advice.FieldValue("openAIServiceClient") @Nullable Object openAi,
        @Advice.Return Mono<?> answer) {
      return AzureCalls.whenSubscribed(deployment, options, openAi, answer);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Flux<?> exit(
        @Advice.Argument(0) @Nullable String deployment,
        @Advice.Argument(1) @Nullable Object options,
        @Advice.FieldValue("openAIServiceClient") @Nullable Object openAi,
        @Advice.Return Flux<?> stream) {
      return AzureCalls.whenSubscribed(deployment, options, openAi, stream);
    }
  }
}
