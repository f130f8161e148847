/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * azure-ai-openai, from 1.0.0-beta.8 on: chat completions and embeddings, blocking and reactive.
 * The hooks sit on the typed methods of the two clients, and on azure-core's HTTP clients below the
 * retries, which see every attempt.
 */
@NullMarked
package dev.turnspan.extension.client.azureopenai;

import org.jspecify.annotations.NullMarked;
