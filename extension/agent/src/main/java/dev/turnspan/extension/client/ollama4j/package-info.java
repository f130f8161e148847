/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * ollama4j. What it sends is seen on the JDK's HTTP client; here is what cannot be seen there: a
 * chat that runs its own tools is a turn, and which tools it runs.
 */
@NullMarked
package dev.turnspan.extension.client.ollama4j;

import org.jspecify.annotations.NullMarked;
