/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import org.jspecify.annotations.Nullable;

/** What a step adds to its turn. */
record StepFigures(
    Usage usage,
    long ttftMs,
    long genTotalMs,
    long toolMs,
    @Nullable String finishReason,
    Outcome outcome) {}
