/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The AWS SDK's client for Bedrock's runtime, 2.25.63 and later: Converse and InvokeModel,
 * blocking, asynchronous and streamed. The hooks sit on the generated clients, and on the SDK's
 * stage that makes one HTTP request, which is below its retries.
 */
@NullMarked
package dev.turnspan.extension.client.bedrock;

import org.jspecify.annotations.NullMarked;
