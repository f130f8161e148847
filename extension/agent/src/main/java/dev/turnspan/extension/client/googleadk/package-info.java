/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Google's Agent Development Kit 1.x: the runs of a runner are turns, and its tools. Its models are
 * seen through their own clients. Not hooked: {@code runLive}, a conversation over one web socket
 * without requests that could be counted.
 */
@NullMarked
package dev.turnspan.extension.client.googleadk;

import org.jspecify.annotations.NullMarked;
