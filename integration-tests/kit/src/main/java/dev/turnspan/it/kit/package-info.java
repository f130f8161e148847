/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The test's side: starts the provider and the collector, runs the program in a process of its own,
 * and compares.
 */
@NullMarked
package dev.turnspan.it.kit;

import org.jspecify.annotations.NullMarked;
