/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a step adds to its turn.
 *
 * @param index which step of the turn it is, from 0
 */
record StepFigures(
    int index,
    Usage usage,
    long ttftMs,
    long genTotalMs,
    long toolMs,
    @Nullable String finishReason,
    Outcome outcome) {}
