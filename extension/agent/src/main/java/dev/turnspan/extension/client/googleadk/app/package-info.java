/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: the ADK's types in, calls of the engine out. */
@NullMarked
package dev.turnspan.extension.client.googleadk.app;

import org.jspecify.annotations.NullMarked;
