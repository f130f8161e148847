/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client;

import dev.turnspan.extension.boot.Boot;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.tooling.muzzle.Mismatch;
import io.opentelemetry.javaagent.tooling.muzzle.ReferenceMatcher;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a library whose classes are not what the hooks were built for, and says so. The agent
 * makes the same check later, but tells of it only when it is being debugged.
 */
final class SupportedVersion extends ElementMatcher.Junction.ForNonNullValues<ClassLoader> {

  private static final Logger LOGGER = Logger.getLogger("dev.turnspan");

  private final InstrumentationModule module;
  private final String library;
  private final List<String> methods;
  private final Map<ClassLoader, Boolean> verdicts =
      Collections.synchronizedMap(new WeakHashMap<>());

  SupportedVersion(InstrumentationModule module, String library, List<String> methods) {
    this.module = module;
    this.library = library;
    this.methods = methods;
  }

  @Override
  protected boolean doMatch(ClassLoader loader) {
    Boolean known = verdicts.get(loader);
    if (known != null) {
      return known;
    }
    boolean supported = !Boot.insideAgent() || isSupported(loader);
    verdicts.put(loader, supported);
    return supported;
  }

  private boolean isSupported(ClassLoader loader) {
    try {
      List<String> missing =
          Stream.concat(
                  ReferenceMatcher.of(module).getMismatchedReferenceSources(loader).stream()
                      .map(SupportedVersion::firstLine),
                  HookedMethods.missing(loader, methods).stream().map("Missing method "::concat))
              .toList();
      if (missing.isEmpty()) {
        return true;
      }
      LOGGER.warning(
          "Turnspan does not know this version of "
              + library
              + " and leaves it alone: "
              + missing.get(0)
              + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : ""));
      return false;
    } catch (Throwable t) {
      // The agent's own check comes later; this one is for the log.
      return true;
    }
  }

  private static String firstLine(Mismatch mismatch) {
    return mismatch.toString().lines().findFirst().orElse("").trim();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
