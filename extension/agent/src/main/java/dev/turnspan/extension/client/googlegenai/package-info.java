/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * google-genai 1.x and 2.0: content and embeddings, blocking, asynchronous and streamed, and
 * automatic function calling. The hooks sit on the private methods that send one request; all
 * public ones pass through these.
 */
@NullMarked
package dev.turnspan.extension.client.googlegenai;

import org.jspecify.annotations.NullMarked;
