/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
/** Put beside the application: HttpClient's types in, an exchange of the wire out. */
@NullMarked
package dev.turnspan.extension.client.apachehttp.app;

import org.jspecify.annotations.NullMarked;
