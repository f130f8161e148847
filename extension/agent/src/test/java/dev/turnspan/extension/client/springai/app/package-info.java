/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Tests of what reads Spring AI's objects. */
@NullMarked
package dev.turnspan.extension.client.springai.app;

import org.jspecify.annotations.NullMarked;
