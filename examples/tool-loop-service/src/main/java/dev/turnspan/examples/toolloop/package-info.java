/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * A chat service with a tool loop of its own: an HTTP server of the JDK, openai-java, two pools.
 */
@NullMarked
package dev.turnspan.examples.toolloop;

import org.jspecify.annotations.NullMarked;
