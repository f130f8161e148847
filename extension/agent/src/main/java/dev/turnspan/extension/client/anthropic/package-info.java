/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * anthropic-java 1.0 – 3.x: messages and beta messages, blocking and asynchronous, and the tool
 * runner. The hooks sit on the raw-response level, which every way of calling passes, and on the
 * HTTP client below the retries, which sees every attempt. The library's own spans lie within ours:
 * the normalizer takes their counts away.
 */
@NullMarked
package dev.turnspan.extension.client.anthropic;

import org.jspecify.annotations.NullMarked;
