/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Raw HTTP over java.net.http, the client of the JDK. The hooks sit on the public methods of its
 * one implementation, outside of the agent's own, whose span becomes a child of the request's.
 */
@NullMarked
package dev.turnspan.extension.client.jdkhttp;

import org.jspecify.annotations.NullMarked;
