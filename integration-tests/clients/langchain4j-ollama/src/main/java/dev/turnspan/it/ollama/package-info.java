/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The program: Ollama through LangChain4j, which reads its JSON lines with a parser of its own. */
@NullMarked
package dev.turnspan.it.ollama;

import org.jspecify.annotations.NullMarked;
