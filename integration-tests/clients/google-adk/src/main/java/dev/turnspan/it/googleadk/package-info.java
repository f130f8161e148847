/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** A program that uses google-adk as applications do. */
@NullMarked
package dev.turnspan.it.googleadk;

import org.jspecify.annotations.NullMarked;
