/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.client.azureopenai.app;

import dev.turnspan.bridge.Scope;
import org.jspecify.annotations.Nullable;

/** What a subscriber tells of. No method throws. */
interface Observation {

  /** The context for what lies upstream. */
  Scope within();

  /** The context for what lies downstream. */
  Scope outside();

  void next(@Nullable Object element);

  void failed(Throwable failure);

  void completed();

  void cancelled();
}
