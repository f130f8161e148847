/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client;

import io.opentelemetry.javaagent.tooling.muzzle.references.ClassRef;
import java.util.Map;

/** Called by generated code: see the muzzle module's bridge filter. */
public final class BridgeReferences {

  private static final String BRIDGE = "dev.turnspan.bridge.";

  /** Takes the bridge's classes, which are on the bootstrap class path, out of the references. */
  public static Map<String, ClassRef> without(Map<String, ClassRef> references) {
    references.keySet().removeIf(name -> name.startsWith(BRIDGE));
    return references;
  }

  private BridgeReferences() {}
}
