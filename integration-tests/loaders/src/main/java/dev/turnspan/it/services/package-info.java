/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Two services, each a process of its own: the one that has the turn, and the one that it calls.
 */
@NullMarked
package dev.turnspan.it.services;

import org.jspecify.annotations.NullMarked;
