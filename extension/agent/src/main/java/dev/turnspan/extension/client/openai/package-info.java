/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * openai-java 0.34 – 4.x: chat completions, Responses and embeddings, blocking and asynchronous.
 * The hooks sit on the raw-response level, which every way of calling passes, and on the HTTP
 * client below the retries, which sees every attempt.
 */
@NullMarked
package dev.turnspan.extension.client.openai;

import org.jspecify.annotations.NullMarked;
