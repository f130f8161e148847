/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The same questions, asked with the openai-java SDK directly. */
@NullMarked
package dev.turnspan.examples.chat.openai;

import org.jspecify.annotations.NullMarked;
