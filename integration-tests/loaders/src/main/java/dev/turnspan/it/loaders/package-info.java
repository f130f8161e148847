/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** A servlet container that deploys web applications and lets go of them again. */
@NullMarked
package dev.turnspan.it.loaders;

import org.jspecify.annotations.NullMarked;
