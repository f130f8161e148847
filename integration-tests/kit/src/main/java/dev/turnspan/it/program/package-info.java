/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The program's side: runs in a process of its own, with the client library under test on its class
 * path, with and without the agent. Uses the JDK and the OpenTelemetry API, nothing else.
 */
@NullMarked
package dev.turnspan.it.program;

import org.jspecify.annotations.NullMarked;
