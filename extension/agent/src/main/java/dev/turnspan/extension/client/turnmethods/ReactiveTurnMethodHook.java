/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods;

import dev.turnspan.extension.client.turnmethods.app.ReactiveTurns;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A method whose result is a turn each time that it is subscribed to. */
final class ReactiveTurnMethodHook implements TypeInstrumentation {

  private final TurnMethods methods;

  ReactiveTurnMethodHook(TurnMethods methods) {
    this.methods = methods;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return methods.types();
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(methods.returningMono(), getClass().getName() + "$MonoAdvice");
    transformer.applyAdviceToMethod(methods.returningFlux(), getClass().getName() + "$FluxAdvice");
  }

  @SuppressWarnings("unused")
  static final class MonoAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Mono<?> exit(@Advice.Return Mono<?> result) {
      return ReactiveTurns.of(result);
    }
  }

  @SuppressWarnings("unused")
  static final class FluxAdvice {

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class)
    static Flux<?> exit(@Advice.Return Flux<?> result) {
      return ReactiveTurns.of(result);
    }
  }
}
