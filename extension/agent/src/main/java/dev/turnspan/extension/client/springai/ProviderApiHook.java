/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.nameEndsWith;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.turnspan.extension.client.springai.app.ProviderApis;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The library's own clients of the providers' APIs: one call is one attempt, with the provider's
 * own usage and its chunks as they come. The models above hold a chunk back until the next one is
 * there, and add up the usage of a loop.
 */
final class ProviderApiHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return nameStartsWith("org.springframework.ai.").and(nameEndsWith("Api"));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        namedOneOf("chatCompletionEntity", "chat")
            .and(isPublic())
            .and(takesArgument(0, nameEndsWith("Request"))),
        getClass().getName() + "$CallAdvice");
    transformer.applyAdviceToMethod(
        namedOneOf("chatCompletionStream", "streamingChat")
            .and(isPublic())
            .and(takesArgument(0, nameEndsWith("Request")))
            .and(returns(named("reactor.core.publisher.Flux"))),
        getClass().getName() + "$StreamAdvice");
    transformer.applyAdviceToMethod(
        namedOneOf("embeddings", "embed")
            .and(isPublic())
            .and(takesArgument(0, nameEndsWith("Request"))),
        getClass().getName() + "$EmbedAdvice");
  }

  @SuppressWarnings("unused")
  static final class CallAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.This Object api, @Advice.Argument(0) @Nullable Object request) {
      return ProviderApis.called(api, request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer,
        @Advice.Thrown @Nullable Throwable thrown) {
      ProviderApis.returned(call, answer, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Flux<?> exit(
        @Advice.This Object api,
        @Advice.Argument(0) @Nullable Object request,
        @Advice.Return Flux<?> chunks) {
      return ProviderApis.streamed(api, request, chunks);
    }
  }

  @SuppressWarnings("unused")
  static final class EmbedAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.This Object api, @Advice.Argument(0) @Nullable Object request) {
      return ProviderApis.embedding(api, request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object answer,
        @Advice.Thrown @Nullable Throwable thrown) {
      ProviderApis.returned(call, answer, thrown);
    }
  }
}
