/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Spring AI 1.0 – 2.0. The chat client's calls are turns, as are the tool loops that the models of
 * 1.x run themselves. A request is seen on the level where its own usage is known: in 1.x below the
 * loop of the model, in 2.x by the hooks on the vendors' libraries, which join the model's call.
 * Attempts are seen by the hooks on HTTP clients, and for blocking ones here, whatever is below.
 */
@NullMarked
package dev.turnspan.extension.client.springai;

import org.jspecify.annotations.NullMarked;
