/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What of ours travels with the requests of the application, and what is taken from those that come
 * in. What comes in is foreign input.
 */
@NullMarked
package dev.turnspan.extension.propagation;

import org.jspecify.annotations.NullMarked;
