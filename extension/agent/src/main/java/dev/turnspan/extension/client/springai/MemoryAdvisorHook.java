/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.springai;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;
import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.turnspan.extension.client.springai.app.ChatClientTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** A memory may have a conversation of its own, which the request does not name. */
final class MemoryAdvisorHook implements TypeInstrumentation {

  static final String ADVISOR =
      "org.springframework.ai.chat.client.advisor.api.BaseChatMemoryAdvisor";
  static final String CONVERSATION = "getConversationId";

  @Override
  public ElementMatcher<ClassLoader> classLoaderOptimization() {
    return hasClassesNamed(ADVISOR);
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(ADVISOR).or(implementsInterface(named(ADVISOR)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named(CONVERSATION).and(takesArgument(0, Map.class)).and(returns(String.class)),
        getClass().getName() + "$ConversationAdvice");
  }

  @SuppressWarnings("unused")
  static final class ConversationAdvice {

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return @Nullable String conversation) {
      ChatClientTurns.remembered(conversation);
    }
  }
}
