/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** An OpenAI-compatible server whose answers are scripted by the model name. */
@NullMarked
package dev.turnspan.examples.provider;

import org.jspecify.annotations.NullMarked;
