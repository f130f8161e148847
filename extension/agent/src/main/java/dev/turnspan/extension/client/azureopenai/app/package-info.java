/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: azure-ai-openai's types in, calls of the engine out. */
@NullMarked
package dev.turnspan.extension.client.azureopenai.app;

import org.jspecify.annotations.NullMarked;
