/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Methods of the application that a user names as turns. No library is hooked: the classes are the
 * application's own, and what they return decides when a turn ends.
 */
@NullMarked
package dev.turnspan.extension.client.turnmethods;

import org.jspecify.annotations.NullMarked;
