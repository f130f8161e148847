/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
package dev.turnspan.extension.engine;

import org.jspecify.annotations.Nullable;

/**
 * What another process must know of a turn in order to add steps to it.
 *
 * @param turnId its id
 * @param step index of the step that the other process works for, in the process that opened the
 *     turn
 * @param conversationId its conversation, as far as it is known by now
 */
public record TurnReference(String turnId, int step, @Nullable String conversationId) {}
