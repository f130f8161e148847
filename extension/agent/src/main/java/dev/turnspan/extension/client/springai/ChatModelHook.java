/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.springai.app.ModelCalls;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/**
 * The methods that every model has, the application's own models as well. Where a model has methods
 * below them, those are the round trips, and these at most a loop around them.
 */
final class ChatModelHook implements TypeInstrumentation {

  static final String CHAT_MODEL = "org.springframework.ai.chat.model.ChatModel";
  static final String PROMPT = "org.springframework.ai.chat.prompt.Prompt";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(CHAT_MODEL);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return implementsInterface(named(CHAT_MODEL));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    ElementMatcher.Junction<MethodDescription> ofPrompt =
        takesArguments(1).and(takesArgument(0, named(PROMPT)));
    transformer.applyAdviceToMethod(
        named("call").and(ofPrompt).and(returns(named(ChatModelHook.CHAT_RESPONSE))),
        getClass().getName() + "$CallAdvice");
    transformer.applyAdviceToMethod(
        named("stream").and(ofPrompt).and(returns(named("reactor.core.publisher.Flux"))),
        getClass().getName() + "$StreamAdvice");
  }

  static final String CHAT_RESPONSE = "org.springframework.ai.chat.model.ChatResponse";

  @SuppressWarnings("unused")
  static final class CallAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(
        @Advice.This ChatModel model,
        @Advice.Argument(0) @Nullable Prompt prompt,
        @Advice.Origin Class<?> owner) {
      return ModelCalls.called(model, prompt, owner);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object call,
        @Advice.Return @Nullable ChatResponse response,
        @Advice.Thrown @Nullable Throwable thrown) {
      ModelCalls.returned(call, response, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class StreamAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static @Nullable Flux<?> exit(
        @Advice.This ChatModel model,
        @Advice.Argument(0) @Nullable Prompt prompt,
        @Advice.Origin Class<?> owner,
        @Advice.Return @Nullable Flux<?> answer) {
      return ModelCalls.streamed(model, prompt, owner, answer);
    }
  }
}
