/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside ollama4j: chats with tools, and the tools. */
@NullMarked
package dev.turnspan.extension.client.ollama4j.app;

import org.jspecify.annotations.NullMarked;
