/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Names: spans, attributes, events and the tables that map other conventions to them. */
@NullMarked
package dev.turnspan.semconv;

import org.jspecify.annotations.NullMarked;
