/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The program: azure-ai-openai as applications use it, compiled against the oldest version. */
@NullMarked
package dev.turnspan.it.azureopenai;

import org.jspecify.annotations.NullMarked;
