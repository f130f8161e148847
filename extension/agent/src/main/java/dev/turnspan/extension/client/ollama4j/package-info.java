/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * ollama4j. What it sends is seen on the JDK's HTTP client; here is what cannot be seen there: a
 * chat that runs its own tools is a turn, and which tools it runs. Not hooked: {@code
 * generateWithTools}, which asks once and sends no result back, and {@code generateAsync}, whose
 * request leaves on a thread that knows nothing of its caller and is a turn of its own.
 */
@NullMarked
package dev.turnspan.extension.client.ollama4j;

import org.jspecify.annotations.NullMarked;
