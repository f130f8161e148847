/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: OkHttp's types in, an exchange of the wire out. */
@NullMarked
package dev.turnspan.extension.client.okhttp.app;

import org.jspecify.annotations.NullMarked;
