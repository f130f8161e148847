/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The start: bridge, engine, registration with the agent. If anything is missing, all stays off.
 */
@NullMarked
package dev.turnspan.extension.boot;

import org.jspecify.annotations.NullMarked;
