/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.ollama4j;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.turnspan.extension.client.ollama4j.app.ChatTurns;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.tools.ToolRegistry;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The method that asks, runs tools and asks again; others end in it. Its class was renamed after
 * 1.1.0.
 */
final class ChatHook implements TypeInstrumentation {

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return namedOneOf("io.github.ollama4j.OllamaAPI", "io.github.ollama4j.Ollama");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isPublic()
            .and(namedOneOf("chatStreaming", "chat"))
            .and(takesArguments(2))
            .and(takesArgument(0, named("io.github.ollama4j.models.chat.OllamaChatRequest"))),
        getClass().getName() + "$ChatAdvice");
  }

  @SuppressWarnings("unused")
  static final class ChatAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @Advice.Argument(0) @Nullable OllamaChatRequest request,
        @Advice.FieldValue("toolRegistry") @Nullable ToolRegistry registry) {
      return ChatTurns.start(request, registry);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object turn, @Advice.Thrown @Nullable Throwable thrown) {
      ChatTurns.returned(turn, thrown);
    }
  }
}
