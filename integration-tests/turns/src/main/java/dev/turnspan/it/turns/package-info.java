/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * A program that asks models in every shape that applications have: a {@link Dialog} is a way of
 * calling, a {@link Shape} is what happens around the calls.
 */
@NullMarked
package dev.turnspan.it.turns;

import org.jspecify.annotations.NullMarked;
