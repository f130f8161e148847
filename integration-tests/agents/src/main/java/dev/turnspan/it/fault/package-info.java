/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** An extension of the agent that fails while Turnspan works. */
@NullMarked
package dev.turnspan.it.fault;

import org.jspecify.annotations.NullMarked;
