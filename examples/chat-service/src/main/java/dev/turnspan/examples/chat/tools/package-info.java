/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** What the models may calculate: real arithmetic, no model needed. */
@NullMarked
package dev.turnspan.examples.chat.tools;

import org.jspecify.annotations.NullMarked;
