/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods;

import dev.turnspan.extension.client.turnmethods.app.MethodTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** A method that is a turn, from its start to its end or to that of the future it returns. */
final class TurnMethodHook implements TypeInstrumentation {

  private final TurnMethods methods;

  TurnMethodHook(TurnMethods methods) {
    this.methods = methods;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return methods.types();
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(methods.returning(), getClass().getName() + "$MethodAdvice");
  }

  @SuppressWarnings("unused")
  static final class MethodAdvice {

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter() {
      return MethodTurns.start();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object turn,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      MethodTurns.returned(turn, result, thrown);
    }
  }
}
