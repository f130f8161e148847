/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods;

import dev.turnspan.extension.client.LlmModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import net.bytebuddy.matcher.ElementMatcher;

/** Hooks the methods that the user named, but for those that return something reactive. */
public final class TurnMethodsModule extends InstrumentationModule {

  /** Called by the agent. */
  public TurnMethodsModule() {
    super("turnspan-turn-methods", "turnspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return List.of(new TurnMethodHook(TurnMethods.ofThisProcess()));
  }

  @Override
  public ElementMatcher.Junction<ClassLoader> classLoaderMatcher() {
    return TurnMethods.ofThisProcess().classLoaders();
  }

  @Override
  public boolean isHelperClass(String className) {
    return LlmModule.isApplicationSide(className);
  }
}
