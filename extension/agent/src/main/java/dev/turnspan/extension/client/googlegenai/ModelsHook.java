/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.googlegenai;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import com.google.genai.ResponseStream;
import com.google.genai.types.Content;
import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import dev.turnspan.extension.client.googlegenai.app.GenAiCalls;
import dev.turnspan.extension.client.googlegenai.app.GenAiStreams;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** The methods that send one request and wait for its answer. */
final class ModelsHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("com.google.genai.Models");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("privateGenerateContent").and(takesArgument(0, String.class)),
        getClass().getName() + "$AnswerAdvice");
    transformer.applyAdviceToMethod(
        named("privateGenerateContentStream").and(takesArgument(0, String.class)),
        getClass().getName() + "$StreamAdvice");
    transformer.applyAdviceToMethod(
        named("privateEmbedContent").and(takesArgument(0, String.class)),
        getClass().getName() + "$EmbeddingAdvice");
  }

  @SuppressWarnings("unused")
  static final class AnswerAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Advice.Argument(0) @Nullable String model,
        @Advice.Argument(1) @Nullable List<Content> contents,
        @Advice.Argument(2) @Nullable GenerateContentConfig config,
        @Advice.FieldValue("apiClient") @Nullable Object client) {
      return GenAiCalls.start(model, false, client, contents, config);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable GenerateContentResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      GenAiCalls.answered(call, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Advice.Argument(0) @Nullable String model,
        @Advice.Argument(1) @Nullable List<Content> contents,
        @Advice.Argument(2) @Nullable GenerateContentConfig config,
        @Advice.FieldValue("apiClient") @Nullable Object client) {
      return GenAiCalls.start(model, true, client, contents, config);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable ResponseStream<?> stream,
        @Advice.Thrown @Nullable Throwable thrown) {
      GenAiStreams.opened(call, stream, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class EmbeddingAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Advice.Argument(0) @Nullable String model,
        @Advice.FieldValue("apiClient") @Nullable Object client) {
      return GenAiCalls.startEmbedding(model, client);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable EmbedContentResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      GenAiCalls.embedded(call, response, thrown);
    }
  }
}
