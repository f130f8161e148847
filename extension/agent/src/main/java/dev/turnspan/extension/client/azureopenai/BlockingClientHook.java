/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.turnspan.extension.client.azureopenai.app.AzureCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** The blocking client. */
final class BlockingClientHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(AzureOpenAiModule.CLIENT);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(Methods.whole(), getClass().getName() + "$WholeAdvice");
    transformer.applyAdviceToMethod(Methods.streaming(), getClass().getName() + "$StreamAdvice");
  }

  @SuppressWarnings("unused")
  static final class WholeAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Advice.Argument(0) @Nullable String deployment,
        @Advice.Argument(1) @Nullable Object options,
        @Advice.FieldValue("openAIServiceClient") @Nullable Object openAi) {
      return AzureCalls.start(deployment, options, openAi, false);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable Object answer,
        @Advice.Thrown @Nullable Throwable thrown) {
      AzureCalls.returned(call, answer, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Advice.Argument(0) @Nullable String deployment,
        @Advice.Argument(1) @Nullable Object options,
        @Advice.FieldValue("openAIServiceClient") @Nullable Object openAi) {
      return AzureCalls.start(deployment, options, openAi, true);
    }

    @Advice.AssignReturned.ToReturned(typing = Assigner.Typing.DYNAMIC)
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static @Nullable Object exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object stream,
        @Advice.Thrown @Nullable Throwable thrown) {
      return AzureCalls.streamReturned(call, stream, thrown);
    }
  }
}
