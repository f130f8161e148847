/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** What the engine must know of the spans of others: server spans, and foreign LLM spans. */
@NullMarked
package dev.turnspan.extension.boundary;

import org.jspecify.annotations.NullMarked;
