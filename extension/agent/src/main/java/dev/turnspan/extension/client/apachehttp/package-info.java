/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Apache HttpClient 5, classic and asynchronous, below applications and libraries of which we know
 * nothing else. The hooks sit on the public methods, outside of the agent's own: the request's span
 * is to be the parent of the agent's.
 */
@NullMarked
package dev.turnspan.extension.client.apachehttp;

import org.jspecify.annotations.NullMarked;
