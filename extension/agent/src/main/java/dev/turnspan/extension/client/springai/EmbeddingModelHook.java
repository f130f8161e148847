/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.springai.app.EmbeddingCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/** The method to which all others of an embedding model come down. */
final class EmbeddingModelHook implements TypeInstrumentation {

  static final String EMBEDDING_MODEL = "org.springframework.ai.embedding.EmbeddingModel";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(EMBEDDING_MODEL);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(EMBEDDING_MODEL));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("call")
            .and(takesArguments(1))
            .and(takesArgument(0, named("org.springframework.ai.embedding.EmbeddingRequest"))),
        getClass().getName() + "$CallAdvice");
  }

  @SuppressWarnings("unused")
  static final class CallAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Advice.This EmbeddingModel model, @Advice.Argument(0) @Nullable EmbeddingRequest request) {
      return EmbeddingCalls.called(model, request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable EmbeddingResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      EmbeddingCalls.returned(call, response, thrown);
    }
  }
}
