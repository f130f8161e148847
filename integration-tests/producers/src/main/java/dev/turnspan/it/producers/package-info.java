/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** The clients' programs in one process. */
@NullMarked
package dev.turnspan.it.producers;

import org.jspecify.annotations.NullMarked;
