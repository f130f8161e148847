/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import net.bytebuddy.matcher.ElementMatcher;

/** Hooks the methods that the user named and that return a Mono or a Flux. */
public final class ReactiveTurnMethodsModule extends InstrumentationModule {

  /** Called by the agent. */
  public ReactiveTurnMethodsModule() {
    super("turnspan-turn-methods-reactor", "turnspan-turn-methods", "turnspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new ReactiveTurnMethodHook(TurnMethods.ofThisProcess()));
  }

  @Override
  public ElementMatcher.Junction<ClassLoader> classLoaderMatcher() {
    return TurnMethods.ofThisProcess()
        .classLoaders()
        .and(hasClassesNamed("reactor.core.publisher.FluxOperator"));
  }

  @Override
  public boolean isHelperClass(String className) {
    return LlmModule.isApplicationSide(className);
  }
}
