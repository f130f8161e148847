/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.turnspan.extension.client.langchain4j.app.AiServiceTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** What an AI service does with the answers of its streams: run the tools and ask again, or end. */
final class StreamedAnswerHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.service.AiServiceStreamingResponseHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("onCompleteResponse").and(takesArguments(1)),
        getClass().getName() + "$CompleteAdvice");
    transformer.applyAdviceToMethod(
        named("onError").and(takesArguments(1)), getClass().getName() + "$ErrorAdvice");
  }

  @SuppressWarnings("unused")
  static final class CompleteAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) ChatResponse response) {
      AiServiceTurns.answered(response);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Thrown @Nullable Throwable thrown) {
      AiServiceTurns.failed(thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class ErrorAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Argument(0) @Nullable Throwable error) {
      AiServiceTurns.failed(error);
    }
  }
}
