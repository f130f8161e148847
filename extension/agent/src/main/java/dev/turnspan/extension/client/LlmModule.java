/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;

import dev.turnspan.extension.boot.Boot;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * What the modules of all clients have in common: what is put beside the application, when a
 * library is left alone, and that nothing is hooked when Turnspan is off.
 */
public abstract class LlmModule extends InstrumentationModule {

  private static final String PACKAGE = "dev.turnspan.extension.";
  private static final String APPLICATION_SIDE = ".app.";

  private final String landmark;

  /** One for all that ask, so that a refusal is told of once. */
  private final SupportedVersion supported;

  /**
   * Names a module.
   *
   * @param name of the switch {@code otel.instrumentation.turnspan-<name>.enabled}
   * @param library name of the library, for the log
   * @param landmark a class by which every version of the library is recognised, supported or not
   * @param groups of modules that are switched together, in the same way
   */
  protected LlmModule(String name, String library, String landmark, String... groups) {
    super("turnspan-" + name, names(groups));
    this.landmark = landmark;
    this.supported = new SupportedVersion(this, library, hookedMethods());
  }

  private static String[] names(String... groups) {
    return Stream.concat(
            Arrays.stream(groups).map(group -> "turnspan-" + group), Stream.of("turnspan"))
        .toArray(String[]::new);
  }

  /** The hooks. Also called by the build: no side effects. */
  protected abstract List<TypeInstrumentation> hooks();

  /**
   * Methods without which a version is refused, {@code <class>#<method>} each: those that are
   * hooked and that nothing of ours calls. Also called by the constructor: a constant.
   */
  protected List<String> hookedMethods() {
    return List.of();
  }

  @Override
  public final List<TypeInstrumentation> typeInstrumentations() {
    return hooks();
  }

  @Override
  public final ElementMatcher.Junction<ClassLoader> classLoaderMatcher() {
    // Hooks without a place rather than no hooks: the agent warns of modules that have none.
    return Boot.insideAgent() && !Boot.ensure()
        ? ElementMatchers.none()
        : hasClassesNamed(landmark).and(supported);
  }

  @Override
  public final boolean isHelperClass(String className) {
    return isApplicationSide(className);
  }

  /** Whether a class of ours is put beside the application; the layer test asks the same. */
  public static boolean isApplicationSide(String className) {
    return className.startsWith(PACKAGE) && className.contains(APPLICATION_SIDE);
  }
}
