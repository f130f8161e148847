/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The one engine: open turns, steps and requests, their order of events and their clocks. It lives
 * on the agent's side, knows no client library and can be tested without an agent. All state of a
 * turn is guarded by the turn's own monitor; only the progress of a stream is written without a
 * lock, by the one thread that reads the stream.
 */
@NullMarked
package dev.turnspan.extension.engine;

import org.jspecify.annotations.NullMarked;
