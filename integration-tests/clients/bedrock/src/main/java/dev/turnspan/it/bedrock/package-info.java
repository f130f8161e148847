/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** An application that uses the AWS SDK's client for Bedrock's runtime. */
@NullMarked
package dev.turnspan.it.bedrock;

import org.jspecify.annotations.NullMarked;
