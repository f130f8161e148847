/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Other conventions to ours, on every span of the process, before it is exported. */
@NullMarked
package dev.turnspan.extension.normalize;

import org.jspecify.annotations.NullMarked;
