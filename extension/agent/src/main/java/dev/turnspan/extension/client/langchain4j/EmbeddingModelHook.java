/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.turnspan.extension.client.langchain4j.app.EmbeddingCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The method that every provider implements: {@code embedAll}, or since 1.19 {@code doEmbed}. Where
 * a model has both, the one that is called by the other is the same call.
 */
final class EmbeddingModelHook implements TypeInstrumentation {

  private static final String EMBEDDING_MODEL = "dev.langchain4j.model.embedding.EmbeddingModel";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(EMBEDDING_MODEL);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    // In this package are wrappers, and below it the models that run in this process: no provider.
    return implementsInterface(named(EMBEDDING_MODEL))
        .and(not(nameStartsWith("dev.langchain4j.model.embedding.")));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("embedAll").and(takesArguments(1)).and(takesArgument(0, named("java.util.List"))),
        getClass().getName() + "$TextsAdvice");
    transformer.applyAdviceToMethod(
        named("doEmbed")
            .and(takesArguments(1))
            .and(
                takesArgument(
                    0, named("dev.langchain4j.model.embedding.request.EmbeddingRequest"))),
        getClass().getName() + "$RequestAdvice");
  }

  @SuppressWarnings("unused")
  static final class TextsAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.This EmbeddingModel model) {
      return EmbeddingCalls.start(model, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable Object response,
        @Advice.Thrown @Nullable Throwable thrown) {
      EmbeddingCalls.returned(call, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class RequestAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Advice.This EmbeddingModel model, @Advice.Argument(0) @Nullable Object request) {
      return EmbeddingCalls.start(model, request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable Object response,
        @Advice.Thrown @Nullable Throwable thrown) {
      EmbeddingCalls.returned(call, response, thrown);
    }
  }
}
