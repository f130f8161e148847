/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The program: Spring AI as applications use it, compiled against the oldest supported version. */
@NullMarked
package dev.turnspan.it.springai;

import org.jspecify.annotations.NullMarked;
