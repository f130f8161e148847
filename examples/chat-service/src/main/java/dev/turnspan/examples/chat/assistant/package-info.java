/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The chat endpoints' logic on LangChain4j. */
@NullMarked
package dev.turnspan.examples.chat.assistant;

import org.jspecify.annotations.NullMarked;
