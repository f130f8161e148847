/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Raw HTTP: which exchanges are model calls, and what their bodies say. */
@NullMarked
package dev.turnspan.extension.wire;

import org.jspecify.annotations.NullMarked;
