/* Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package dev.turnspan.extension.client.turnmethods.app;

import org.jspecify.annotations.NullMarked;
