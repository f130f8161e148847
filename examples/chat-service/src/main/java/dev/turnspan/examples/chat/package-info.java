/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** An ordinary Spring Boot chat service, as our users have it already. */
@NullMarked
package dev.turnspan.examples.chat;

import org.jspecify.annotations.NullMarked;
