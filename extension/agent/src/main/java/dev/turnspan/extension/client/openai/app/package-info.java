/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: openai-java's types in, calls of the engine out. */
@NullMarked
package dev.turnspan.extension.client.openai.app;

import org.jspecify.annotations.NullMarked;
