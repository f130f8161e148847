/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the JDK's HTTP client: bodies that are looked at on their way. */
@NullMarked
package dev.turnspan.extension.client.jdkhttp.app;

import org.jspecify.annotations.NullMarked;
