/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: LangChain4j's types in, calls of the engine out. */
@NullMarked
package dev.turnspan.extension.client.langchain4j.app;

import org.jspecify.annotations.NullMarked;
