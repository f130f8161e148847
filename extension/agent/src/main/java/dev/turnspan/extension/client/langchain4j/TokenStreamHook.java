/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.declaresField;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.turnspan.extension.client.langchain4j.app.AiServiceTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The start of an AI service's stream, whoever starts it: the method of the service has returned by
 * then, and may have done so on another thread.
 */
final class TokenStreamHook implements TypeInstrumentation {

  private final String field;

  /** Takes the field from which the conversation is known: another one since 1.6. */
  TokenStreamHook(String field) {
    this.field = field;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named("dev.langchain4j.service.AiServiceTokenStream").and(declaresField(named(field)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("start").and(takesNoArguments()),
        getClass().getName()
            + (field.equals("memoryId") ? "$MemoryIdAdvice" : "$InvocationContextAdvice"));
  }

  @SuppressWarnings("unused")
  static final class MemoryIdAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.FieldValue("memoryId") @Nullable Object memoryId) {
      return AiServiceTurns.started(memoryId);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object turn, @Advice.Thrown @Nullable Throwable thrown) {
      AiServiceTurns.running(turn, thrown);
    }
  }

  @SuppressWarnings("unused")
  static final class InvocationContextAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Advice.FieldValue("invocationContext") Object invocationContext) {
      return AiServiceTurns.startedIn(invocationContext);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object turn, @Advice.Thrown @Nullable Throwable thrown) {
      AiServiceTurns.running(turn, thrown);
    }
  }
}
