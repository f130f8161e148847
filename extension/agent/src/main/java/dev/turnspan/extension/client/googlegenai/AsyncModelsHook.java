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
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous twins. Older versions have none: there the public methods call the blocking ones
 * on another thread.
 */
final class AsyncModelsHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("com.google.genai.AsyncModels");
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

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<GenerateContentResponse> exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return CompletableFuture<GenerateContentResponse> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return GenAiCalls.answering(call, future, thrown);
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

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<ResponseStream<GenerateContentResponse>> exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return CompletableFuture<ResponseStream<GenerateContentResponse>> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return GenAiStreams.opening(call, future, thrown);
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

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static CompletableFuture<EmbedContentResponse> exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return CompletableFuture<EmbedContentResponse> future,
        @Advice.Thrown @Nullable Throwable thrown) {
      return GenAiCalls.embedding(call, future, thrown);
    }
  }
}
