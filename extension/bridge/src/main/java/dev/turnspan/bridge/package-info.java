/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What the application's side and the agent's side both see. These classes are appended to the
 * bootstrap class path, so that every class loader finds one and the same copy. Signatures name JDK
 * types and each other only.
 */
@NullMarked
package dev.turnspan.bridge;

import org.jspecify.annotations.NullMarked;
