/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** A hand-written client of an OpenAI-compatible server. */
@NullMarked
package dev.turnspan.it.webclient;

import org.jspecify.annotations.NullMarked;
