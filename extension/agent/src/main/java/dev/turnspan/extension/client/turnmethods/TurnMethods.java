/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.turnmethods;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import dev.turnspan.extension.boot.Boot;
import dev.turnspan.extension.config.Setting;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** Which methods the user has named. */
final class TurnMethods {

  private static final String MONO = "reactor.core.publisher.Mono";
  private static final String FLUX = "reactor.core.publisher.Flux";

  private final Map<String, Set<String>> methods;

  private TurnMethods(Map<String, Set<String>> methods) {
    this.methods = methods;
  }

  /** As set for this process; the build knows of none. */
  static TurnMethods ofThisProcess() {
    return new TurnMethods(
        Boot.insideAgent() && Boot.ensure() ? Boot.settings().get(Setting.TURN_METHODS) : Map.of());
  }

  ElementMatcher.Junction<ClassLoader> classLoaders() {
    return methods.isEmpty() && Boot.insideAgent() ? ElementMatchers.none() : ElementMatchers.any();
  }

  /** The named classes, and what extends or implements them. */
  ElementMatcher.Junction<TypeDescription> types() {
    ElementMatcher.Junction<TypeDescription> types = ElementMatchers.none();
    for (String name : methods.keySet()) {
      types = types.or(hasSuperType(named(name)));
    }
    return types;
  }

  /** The named methods whose turns end when they return, or with a future that they return. */
  ElementMatcher.Junction<MethodDescription> returning() {
    return userNamed().and(ElementMatchers.not(reactive(MONO).or(reactive(FLUX))));
  }

  ElementMatcher.Junction<MethodDescription> returningMono() {
    return userNamed().and(reactive(MONO));
  }

  ElementMatcher.Junction<MethodDescription> returningFlux() {
    return userNamed().and(reactive(FLUX));
  }

  private static ElementMatcher.Junction<MethodDescription> reactive(String type) {
    return ElementMatchers.returns(ElementMatchers.named(type));
  }

  private ElementMatcher.Junction<MethodDescription> userNamed() {
    ElementMatcher.Junction<MethodDescription> named = ElementMatchers.none();
    for (Map.Entry<String, Set<String>> entry : methods.entrySet()) {
      named =
          named.or(
              namedOneOf(entry.getValue().toArray(new String[0]))
                  .and(
                      ElementMatchers.isDeclaredBy(
                          hasSuperType(ElementMatchers.named(entry.getKey())))));
    }
    return named.and(ElementMatchers.not(ElementMatchers.isAbstract()));
  }
}
