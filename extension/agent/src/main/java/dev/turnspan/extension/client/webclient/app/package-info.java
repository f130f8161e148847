/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: WebClient's types in, an exchange of the wire out. */
@NullMarked
package dev.turnspan.extension.client.webclient.app;

import org.jspecify.annotations.NullMarked;
