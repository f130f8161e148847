/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The program: every way of calling google-genai. Compiled against the oldest supported version, it
 * must run on all of them; what only some have is called by its name.
 */
@NullMarked
package dev.turnspan.it.googlegenai;

import org.jspecify.annotations.NullMarked;
