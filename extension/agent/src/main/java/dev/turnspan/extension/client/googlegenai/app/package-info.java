/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: google-genai's types in, calls of the engine out. */
@NullMarked
package dev.turnspan.extension.client.googlegenai.app;

import org.jspecify.annotations.NullMarked;
