/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Runs the agent's muzzle generator from Maven. Build time only: nothing of it is in the jar. */
@NullMarked
package dev.turnspan.muzzle;

import org.jspecify.annotations.NullMarked;
