/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The program: chats with and without tools, generation and embeddings with ollama4j. */
@NullMarked
package dev.turnspan.it.ollama4j;

import org.jspecify.annotations.NullMarked;
