/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: what the advice on Spring AI calls. */
@NullMarked
package dev.turnspan.extension.client.springai.app;

import org.jspecify.annotations.NullMarked;
